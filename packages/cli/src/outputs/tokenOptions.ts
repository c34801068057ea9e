import { rowOptions } from "../options.ts";
import { refuseUnused } from "../refuseUnused.ts";
import type { ModelRows, TargetOptions } from "./modelRows.ts";

/** Refuses options that make sense of rows of logits alone. */
export function refuseRowOptions(options: object, why: string): void {
  refuseUnused(rowOptions, options, `beside logits only: ${why}`);
}

/** Refuses what is said of targets where there are none, or where a base file says itself what came. */
export function refuseTargetOptions(
  options: TargetOptions,
  { file, format, targets }: Pick<ModelRows, "file" | "format" | "targets">,
): void {
  const hasOwn = format === "llama.cpp base" && options.targets === "none";
  if (targets && !hasOwn) return;
  const { ignore, shift } = rowOptions;
  const why = hasOwn ? "says itself what came" : "does not say what came";
  refuseUnused({ ignore, shift }, options, `with --targets FILE: ${file} ${why}`);
}
