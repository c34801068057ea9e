import {
  likeliestIn,
  likeliestTokens,
  openBlobRows,
  type RowPlace,
  type ScoredSequence,
  type Vocabulary,
} from "@surprisal/data";
import { tokenName } from "@surprisal/data/report";
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
  const finders = places.map(async (place) => likeliestTokens(await openBlobRows(place)));
  return async (row) => {
    const models = await Promise.all(finders.map(async (finder) => (await finder).read(row)));
    const came = targets?.[row] ?? -1;
    const shown = new Set(models.flatMap((model) => (model ? likeliestIn(model.logits, likeliest) : [])));
    if (came >= 0) shown.add(came);
    return inOrder(
      Array.from(shown, (id) => ({
        ...namedBy(id, vocabulary),
        ...probabilitiesOf(models.map((model) => model && Math.exp(model.logits[id]! - model.logSumExp))),
        came: id === came,
      })),
    );
  };
}

function namedBy(id: number, vocabulary: Vocabulary | undefined): Pick<Alternative, "text" | "id"> {
  const text = vocabulary?.textOf(id);
  return text === undefined ? { text: tokenName({ id }), id } : { text };
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

function probabilitiesOf([p, q]: readonly (number | undefined)[]): { p?: number; q?: number } {
  return { ...(p !== undefined && { p }), ...(q !== undefined && { q }) };
}

function inOrder(found: Alternative[]): Alternative[] {
  return found.sort((a, b) => (b.p ?? 0) - (a.p ?? 0) || (b.q ?? 0) - (a.q ?? 0));
}
