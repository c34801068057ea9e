import { inUnit, type TokenTable, type Unit } from "@surprisal/core";
import { type TokenColumn, tokenColumns } from "../outputs/tokenColumns.ts";
import { tokenLines } from "../outputs/tokenLines.ts";
import type { Alternatives, PossibleToken } from "./reportInput.ts";

/** A token that could have come at a row, by a model. */
interface Possible extends PossibleToken {
  readonly row: number;
  readonly model: "P" | "Q";
}

const ofPlace = ["sequence", "name", "position", "token", "text"];

/**
 * The tokens that could have come, where they are kept, as CSV with a header: a line each, in the order of the text, P's before Q's, the likeliest first. Where it was and what came stand there by the
 * names that {@link tokenColumns} has for them, information in the unit.
 */
export function alternativeLines(
  table: TokenTable,
  alternatives: ReadonlyMap<number, Alternatives>,
  unit: Unit,
): Generator<string> {
  const all = [...alternatives]
    .sort(([one], [other]) => one - other)
    .flatMap(([row, { p, q = [] }]) => [
      ...p.map((token): Possible => ({ ...token, row, model: "P" })),
      ...q.map((token): Possible => ({ ...token, row, model: "Q" })),
    ]);
  const column = (title: string, of: (token: Possible) => number | string | undefined): TokenColumn[] =>
    all.some((token) => of(token) !== undefined) ? [{ key: title, title, at: (i) => of(all[i]!) }] : [];
  const columns = [
    ...tokenColumns(table, unit)
      .filter(({ key }) => ofPlace.includes(key))
      .map(({ key, title, at }): TokenColumn => ({ key, title, at: (i) => at(all[i]!.row) })),
    ...(table.q ? column("model", ({ model }) => model) : []),
    ...column("alternative", ({ id }) => id),
    ...column("alternative_text", ({ text }) => text),
    ...column(`alternative_surprise_${unit}`, ({ logProbability }) => inUnit(0 - logProbability, unit)),
    ...column("alternative_probability", ({ logProbability }) => Math.exp(logProbability)),
  ];
  return tokenLines(columns, all.keys(), "csv");
}
