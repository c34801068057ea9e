import { logitRows, type ModelOutput, type StoredArray } from "@surprisal/data";
import { counted } from "../number.ts";
import type { Page } from "../page.ts";
import { type Cell, number, table } from "../table.ts";
import { wrapped } from "../wrapped.ts";
import { bytesText } from "./bytesText.ts";
import { type Sampled, sampled } from "./sampled.ts";

/** What is said of a file of arrays. */
export interface Arrays {
  kind: "arrays";
  format: string;
  /** Of all numbers, without what compression saves. */
  bytes: number;
  arrays: {
    name: string;
    source: string;
    type: string;
    bigEndian: boolean;
    shape: readonly number[];
    bytes: number;
    compressed: boolean;
    note?: string;
    rows?: number;
    vocabulary?: number;
    sample?: Sampled;
  }[];
}

type Shown = Arrays["arrays"][number];

const formats = {
  npy: "an array of NumPy",
  npz: "arrays of NumPy",
  safetensors: "tensors of safetensors",
  "safetensors index": "an index of safetensors, and its shards",
  text: "integers written as text",
};

/** A row that is longer is no row of logits. */
const longestRow = 1 << 24;

/** A file of so many float arrays holds the weights of a model, not what it gave out. */
const mostSampled = 16;

export async function inspectArrays({
  format,
  arrays,
}: Extract<ModelOutput, { kind: "arrays" }>): Promise<Arrays> {
  const floats = arrays.filter(isRows);
  const isSampled = floats.length <= mostSampled;
  const shown: Shown[] = [];
  for (const array of arrays) {
    const { name, source, type, bigEndian, shape, byteLength: bytes, note } = array;
    const rows = isRows(array) ? logitRows(array) : undefined;
    const compressed = array.byteOffset === undefined;
    shown.push({
      ...{ name, source, type, bigEndian, shape, bytes, compressed },
      ...(note !== undefined && { note }),
      ...(rows && { rows: rows.rows, vocabulary: rows.vocabulary }),
      ...(rows && isSampled && { sample: await sampled(array) }),
    });
  }
  return { kind: "arrays", format, bytes: shown.reduce((sum, { bytes }) => sum + bytes, 0), arrays: shown };
}

function isRows({ type, shape }: StoredArray): boolean {
  const last = shape.at(-1) ?? 0;
  return /^b?f(16|32|64)$/.test(type) && shape.every((side) => side > 0) && last > 0 && last <= longestRow;
}

export function showArrays({ file, format, bytes, arrays }: Arrays & { file: string }, page: Page): string[] {
  const kind = formats[format as keyof typeof formats];
  const rows = arrays.map((array): Cell[] => [
    { name: array.name || "(whole file)" },
    array.bigEndian ? `${array.type}, big-endian` : array.type,
    array.shape.join(" × ") || "one number",
    number(String(array.bytes)),
    { words: about(array) },
  ]);
  const head = ["array", "type", "shape", "bytes"].map((title): Cell => ({ title }));
  return [
    ...wrapped(`${file}: ${kind}, ${bytesText(bytes)} of numbers`, page.width),
    "",
    ...table([head, ...rows], page),
    ...arrays.flatMap(({ name, note, sample }) => [
      ...(note === undefined ? [] : wrapped(`Note: ${name || file}: ${note}`, page.width)),
      ...(sample?.are === "probabilities"
        ? wrapped(
            `Note: ${name || file}: to be measured, save their logarithms instead, numpy.log(x)`,
            page.width,
          )
        : []),
      ...(sample?.faults ?? []).flatMap(({ row, fault }) =>
        wrapped(`Note: ${name || file}: row ${row} is no distribution: ${fault}`, page.width),
      ),
    ]),
  ];
}

function about({ rows, vocabulary, sample, compressed }: Shown): string {
  const parts = [
    ...(rows === undefined ? [] : [`${counted(String(rows), "rows")} over ${vocabulary}`]),
    ...(sample === undefined ? [] : [sample.are]),
    ...(compressed ? ["compressed"] : []),
  ];
  return parts.join(", ");
}
