import { measure, type Pmf } from "./model.ts";

/** One bit of entropy, to a hundredth, however it is spread. */
export function oneBit(pmf: Pmf): "right" | "certain" | "less" | "more" {
  const bits = measure(pmf).entropy / Math.LN2;
  if (bits === 0) return "certain";
  if (Math.abs(bits - 1) <= 0.01) return "right";
  return bits < 1 ? "less" : "more";
}

/** The whole ceiling with more than two outcomes. */
export function atCeiling(pmf: Pmf): "right" | "two" | "zero" | "almost" | "below" {
  const { room, ceiling } = measure(pmf);
  if (pmf.names.length === 2) return "two";
  if (room < 1e-9) return "right";
  if ([...pmf.p].includes(0)) return "zero";
  return room < ceiling / 50 ? "almost" : "below";
}
