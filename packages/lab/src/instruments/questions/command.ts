import { type Game, mostOwn } from "./model.ts";

/** The command that prints the entropy of the number and the surprise of each. */
export function commandOf({ n, prior, own }: Game): string {
  if (prior === "own") {
    const odds = [...own].map((p, i) => `${i + 1}=${p < 1e-6 && p > 0 ? p.toFixed(9) : p}`);
    return `surprisal entropy ${odds.join(",")}`;
  }
  if (prior === "uniform") return `seq ${n} | surprisal entropy words:-`;
  if (n > mostOwn) return `surprisal entropy "$(seq -s , -f 1/%.0f ${n})" --normalize`;
  return `surprisal entropy ${Array.from({ length: n }, (_, i) => `1/${i + 1}`).join(",")} --normalize`;
}
