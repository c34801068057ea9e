import type { ComparabilityCard } from "@surprisal/core";
import { FormatError } from "../formatError.ts";
import { logitRows } from "../logits/logitRows.ts";
import { areProbabilities } from "../logits/probabilityRows.ts";
import { type StoredArray, shapeText } from "../logits/storedArray.ts";
import type { ModelOutput } from "../openModelOutput.ts";
import type { RowPlace } from "../rows/rowJob.ts";
import { rowPlace } from "../rows/rowPlace.ts";
import type { DoubtfulAlignment } from "./alignment.ts";
import { readTargets, type Targets } from "./readTargets.ts";
import { textHash } from "./textHash.ts";

/** An opened file that a model's outputs are in, and which of its arrays they are, if that was said. */
export interface NamedOutput {
  readonly path: string;
  readonly array?: string;
  readonly output: ModelOutput;
  /** What stands for a path where there are none: that of the file, or of a shard beside it. */
  readonly blobOf?: (path: string) => Blob | undefined;
}

/** How rows are to be taken, and what came at each. */
export interface RowOptions {
  /** A file of integers. */
  readonly targets?: NamedOutput;
  /** The integer that stands for padding. */
  readonly ignore: number;
  /** Whether the integers are the tokens put in, so that each row is scored by the one after its own. */
  readonly shift?: boolean;
  /** They are logits even if they look like probabilities. */
  readonly logits?: boolean;
}

/** Rows of logits, what came at each, and how they are laid out. */
export interface ModelRows {
  file: string;
  format: string;
  rows: number;
  vocabulary: number;
  place: RowPlace;
  /** Its numbers are doubles, and are measured as singles. */
  narrowed?: true;
  /** Of a base file of llama.cpp: how far below the likeliest outcome of a row all is stored alike. */
  cutNats?: number;
  /** −1 for none, −2 for padding. */
  targets?: Int32Array;
  /** Where those are from. */
  targetsFrom?: string;
  /** Where they are the tokens put in: the first of each sequence, which is scored by none; −1 for none, −2 for padding. */
  first?: Int32Array;
  /** That they seem to be put a place too early or too late. */
  doubtful?: DoubtfulAlignment;
  /** Where it is not known what came: arrays beside the rows that might say it. */
  possibleTargets?: readonly string[];
  /** Rows that follow one another in one text: of a window, or of one entry of a batch. */
  rowsPerSequence: number;
  card: ComparabilityCard;
}

/** How the perplexity of a file of tokens comes about. */
export const tokenCard = { normalizer: "token", averaging: "tokens" } as const;

/** The same of surprises a byte. */
export const byteCard = { ...tokenCard, normalizer: "byte" } as const;

/**
 * The rows of logits in a file, and the tokens that came: those of the file that says so, else of the array of integers beside the rows that has as many, called labels or targets or the only one, else a base file's own.
 *
 * @throws FormatError if there are no rows, or several arrays and none named, or they are probabilities, or the targets do not fit them.
 */
export async function modelRows(
  { path, array: wanted, output, blobOf }: NamedOutput,
  options: RowOptions,
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
    const { targets, from, first, doubtful } = options.targets
      ? await readTargets(base, path, [], options)
      : ({ targets: await base.readTargets(), from: "its own tokens" } as Targets);
    return {
      ...{ file: path, format, rows: base.rows, vocabulary: base.vocabulary, rowsPerSequence: rowsPerWindow },
      place: rowPlace(base, blobOf?.(path) ?? path),
      cutNats: base.cutNats,
      ...(targets && { targets, targetsFrom: from! }),
      ...(first && { first }),
      ...(doubtful && { doubtful }),
      card: { ...tokenCard, ...(await about(targets)), window, stride: window, context: firstScored + 1 },
    };
  }
  const array = chosen(output.arrays, wanted, path);
  const rows = logitRows(array);
  if (!options.logits && (await areProbabilities(array))) throw probabilities(array, path);
  const { targets, from, first, doubtful, possible } = await readTargets(rows, path, output.arrays, options);
  return {
    ...{ file: wanted === undefined ? path : `${path}:${wanted}`, format: output.format },
    ...{ rows: rows.rows, vocabulary: rows.vocabulary },
    rowsPerSequence: rows.sides.at(-1) ?? 1,
    ...(rows.stored === "f64" && { narrowed: true as const }),
    place: rowPlace(rows, blobOf?.(array.source) ?? path, array.name),
    ...(targets && { targets, targetsFrom: from! }),
    ...(first && { first }),
    ...(doubtful && { doubtful }),
    ...(possible && { possibleTargets: possible }),
    card: { ...tokenCard, ...(await about(targets)) },
  };
}

/** What tells the scored text from another, if nothing but its tokens is known. */
async function about(targets: Int32Array | undefined): Promise<Pick<ComparabilityCard, "textHash">> {
  if (targets === undefined) return {};
  const bytes = new Uint8Array(4 * targets.length);
  const little = new DataView(bytes.buffer);
  for (const [row, target] of targets.entries()) little.setInt32(4 * row, Math.max(target, -1), true);
  return textHash(bytes, "targets");
}

function chosen(arrays: readonly StoredArray[], wanted: string | undefined, path: string): StoredArray {
  const found = wanted === undefined ? undefined : arrays.find(({ name }) => name === wanted);
  if (found) return found;
  const floats = arrays.filter(({ type, shape }) => /^b?f(16|32|64)$/.test(type) && shape.length > 0);
  if (wanted === undefined && floats.length === 1) return floats[0]!;
  const names = floats.map(({ name }) => `${path}:${name}`);
  const held = floats.length > 0 ? `${floats.length} arrays of logits` : kindsOf(arrays);
  throw new FormatError({
    code: "names",
    source: path,
    problem: `holds ${wanted === undefined ? held : `no array named ${wanted}`}`,
    expected: names.length === 0 ? "logits in floating point" : `one of ${names.join(", ")}`,
  });
}

function probabilities({ name }: StoredArray, path: string): FormatError {
  return new FormatError({
    code: "kind",
    source: name === "" ? path : `${path}:${name}`,
    problem: "holds probabilities: its rows are nowhere negative and sum to 1",
    expected: "logits or log-probabilities",
    hint: "save their logarithms instead, numpy.log(x)",
  });
}

const fewKinds = 3;

/** `i8 of shape 256 × 4`, of the first few. */
function kindsOf(arrays: readonly StoredArray[]): string {
  if (arrays.length === 0) return "no arrays";
  const kinds = arrays
    .slice(0, fewKinds)
    .map(({ type, shape }) =>
      shape.length === 0 ? `a single ${type}` : `${type} of shape ${shapeText(shape)}`,
    );
  const more = arrays.length - kinds.length;
  return `${kinds.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
