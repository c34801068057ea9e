import type { JsonNode } from "../json/jsonNode.ts";
import type { QuirkTally } from "./quirks.ts";

/** Larger than the rounding of any format in use, smaller than a mistake. */
const rounding = 1e-3;

/**
 * A log-probability, in nats; what it may say instead is noted.
 *
 * @returns `undefined` if it says that it is not known.
 * @throws FormatError if it is not there at all, as under a name that is not the right one.
 */
export function logProbabilityOf(node: JsonNode, quirks: QuirkTally, index: number): number | undefined {
  if (isNull(node, "a log-probability")) return unscored(quirks, index);
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
  if (isNull(node, "a probability")) return unscored(quirks, index);
  const value = node.number("a probability");
  if (!(value >= 0 && value <= 1 + rounding)) node.refuse("a probability in [0, 1]", "range");
  if (value > 1) quirks.add("aboveZero", index);
  return Math.min(0, Math.log(value));
}

function isNull(node: JsonNode, expected: string): boolean {
  return node.value === undefined ? node.refuse(`${expected}, or null`) : node.value === null;
}

function unscored(quirks: QuirkTally, index: number): undefined {
  quirks.add("unscored", index);
}
