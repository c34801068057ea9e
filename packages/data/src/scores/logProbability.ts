import type { JsonNode } from "../json/jsonNode.ts";
import type { QuirkTally } from "./quirks.ts";

/** Larger than the rounding of any format in use, smaller than a mistake. */
const rounding = 1e-3;

/**
 * A log-probability, in nats; what it may say instead is noted.
 *
 * @returns `undefined` if it says that it is not known.
 */
export function logProbabilityOf(node: JsonNode, quirks: QuirkTally, index: number): number | undefined {
  if (!node.exists) return unscored(quirks, index);
  const value = node.number("a log-probability");
  if (value === -9999) {
    quirks.add("sentinel", index);
    return undefined;
  }
  if (value > Number.NEGATIVE_INFINITY && value <= -3.4e38) {
    quirks.add("zeroProbability", index);
    return Number.NEGATIVE_INFINITY;
  }
  if (value <= 0) return value;
  if (!(value <= rounding)) node.refuse("a log-probability, at most 0", "range");
  quirks.add("aboveZero", index);
  return 0;
}

/** The log-probability of a probability. */
export function ofProbability(node: JsonNode, quirks: QuirkTally, index: number): number | undefined {
  if (!node.exists) return unscored(quirks, index);
  const value = node.number("a probability");
  if (!(value >= 0 && value <= 1 + rounding)) node.refuse("a probability in [0, 1]", "range");
  if (value > 1) quirks.add("aboveZero", index);
  return Math.min(0, Math.log(value));
}

function unscored(quirks: QuirkTally, index: number): undefined {
  quirks.add("unscored", index);
}
