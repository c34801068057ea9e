import { evaluate } from "../../questions/expression.ts";

/**
 * The weights of a list as a person writes it: `8, 4, 2, 1`, `8 4 2 1`, `0,5 0,25 0,25`, `1/2; 1/4; 1/4`. Where spaces or semicolons
 * part the numbers, a comma inside one is a decimal mark.
 *
 * @returns undefined if something in it is no number.
 */
export function parseWeights(text: string): number[] | undefined {
  const written = text.trim();
  const parts = /[;\s]/.test(written) ? written.split(/[;\s]+|,\s+/) : written.split(",");
  const numbers = parts
    .map((part) => part.replace(/,$/, ""))
    .filter(Boolean)
    .map(evaluate);
  return numbers.every((x) => x !== undefined) ? numbers : undefined;
}
