import { inUnit, type Unit } from "@surprisal/core";
import type { TokenColumn } from "./tokenColumns.ts";
import type { Whole } from "./wholeScores.ts";

/** What samples say of each document: the keys of its numbers, to be sorted by. */
export const wholeKeys = [
  ...["bytes", "words", "surprise", "surprise_per_byte", "right", "greedy"],
  ...["q_surprise", "q_surprise_per_byte", "q_right", "q_greedy"],
  ...["surprise_change", "surprise_per_byte_change"],
];

/** The columns of a table of samples, a row for each document; as those of tokens, with Q's names. */
export function wholeColumns(
  p: readonly Whole[],
  q: readonly Whole[] | undefined,
  unit: Unit,
): TokenColumn[] {
  const known = (key: string, at: TokenColumn["at"], title = key): TokenColumn[] =>
    p.some((_, row) => at(row) !== undefined) ? [{ key, title, at }] : [];
  const information = (key: string, nats: (row: number) => number | undefined) =>
    known(
      key,
      (row) => {
        const value = nats(row);
        return value === undefined || Number.isNaN(value) ? undefined : inUnit(value, unit);
      },
      `${key}_${unit}`,
    );
  const flag = (key: string, at: (row: number) => boolean | undefined) =>
    known(key, (row) => (at(row) === undefined ? undefined : Number(at(row))));
  const perByte = (nats: number, row: number) => {
    const { bytes } = p[row]!;
    return bytes ? nats / bytes : undefined;
  };
  const ofModel = (prefix: string, wholes: readonly Whole[]): TokenColumn[] => [
    ...information(`${prefix}surprise`, (row) => wholes[row]!.surprise),
    ...information(`${prefix}surprise_per_byte`, (row) => perByte(wholes[row]!.surprise, row)),
    ...flag(`${prefix}right`, (row) => wholes[row]!.isRight),
    ...flag(`${prefix}greedy`, (row) => wholes[row]!.isGreedy),
  ];
  const change = (row: number) => q![row]!.surprise - p[row]!.surprise;
  return [
    ...known("document", (row) => p[row]!.id.replace(/^document /, "")),
    ...known("line", (row) => p[row]!.line),
    ...known("text", (row) => p[row]!.text),
    ...known("bytes", (row) => p[row]!.bytes),
    ...known("words", (row) => p[row]!.words),
    ...ofModel("", p),
    ...(q
      ? [
          ...ofModel("q_", q),
          ...information("surprise_change", change),
          ...information("surprise_per_byte_change", (row) => perByte(change(row), row)),
        ]
      : []),
  ];
}
