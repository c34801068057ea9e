import { normalize, type Unit } from "@surprisal/core";
import { decimalOf, shellWord } from "../../figure/shellWord.ts";
import { countsOf, drawsOf, type Samples } from "./model.ts";

/**
 * The command that gives the estimates of the draws so far; of an information the plug-in, as the divergence of the pairs' frequencies from the
 * product of their marginals.
 */
export function commandOf(state: Samples, unit: Unit): string {
  const { names, p, of, draws } = state;
  const named = (list: readonly string[], values: readonly (number | string)[]) =>
    shellWord(list.map((name, i) => `${name}=${values[i]}`).join(","));
  const ending = unit === "bits" ? [] : ["--unit", unit];
  if (draws === 0) return ["surprisal entropy", named(names, [...p].map(decimalOf)), ...ending].join(" ");
  const found = countsOf(state, drawsOf(state, draws));
  if (of === "entropy")
    return ["surprisal estimate", named(names, [...found]), "--alphabet", p.length, ...ending].join(" ");
  const pairs = names.flatMap((x) => names.map((y) => `${x}.${y}`));
  const shares = [...normalize(found)];
  const sum = (keep: (pair: number) => boolean) =>
    shares.reduce((total, share, pair) => (keep(pair) ? total + share : total), 0);
  const size = p.length;
  const product = pairs.map(
    (_, pair) =>
      sum((other) => Math.floor(other / size) === Math.floor(pair / size)) *
      sum((other) => other % size === pair % size),
  );
  const operand = (values: readonly number[]) =>
    named(
      pairs,
      values.map((value) => value.toFixed(12).replace(/\.?0+$/, "")),
    );
  return ["surprisal kl", operand(shares), operand(product), ...ending].join(" ");
}
