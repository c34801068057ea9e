import { inUnit } from "@surprisal/core";
import { measure, type Surprise } from "./model.ts";

/** Two events, neither certain, that together surprise by four bits. */
export function fourBits(now: Surprise): "right" | "certain" | "impossible" | "less" | "more" {
  const bits = inUnit(measure(now).total, "bits");
  if (bits === Infinity) return "impossible";
  if (now.p.some((p) => p === 1)) return "certain";
  if (Math.abs(bits - 4) < 0.05) return "right";
  return bits < 4 ? "less" : "more";
}
