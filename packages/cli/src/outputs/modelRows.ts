import { createHash } from "node:crypto";
import type { ComparabilityCard } from "@surprisal/core";
import { FormatError, logitRows, type RowPlace, rowPlace, type StoredArray } from "@surprisal/data";
import type { NamedOutput } from "./outputNamed.ts";
import { readTargets, type TargetOptions } from "./readTargets.ts";

/** Rows of logits, what came at each, and how they are laid out. */
export interface ModelRows {
  file: string;
  format: string;
  rows: number;
  vocabulary: number;
  place: RowPlace;
  /** −1 for none. */
  targets?: Int32Array;
  /** Where those are from. */
  targetsFrom?: string;
  /** Rows that follow one another in one text: of a window, or of one entry of a batch. */
  rowsPerSequence: number;
  card: ComparabilityCard;
}

export const tokenCard = { normalizer: "token", averaging: "tokens" } as const;

export async function modelRows(
  { path, array: wanted, output }: NamedOutput,
  options: TargetOptions,
): Promise<ModelRows> {
  if (output.kind === "scores")
    throw new FormatError({
      code: "unsupported",
      source: path,
      problem: "holds the log-probabilities of single tokens",
      expected: "rows of logits, or a base file of llama.cpp",
    });
  if (output.kind === "base") {
    const { base, format } = output;
    const { rowsPerWindow, contextLength: window, firstScored } = base;
    const given = options.targets !== "none";
    const { targets, from } = given
      ? await readTargets(base, path, [], options)
      : { targets: await base.readTargets(), from: "its own tokens" };
    return {
      ...{ file: path, format, rows: base.rows, vocabulary: base.vocabulary, rowsPerSequence: rowsPerWindow },
      place: rowPlace(base, path),
      ...(targets && { targets, targetsFrom: from! }),
      card: { ...tokenCard, ...about(targets), window, stride: window, context: firstScored + 1 },
    };
  }
  const array = chosen(output.arrays, wanted, path);
  const rows = logitRows(array);
  const { targets, from } = await readTargets(rows, path, output.arrays, options);
  return {
    ...{ file: path, format: output.format, rows: rows.rows, vocabulary: rows.vocabulary },
    rowsPerSequence: rows.sides.at(-1) ?? 1,
    place: rowPlace(rows, path, array.name),
    ...(targets && { targets, targetsFrom: from! }),
    card: { ...tokenCard, ...about(targets) },
  };
}

/** What tells the scored text from another, if nothing but its tokens is known. */
function about(targets: Int32Array | undefined): Pick<ComparabilityCard, "textHash"> {
  if (targets === undefined) return {};
  const little = new DataView(new ArrayBuffer(4 * targets.length));
  for (const [row, target] of targets.entries()) little.setInt32(4 * row, target, true);
  const digest = createHash("sha256").update(little).digest("hex");
  return { textHash: `sha256 of the targets, ${digest.slice(0, 16)}` };
}

function chosen(arrays: readonly StoredArray[], wanted: string | undefined, path: string): StoredArray {
  const found = wanted === undefined ? undefined : arrays.find(({ name }) => name === wanted);
  if (found) return found;
  const floats = arrays.filter(({ type, shape }) => /^b?f(16|32|64)$/.test(type) && shape.length > 0);
  if (wanted === undefined && floats.length === 1) return floats[0]!;
  const names = floats.map(({ name }) => `${path}:${name}`);
  throw new FormatError({
    code: "names",
    source: path,
    problem:
      wanted === undefined ? `holds ${floats.length} arrays of logits` : `holds no array named ${wanted}`,
    expected: names.length === 0 ? "an array of logits" : `one of ${names.join(", ")}`,
  });
}
