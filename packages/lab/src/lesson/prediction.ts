import { fromUnit, inUnit, type Unit } from "@surprisal/core";
import { parseAnswer } from "../questions/answer.ts";

/** A number to be guessed before it is shown. */
export type Prediction = {
  /** What it is: nats if a unit is given, otherwise any number. */
  readonly expected: number;
  readonly unit?: Unit | undefined;
  /** The decimals it is shown with. */
  readonly digits: number;
  /** How far off a guess may be and still count as near, in the unit given. */
  readonly within: number;
};

/** A guess in the unit of the prediction, and how it compares. */
export type Judgement = { readonly guess: number; readonly verdict: "near" | "low" | "high" };

/**
 * Compares a guess, as the reader wrote it, with what was to be guessed.
 *
 * @returns undefined if it is not a number.
 */
export function judge({ expected, unit, within }: Prediction, text: string): Judgement | undefined {
  const answer = parseAnswer(text);
  if (!answer) return undefined;
  const guess = unit && answer.unit ? inUnit(fromUnit(answer.value, answer.unit), unit) : answer.value;
  const value = shown({ expected, unit });
  if (guess === value || Math.abs(guess - value) <= within) return { guess, verdict: "near" };
  return { guess, verdict: guess < value ? "low" : "high" };
}

/** What was to be guessed, in the unit it is asked in. */
export function shown({ expected, unit }: Pick<Prediction, "expected" | "unit">): number {
  return unit ? inUnit(expected, unit) : expected;
}
