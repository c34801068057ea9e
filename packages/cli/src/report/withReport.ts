import { UsageError } from "../usage.ts";
import { wholeFile } from "../wholeFile.ts";
import type { ReportOptions } from "./reportOptions.ts";

/**
 * Measures, and then writes the report if one was asked for, whole or not at all.
 *
 * @param measure Fills `kept` with what the page is made of, if there is to be one.
 */
export async function withReport<R, K>(
  options: ReportOptions,
  kept: K,
  measure: (kept: K | undefined) => Promise<R>,
  page: (result: R, kept: K, options: ReportOptions) => Promise<string>,
): Promise<R> {
  if (options.report === "none") {
    if (options.language !== "en")
      throw new UsageError(`--language is ${options.language}, expected with --report FILE`);
    return measure(undefined);
  }
  return wholeFile(options.report, async (write) => {
    const result = await measure(kept);
    await write(await page(result, kept, options));
    return result;
  });
}
