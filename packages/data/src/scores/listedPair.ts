import type { ListedPair, Nats, TopList } from "@surprisal/core";
import type { Alternative, Scored, ScoredSequence } from "./scoredSequence.ts";

/** How far probabilities in single precision may sum to something else than 1. */
const singlePrecision = 2 ** -20;

const encoder = new TextEncoder();
// biome-ignore lint/suspicious/noControlCharactersInRegex: the bytes of these are they themselves
const isAscii = /^[\x00-\x7f]*$/;

/** What a token is called in every file: its bytes, as characters. Nothing if its text is lossy and they are not given. */
export function tokenKey({ text, bytes }: Pick<Alternative, "text" | "bytes">): string | undefined {
  if (bytes === undefined && isAscii.test(text)) return text;
  if (bytes === undefined && text.includes("\ufffd")) return undefined;
  return String.fromCharCode(...(bytes ?? encoder.encode(text)));
}

/**
 * What two models list at one token, as far as a bound can be made of it. Outcomes are told apart by their ids where all have one, else by their bytes: those that are alike in a list, or whose
 * bytes are lost, count as not listed in either.
 *
 * @param halfUnit How far each listed log-probability may be off, for either: see `halfUnitOf`.
 * @returns Nothing if one lists nothing, or not how likely what it lists is, or more than there can be.
 */
export function listedPair(p: Scored, q: Scored, halfUnit: { p: Nats; q: Nats }): ListedPair | undefined {
  const nameOf = namesOf(p, q);
  const [ofP, ofQ] = [entriesOf(p, nameOf), entriesOf(q, nameOf)];
  const unclear = new Set([...alike(ofP), ...alike(ofQ)]);
  const [listP, listQ] = [listOf(p, ofP, unclear, halfUnit.p), listOf(q, ofQ, unclear, halfUnit.q)];
  return listP && listQ && { p: listP, q: listQ };
}

/** The same of one model, by itself. */
export function listedAlone(score: Scored, halfUnit: Nats): TopList | undefined {
  const entries = entriesOf(score, namesOf(score));
  return listOf(score, entries, new Set(alike(entries)), halfUnit);
}

/** How far the log-probabilities of a sequence may be from what they were before they were written: half a unit of the last decimal, where these are few, and a little for what doubles lose. */
export function halfUnitOf({ quirks }: Pick<ScoredSequence, "quirks">): Nats {
  const decimals = quirks.find(({ code }) => code === "rounded")?.decimals;
  return decimals === undefined ? 0 : (0.5 + 2 ** -20) * 10 ** -decimals;
}

/** What tells the tokens of these from each other: ids, where all have one, else bytes. */
export function namesOf(...scores: readonly Scored[]): (token: Alternative) => string | undefined {
  const haveIds = scores.every((score) => [score, ...score.top].every(({ id }) => id !== undefined));
  return haveIds ? ({ id }) => String(id) : tokenKey;
}

interface Entry {
  key: string | undefined;
  logProbability: number | undefined;
  came: boolean;
}

/** All that is listed, and what came if it is known and not among it. */
function entriesOf(score: Scored, nameOf: (token: Alternative) => string | undefined): Entry[] {
  const cameAs = nameOf(score);
  const listed = score.top.map((alternative): Entry => {
    const key = nameOf(alternative);
    // Of two whose bytes are lost, either may be what came.
    return { key, logProbability: alternative.logProbability, came: key === cameAs };
  });
  const { logProbability } = score;
  const isKnown = logProbability !== undefined && cameAs !== undefined;
  const isAdded = isKnown && !listed.some(({ came }) => came);
  return isAdded ? [...listed, { key: cameAs, logProbability, came: true }] : listed;
}

function alike(entries: readonly Entry[]): (string | undefined)[] {
  const seen = new Set<string | undefined>();
  const twice = entries.filter(({ key }) => seen.size === seen.add(key).size).map(({ key }) => key);
  return [undefined, ...twice];
}

function listOf(
  score: Scored,
  entries: readonly Entry[],
  unclear: ReadonlySet<string | undefined>,
  halfUnit: Nats,
): TopList | undefined {
  if (score.top.length === 0) return undefined;
  if (entries.some(({ logProbability, came }) => logProbability === undefined && !came)) return undefined;
  const possible = entries.filter(({ logProbability = -Infinity }) => logProbability > -Infinity);
  const sum = possible.reduce((mass, { logProbability }) => mass + Math.exp(logProbability! - halfUnit), 0);
  if (sum > 1 + singlePrecision) return undefined;
  // What came may be listed however unlikely it is; all others are the likeliest.
  const others = possible.filter(({ came }) => !came).map(({ logProbability }) => logProbability!);
  const kept = possible.filter(({ key }) => !unclear.has(key));
  const dropped = possible.filter(({ key }) => unclear.has(key)).map(({ logProbability }) => logProbability!);
  return {
    outcomes: kept.map(({ key }) => key!),
    logProbabilities: kept.map(({ logProbability }) => logProbability!),
    largestUnlisted: Math.max(others.length > 0 ? Math.min(...others) : 0, ...dropped),
    halfUnit,
    rounding: singlePrecision,
  };
}
