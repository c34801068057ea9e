import { paddingTarget } from "@surprisal/core/rows";
import { FormatError } from "../formatError.ts";
import type { LogitRows } from "../logits/logitRows.ts";
import { readIntegers } from "../logits/readIntegers.ts";
import { type StoredArray, shapeText } from "../logits/storedArray.ts";
import { type DoubtfulAlignment, doubtfulAlignment } from "./alignment.ts";
import type { RowOptions } from "./modelRows.ts";
import { targetsAmong } from "./targetsAmong.ts";

export interface Targets {
  /** One for each row, −1 for none, −2 for padding. */
  targets?: Int32Array;
  from?: string;
  /** Of tokens put in: the first of each sequence, after which the first row comes; −1 for none, −2 for padding. */
  first?: Int32Array;
  /** That they seem to be put a place too early or too late. */
  doubtful?: DoubtfulAlignment;
  /** Where nothing is known of what came: arrays beside the rows that might say it. */
  possible?: readonly string[];
}

/** Text has other tokens among so many, and over so many outcomes, than the first two. */
const [fewFlags, manyOutcomes] = [16, 256];

/** The token that came at each row: of the file named, or of the array of integers beside the rows that has as many, if its name or that it is the only one tells which. */
export async function readTargets(
  rows: LogitRows,
  path: string,
  beside: readonly StoredArray[],
  options: RowOptions,
): Promise<Targets> {
  const { targets: named } = options;
  if (named === undefined) {
    const fitting = beside.filter((array) => isIntegers(array) && same(array.shape, rows.sides));
    const { chosen, isNamed, possible } = targetsAmong(fitting, options.shift);
    if (chosen && (isNamed || !(await areFlags(chosen, rows)))) return read(chosen, rows, path, options);
    return possible.length > 0 ? { possible: possible.map(nameOf) } : {};
  }
  const { output, array: wanted, path: source } = named;
  const arrays = output.kind === "arrays" ? output.arrays.filter(isIntegers) : [];
  const among = targetsAmong(arrays, options.shift);
  const chosen = wanted === undefined ? among.chosen : arrays.find(({ name }) => name === wanted);
  if (chosen) return read(chosen, rows, path, options);
  const possible = wanted === undefined ? among.possible : arrays;
  throw new FormatError({
    code: "names",
    source,
    problem: `holds ${wanted === undefined ? held(arrays, possible) : `no array of integers named ${wanted}`}`,
    expected: possible.length === 0 ? "one" : `one of ${possible.map(nameOf).join(", ")}`,
  });
}

function held(arrays: readonly StoredArray[], possible: readonly StoredArray[]): string {
  if (possible.length > 0) return `${possible.length} arrays of integers`;
  const others = arrays.map(({ name }) => name).join(", ");
  return `no array of integers${others === "" ? "" : ` but ${others}`}`;
}

function nameOf({ name, source }: StoredArray): string {
  return name === "" ? source : `${source}:${name}`;
}

/** Whether it says yes or no rather than which token. */
async function areFlags(array: StoredArray, { rows, vocabulary }: LogitRows): Promise<boolean> {
  if (rows < fewFlags || vocabulary < manyOutcomes) return false;
  return (await readIntegers(array)).every((value) => value === 0 || value === 1);
}

function isIntegers({ type }: StoredArray): boolean {
  return /^[iu]\d+$/.test(type);
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((side, i) => side === other[i]);
}

async function read(
  array: StoredArray,
  rows: LogitRows,
  rowsOf: string,
  { ignore, shift }: RowOptions,
): Promise<Targets> {
  const { vocabulary, sides } = rows;
  const from = nameOf(array);
  const flat = array.shape.length === 1 && array.shape[0] === rows.rows;
  if (!(flat || same(array.shape, sides)))
    throw new FormatError({
      code: "lengths",
      source: from,
      problem: `has the shape ${array.shape.join(" × ") || "of one number"}`,
      expected: `${sides.join(" × ") || 1}, a target for each row of ${rowsOf}`,
    });
  const targets = await readIntegers(array);
  for (const [index, target] of targets.entries()) {
    if (target === ignore) targets[index] = paddingTarget;
    else if (target < 0 || target >= vocabulary)
      throw new FormatError({
        code: "range",
        source: from,
        place: { index },
        problem: `is ${target}${placeIn(array.shape, index)}`,
        expected: `one of ${vocabulary} tokens, from 0, or ${ignore} where none is scored`,
        hint: "--ignore N says which number stands for padding",
      });
  }
  const perSequence = sides.at(-1) ?? 1;
  const next = nextOf(targets, perSequence);
  const doubtful = await doubtfulAlignment(rows, targets, next, shift ?? false);
  const first = () => targets.filter((_, row) => row % perSequence === 0);
  return {
    ...(shift ? { targets: next, from: `${from}, shifted`, first: first() } : { targets, from }),
    ...(doubtful && { doubtful }),
  };
}

/** Where an index stands in an array of several sides. */
function placeIn(shape: readonly number[], index: number): string {
  if (shape.length < 2) return "";
  const place = shape.map((side, i) => Math.floor(index / product(shape.slice(i + 1))) % side);
  return ` (at [${place.join(", ")}] of ${shapeText(shape)})`;
}

function product(sides: readonly number[]): number {
  return sides.reduce((all, side) => all * side, 1);
}

/** The token after each, in rows of so many; the last of a row has none, and is padding if it is itself. */
function nextOf(tokens: Int32Array, perSequence: number): Int32Array {
  return tokens.map((_, row) => {
    const isLast = (row + 1) % perSequence === 0;
    return isLast ? Math.min(tokens[row]!, -1) : tokens[row + 1]!;
  });
}
