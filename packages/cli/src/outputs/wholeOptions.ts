import { floor, outputOptions, rowOptions } from "../options.ts";
import { refuseUnused } from "../refuseUnused.ts";

const { resample } = outputOptions;

/** Refuses options that make sense of tokens alone, where whole documents or continuations were scored. */
export function refuseWholeOptions(options: object): void {
  const ofTokens = { ...rowOptions, resample, floor };
  refuseUnused(ofTokens, options, "where tokens are scored, and not whole documents or continuations");
}
