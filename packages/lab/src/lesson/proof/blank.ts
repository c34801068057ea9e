import { parseAnswer } from "../../questions/answer.ts";

export type BlankSpec = {
  readonly expected: number;
  readonly digits: number;
  readonly mistakes: Readonly<Record<string, number>>;
  readonly says: Readonly<Record<string, string>>;
};

/** What is wrong with what a reader wrote into a blank: its name among `says`, or that it is no number; undefined if it is right. */
export function faultIn({ expected, digits, mistakes }: BlankSpec, text: string): string | undefined {
  const value = parseAnswer(text)?.value;
  if (value === undefined) return "notANumber";
  // Half a unit of the last digit, and one part in 10⁹ for answers rounded exactly to the middle.
  const isNear = (other: number) =>
    value === other || Math.abs(value - other) <= 0.5 * 10 ** -digits * (digits === 0 ? 1e-6 : 1 + 1e-9);
  if (isNear(expected)) return undefined;
  return Object.keys(mistakes).find((name) => isNear(mistakes[name]!)) ?? "wrong";
}
