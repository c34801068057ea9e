import type { TokenColumns, TokenTable } from "@surprisal/core";
import type { Alternatives, PossibleToken } from "./reportInput.ts";

/** Text, then log-probability in nats; where a token has no text, its number. */
type EncodedToken = [token: string | number, logProbability: number | null];

/** A table as JSON holds it: numbers by their bytes, to the last digit. */
export interface EncodedTokens {
  readonly tokens: number;
  /** How many tokens each sequence has, in order. */
  readonly lengths: readonly number[];
  readonly sequenceNames?: readonly string[];
  readonly text?: readonly (string | null)[];
  readonly top1Text?: { readonly p?: readonly (string | null)[]; readonly q?: readonly (string | null)[] };
  /** Columns by their name, as base64 of numbers, little end first: doubles, and integers of 32 bits. */
  readonly columns: Readonly<Record<string, string>>;
  readonly alternatives: Readonly<Record<number, readonly (readonly EncodedToken[])[]>>;
}

const integers = ["target", "p.rank", "p.top1", "q.rank", "q.top1"];
const ofModel = ["surprise", "entropy", "rank", "top1", "top1Probability"] as const;
const ofPair = ["forwardKl", "reverseKl", "jensenShannon", "totalVariation"] as const;

export function encodeTokens(
  table: TokenTable,
  alternatives: ReadonlyMap<number, Alternatives> = new Map(),
): EncodedTokens {
  const columns: Record<string, string> = {};
  const add = (name: string, column: Float64Array | Int32Array | undefined) => {
    if (column) columns[name] = toBase64(column);
  };
  add("target", table.target);
  for (const name of ofPair) add(name, table[name]);
  for (const name of ofModel) {
    add(`p.${name}`, table.p[name]);
    add(`q.${name}`, table.q?.[name]);
  }
  const { p, q, text, sequenceNames } = table;
  return {
    tokens: table.tokens,
    lengths: lengthsOf(table.sequence),
    ...(sequenceNames && { sequenceNames }),
    ...(text && { text: nulled(text) }),
    ...((p.top1Text || q?.top1Text) && {
      top1Text: {
        ...(p.top1Text && { p: nulled(p.top1Text) }),
        ...(q?.top1Text && { q: nulled(q.top1Text) }),
      },
    }),
    columns,
    alternatives: Object.fromEntries(
      Array.from(alternatives, ([row, { p, q }]) => [row, [encoded(p), ...(q ? [encoded(q)] : [])]]),
    ),
  };
}

export function decodeTokens(from: EncodedTokens): {
  table: TokenTable;
  alternatives: ReadonlyMap<number, Alternatives>;
} {
  const column = (name: string) => {
    const text = from.columns[name];
    if (text === undefined) return undefined;
    const { buffer } = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return integers.includes(name) ? new Int32Array(buffer) : new Float64Array(buffer);
  };
  const some = <K extends string>(names: readonly K[], prefix: string) =>
    Object.fromEntries(
      names
        .map((name) => [name, column(prefix + name)] as const)
        .filter(([, values]) => values !== undefined),
    );
  const model = (which: "p" | "q"): TokenColumns => {
    const texts = from.top1Text?.[which];
    return { ...some(ofModel, `${which}.`), ...(texts && { top1Text: undefinedForNull(texts) }) };
  };
  const hasQ = Object.keys(from.columns).some((name) => name.startsWith("q."));
  const { text, sequenceNames } = from;
  const sequence = from.lengths.flatMap((length, i) => new Array<number>(length).fill(i));
  const table: TokenTable = {
    tokens: from.tokens,
    sequence: Int32Array.from(sequence),
    ...(sequenceNames && { sequenceNames }),
    position: Int32Array.from(from.lengths.flatMap((length) => Array.from({ length }, (_, i) => i))),
    ...some(["target"], ""),
    ...(text && { text: undefinedForNull(text) }),
    p: model("p"),
    ...(hasQ && { q: model("q") }),
    ...some(ofPair, ""),
  };
  const alternatives = Object.entries(from.alternatives).map(([row, [p, q]]) => {
    const kept: Alternatives = { p: p!.map(decoded), ...(q && { q: q.map(decoded) }) };
    return [Number(row), kept] as const;
  });
  return { table, alternatives: new Map(alternatives) };
}

const lot = 3 << 13;

function toBase64(column: Float64Array | Int32Array): string {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
  let text = "";
  for (let start = 0; start < bytes.length; start += lot)
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + lot)));
  return text;
}

function lengthsOf(sequence: Int32Array): number[] {
  const lengths: number[] = [];
  for (let row = 0; row < sequence.length; row++) {
    if (row === 0 || sequence[row] !== sequence[row - 1]) lengths.push(0);
    lengths[lengths.length - 1]!++;
  }
  return lengths;
}

function encoded(list: readonly PossibleToken[]): EncodedToken[] {
  return list.map(({ text, id, logProbability }) => [
    text ?? id ?? -1,
    logProbability === -Infinity ? null : Number(logProbability.toPrecision(9)),
  ]);
}

function decoded([token, logProbability]: EncodedToken): PossibleToken {
  const named = typeof token === "string" ? { text: token } : { id: token };
  return { ...named, logProbability: logProbability ?? -Infinity };
}

// JSON leaves `undefined` no place in a list.
function nulled(texts: readonly (string | undefined)[]): (string | null)[] {
  return texts.map((text) => text ?? null);
}

function undefinedForNull(texts: readonly (string | null)[]): (string | undefined)[] {
  return texts.map((text) => text ?? undefined);
}
