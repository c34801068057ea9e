import { likeliestOf } from "./likeliestOf.ts";
import { positions, type TokenTable } from "./tokenTable.ts";

/** A token that could have come. */
interface Listed {
  readonly text: string;
  readonly id?: number;
  /** Nats; `undefined` where it is not known. */
  readonly logProbability: number | undefined;
}

/** A token that came, and the likeliest in its place. */
export interface ListedToken extends Listed {
  readonly rank?: number;
  /** In any order; what came may be among them. */
  readonly top: readonly Listed[];
}

/**
 * The table of scores: texts token by token, of which only the likeliest alternatives are listed.
 *
 * @example
 * const table = scoreTable([{ name: "a", scores: [{ text: "cat", logProbability: -1, top: [{ text: "dog", logProbability: 0 }] }] }]);
 * [table.text, table.p.surprise, table.p.top1Text, table.p.entropy] // [["cat"], Float64Array.of(1), ["dog"], undefined]
 */
export function scoreTable(
  sequences: readonly { readonly name: string; readonly scores: readonly ListedToken[] }[],
): TokenTable {
  const all = sequences.flatMap(({ scores }) => scores);
  const sequence = Int32Array.from(sequences.flatMap(({ scores }, i) => scores.map(() => i)));
  const likeliest = all.map((token) => likeliestOf<Listed>(token));
  return {
    tokens: all.length,
    sequence,
    sequenceNames: sequences.map(({ name }) => name),
    position: positions(sequence),
    ...(all.some(({ id }) => id !== undefined) && { target: Int32Array.from(all, ({ id = -1 }) => id) }),
    text: all.map(({ text }) => text),
    p: {
      surprise: Float64Array.from(all, ({ logProbability = Number.NaN }) => 0 - logProbability),
      ...(all.some(({ rank }) => rank !== undefined) && {
        rank: Int32Array.from(all, ({ rank = -1 }) => rank),
      }),
      ...(likeliest.some((one) => one?.id !== undefined) && {
        top1: Int32Array.from(likeliest, (one) => one?.id ?? -1),
      }),
      ...(likeliest.some((one) => one !== undefined) && {
        top1Text: likeliest.map((one) => one?.text),
        top1Probability: Float64Array.from(likeliest, (one) => Math.exp(one?.logProbability ?? Number.NaN)),
      }),
    },
  };
}
