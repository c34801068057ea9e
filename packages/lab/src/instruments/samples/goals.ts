import { countsOf, drawsOf, estimate, type Samples } from "./model.ts";

const fifth = 0.2 * Math.LN2;

/** Independent variables that seem to share a fifth of a bit, after thirty draws and more. */
export function phantom(state: Samples): "right" | "entropy" | "corrected" | "few" | "small" {
  if (state.of === "entropy") return "entropy";
  if (state.estimator !== "plugIn") return "corrected";
  if (state.draws < 30) return "few";
  const seeming = estimate("information", "plugIn", countsOf(state, drawsOf(state, state.draws))) ?? 0;
  return seeming >= fifth ? "right" : "small";
}
