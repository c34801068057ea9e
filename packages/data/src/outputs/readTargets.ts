import { paddingTarget } from "@surprisal/core/rows";
import { FormatError } from "../formatError.ts";
import type { LogitRows } from "../logits/logitRows.ts";
import { readIntegers } from "../logits/readIntegers.ts";
import type { StoredArray } from "../logits/storedArray.ts";

import type { RowOptions } from "./modelRows.ts";

type Layout = Pick<LogitRows, "rows" | "vocabulary" | "sides">;

interface Targets {
  /** One for each row, −1 for none, −2 for padding. */
  targets?: Int32Array;
  from?: string;
}

/** The token that came at each row: of the file named, or of the one array of integers beside the rows that has as many. */
export async function readTargets(
  layout: Layout,
  path: string,
  beside: readonly StoredArray[],
  options: RowOptions,
): Promise<Targets> {
  const { targets: named } = options;
  if (named === undefined) {
    const fitting = beside.filter((array) => isIntegers(array) && same(array.shape, layout.sides));
    return fitting.length === 1 ? read(fitting[0]!, layout, path, options) : {};
  }
  const { output, array: wanted, path: source } = named;
  const arrays = output.kind === "arrays" ? output.arrays.filter(isIntegers) : [];
  const found = arrays.filter(({ name }) => wanted === undefined || name === wanted);
  if (found.length === 1) return read(found[0]!, layout, path, options);
  throw new FormatError({
    code: "names",
    source,
    problem: `holds ${found.length === 0 ? "no array" : `${found.length} arrays`} of integers${wanted === undefined ? "" : ` named ${wanted}`}`,
    expected:
      arrays.length === 0 ? "one" : `one of ${arrays.map(({ name }) => `${source}:${name}`).join(", ")}`,
  });
}

function isIntegers({ type }: StoredArray): boolean {
  return /^[iu]\d+$/.test(type);
}

function same(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((side, i) => side === other[i]);
}

async function read(
  array: StoredArray,
  layout: Layout,
  rowsOf: string,
  { ignore, shift }: RowOptions,
): Promise<Targets> {
  const { rows, vocabulary, sides } = layout;
  const from = array.name === "" ? array.source : `${array.source}:${array.name}`;
  const flat = array.shape.length === 1 && array.shape[0] === rows;
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
        problem: `is ${target}`,
        expected: `one of ${vocabulary} tokens, from 0, or ${ignore} where none is scored`,
        hint: "--ignore N says which number stands for padding",
      });
  }
  return shift
    ? { targets: nextOf(targets, sides.at(-1) ?? 1), from: `${from}, shifted` }
    : { targets, from };
}

/** The token after each, in rows of so many; the last of a row has none, and is padding if it is itself. */
function nextOf(tokens: Int32Array, perSequence: number): Int32Array {
  return tokens.map((_, row) => {
    const isLast = (row + 1) % perSequence === 0;
    return isLast ? Math.min(tokens[row]!, -1) : tokens[row + 1]!;
  });
}
