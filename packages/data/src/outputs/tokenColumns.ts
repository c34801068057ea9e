import { inUnit, type TokenColumns, type TokenTable, type Unit } from "@surprisal/core";

/** A column of what is said at every token. */
export interface TokenColumn {
  /** What it is sorted by. */
  key: string;
  /** The key with the unit of what is information. */
  title: string;
  /** `undefined` where there is no value. */
  at(row: number): number | string | undefined;
}

const ofModel = ["surprise", "entropy", "rank", "top1_probability"];
const ofPair = ["kl", "reverse_kl", "js", "tv", "entropy_change"];

/** The keys of what may be measured at a token, and sorted by. */
export const tokenKeys = [...ofModel, ...ofModel.map((key) => `q_${key}`), ...ofPair];

type Column = ArrayLike<number> | undefined;

/** The columns that a table has, information in the unit. Q's begin with `q_`. */
export function tokenColumns(table: TokenTable, unit: Unit): TokenColumn[] {
  const { sequence, sequenceNames, position, target, text, p, q } = table;
  const plain = (
    key: string,
    column: Column,
    isNone: (value: number) => boolean = Number.isNaN,
  ): TokenColumn[] =>
    column ? [{ key, title: key, at: (row) => (isNone(column[row]!) ? undefined : column[row]!) }] : [];
  const whole = (key: string, column: Column) => plain(key, column, (value) => value < 0);
  const information = (key: string, column: Column): TokenColumn[] =>
    plain(key, column).map(({ at }) => ({
      ...{ key, title: `${key}_${unit}` },
      at: (row) => (at(row) === undefined ? undefined : inUnit(column![row]!, unit)),
    }));
  const words = (key: string, column: readonly (string | undefined)[] | undefined): TokenColumn[] =>
    column ? [{ key, title: key, at: (row) => column[row] }] : [];
  const model = (prefix: string, columns: TokenColumns): TokenColumn[] => [
    ...information(`${prefix}surprise`, columns.surprise),
    ...information(`${prefix}entropy`, columns.entropy),
    ...whole(`${prefix}rank`, columns.rank),
    ...whole(`${prefix}top1`, columns.top1),
    ...words(`${prefix}top1_text`, columns.top1Text),
    ...plain(`${prefix}top1_probability`, columns.top1Probability),
  ];
  return [
    ...whole("sequence", sequence),
    ...words("name", sequenceNames && Array.from(sequence, (number) => sequenceNames[number]!)),
    ...whole("position", position),
    ...whole("token", target),
    ...words("text", text),
    ...model("", p),
    ...(q ? model("q_", q) : []),
    ...information("kl", table.forwardKl),
    ...information("reverse_kl", table.reverseKl),
    ...information("js", table.jensenShannon),
    ...plain("tv", table.totalVariation),
    ...information("entropy_change", p.entropy && q?.entropy?.map((nats, row) => nats - p.entropy![row]!)),
  ];
}

/** The rows in the order of the text, or the largest value first; rows without one come last. */
export function rowOrder({ at }: TokenColumn, rows: number): Int32Array {
  const values = Float64Array.from({ length: rows }, (_, row) => Number(at(row) ?? Number.NaN));
  return Int32Array.from(values.keys()).sort((one, other) => {
    const [x, y] = [values[one]!, values[other]!];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
    return x === y ? 0 : y - x;
  });
}
