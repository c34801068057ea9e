import type { Nats, TokenTable } from "@surprisal/core";
import { likeliestTokens, type RowPlace, type Scored, type Vocabulary } from "@surprisal/data";
import { open, openRows } from "@surprisal/data/node";
import { type Alternatives, keptRows, type PossibleToken } from "@surprisal/data/report";

/** How many of the likeliest are kept at a token. */
const kept = 5;

/** What else could have come, at the tokens whose alternatives a report keeps: these rows are read once more. */
export async function rowAlternatives(
  table: TokenTable,
  places: { readonly p: RowPlace; readonly q?: RowPlace },
  vocabulary: Vocabulary | undefined,
): Promise<Map<number, Alternatives>> {
  const named = ({ id, logProbability }: { id: number; logProbability: Nats }): PossibleToken => {
    const text = vocabulary?.textOf(id);
    return text === undefined ? { id, logProbability } : { text, logProbability };
  };
  const readers = await Promise.all(
    [places.p, ...(places.q ? [places.q] : [])].map((place) => openRows(place, open)),
  );
  const finders = readers.map(likeliestTokens);
  const found = new Map<number, Alternatives>();
  try {
    for (const row of keptRows(table)) {
      const came = table.target?.[row] ?? -1;
      const [p, q] = await Promise.all(finders.map((finder) => finder.at(row, kept, came)));
      found.set(row, { p: p!.map(named), ...(q && { q: q.map(named) }) });
    }
  } finally {
    for (const reader of readers) await reader.close?.();
  }
  return found;
}

/** The same of scores, which list them: of one model, or of two beside each other. */
export function listedAlternatives(
  table: TokenTable,
  p: readonly Scored[],
  q?: readonly Scored[],
): Map<number, Alternatives> {
  const has = (scores: readonly Scored[]) => scores.some(({ top }) => top.length > 0);
  if (!(has(p) || (q && has(q)))) return new Map();
  return new Map(
    keptRows(table).map((row) => [row, { p: listed(p[row]!), ...(q && { q: listed(q[row]!) }) }]),
  );
}

function listed(score: Scored): PossibleToken[] {
  const top = score.top.slice(0, kept);
  const all = top.some(({ text }) => text === score.text) ? top : [...top, score];
  return all.flatMap(({ text, logProbability }) =>
    logProbability === undefined ? [] : [{ text, logProbability }],
  );
}
