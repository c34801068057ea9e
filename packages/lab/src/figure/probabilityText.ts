import type { Probabilities } from "@surprisal/core";
import { fromParts, toParts } from "./billionths.ts";

/** Probabilities in billionths as they stand in a link, each as the shortest decimal: `.5,.333333333,0`. */
export function encodeProbabilities(p: Probabilities): string {
  return toParts(p)
    .map((part) =>
      part === 1e9 ? "1" : part === 0 ? "0" : `.${String(part).padStart(9, "0").replace(/0+$/, "")}`,
    )
    .join(",");
}

/**
 * The probabilities of a text made by {@link encodeProbabilities}.
 *
 * @returns undefined unless there are exactly `length` of them and they sum to one.
 */
export function decodeProbabilities(text: string, length: number): Probabilities | undefined {
  const numbers = text.split(",");
  if (numbers.length !== length || !numbers.every((number) => /^(0|1|\.\d{1,9})$/.test(number)))
    return undefined;
  const parts = toParts(numbers.map(Number));
  return parts.reduce((a, b) => a + b, 0) === 1e9 ? fromParts(parts) : undefined;
}

/** The text of a link with its escapes undone; nothing at all if they are broken. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
