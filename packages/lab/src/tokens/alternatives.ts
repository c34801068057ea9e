import { measureRows, type RowFormat, widen } from "@surprisal/core";
import type { RowPlace, RowReader, ScoredSequence, Vocabulary } from "@surprisal/data";
import { openBlobRows } from "@surprisal/data";
import type { Alternative } from "./question.ts";

/** How many of each model's likeliest tokens are shown. */
const likeliest = 5;

/** Gives the alternatives at a row of the table. */
export type Alternatives = (row: number) => Alternative[] | Promise<Alternative[]>;

/** Those of rows of logits, each read from its file when it is asked for. */
export function rowAlternatives(
  places: readonly RowPlace[],
  targets: Int32Array | undefined,
  vocabulary: Vocabulary | undefined,
): Alternatives {
  const readers = places.map((place) => openBlobRows(place));
  return async (row) => {
    const models = await Promise.all(readers.map(async (reader) => probabilitiesAt(await reader, row)));
    const came = targets?.[row] ?? -1;
    const shown = new Set(models.flatMap(largest));
    if (came >= 0) shown.add(came);
    return inOrder(
      Array.from(shown, (token) => ({
        text: vocabulary?.textOf(token) ?? `[${token}]`,
        ...probabilitiesOf(models.map((model) => model?.[token])),
        came: token === came,
      })),
    );
  };
}

/** Those that the scores of one file, or of two, list. */
export function scoreAlternatives(files: readonly (readonly ScoredSequence[])[]): Alternatives {
  const scores = files.map((sequences) => sequences.flatMap((sequence) => sequence.scores));
  return (row) => {
    const places = scores.map((file) => file[row]!);
    const came = places[0]!.text;
    const listed = places.map(
      (place) => new Map([place, ...place.top].map((one) => [one.text, one.logProbability])),
    );
    const texts = new Set(
      places.flatMap(({ text, top }) => [text, ...top.slice(0, likeliest).map((one) => one.text)]),
    );
    return inOrder(
      Array.from(texts, (text) => ({
        text,
        ...probabilitiesOf(
          listed.map((known) => {
            const logProbability = known.get(text);
            return logProbability === undefined ? undefined : Math.exp(logProbability);
          }),
        ),
        came: text === came,
      })),
    );
  };
}

async function probabilitiesAt(reader: RowReader, row: number): Promise<Float64Array | undefined> {
  const { format, vocabulary } = reader;
  const bytes = new Uint8Array(vocabulary * (format === "f32" ? 4 : 2));
  await reader.readRows(row, 1, bytes);
  const logits = numbersIn(bytes, format);
  const { logSumExp, faults } = measureRows({ format: "f32", vocabulary, values: logits });
  if (faults.length > 0) return undefined;
  return Float64Array.from(logits, (x) => Math.exp(x - logSumExp[0]!));
}

function numbersIn({ buffer }: Uint8Array, format: RowFormat): Float32Array {
  return widen(format, format === "f32" ? new Float32Array(buffer) : new Uint16Array(buffer));
}

/** The indices of the largest numbers, without sorting all of them. */
function largest(numbers: Float64Array | undefined): number[] {
  const found: number[] = [];
  numbers?.forEach((x, i) => {
    if (found.length === likeliest && x <= numbers[found.at(-1)!]!) return;
    const at = found.findIndex((other) => x > numbers[other]!);
    found.splice(at < 0 ? found.length : at, 0, i);
    found.length = Math.min(found.length, likeliest);
  });
  return found;
}

function probabilitiesOf([p, q]: readonly (number | undefined)[]): { p?: number; q?: number } {
  return { ...(p !== undefined && { p }), ...(q !== undefined && { q }) };
}

function inOrder(found: Alternative[]): Alternative[] {
  return found.sort((a, b) => (b.p ?? 0) - (a.p ?? 0) || (b.q ?? 0) - (a.q ?? 0));
}
