import type { Unit } from "@surprisal/core";
import { evaluate } from "./expression.ts";

/** A number someone typed, with its unit if they wrote one. */
export type Answer = { readonly value: number; readonly unit?: Unit };

const unitNames: [RegExp, Unit][] = [
  [/bits?²?$/, "bits"],
  [/nats?²?$/, "nats"],
  [/(bans?|hartleys?|dits?)²?$/, "bans"],
];

/**
 * Reads an answer: any expression `evaluate` knows, then perhaps a unit, or its square, in English or Spanish.
 *
 * @returns undefined if it is not a number.
 * @example parseAnswer("1,737 bits") // { value: 1.737, unit: "bits" }
 */
export function parseAnswer(text: string): Answer | undefined {
  const written = text.trim().toLowerCase();
  const [suffix, unit] = unitNames.find(([name]) => name.test(written)) ?? [];
  const value = evaluate(suffix ? written.replace(suffix, "") : written);
  if (value === undefined) return undefined;
  return unit ? { value, unit } : { value };
}
