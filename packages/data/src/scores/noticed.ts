import { likeliestFirst } from "@surprisal/core";
import type { QuirkTally } from "./quirks.ts";
import type { Alternative, Scored } from "./scoredSequence.ts";

/** Single precision cannot make a list sum to more. */
const excess = 1 + 1e-3;

/**
 * The same scores, their alternatives likeliest first, after what is peculiar about them has been noted; those that say less than they seem to are made unknown.
 */
export function noticed(read: readonly Scored[], quirks: QuirkTally): Scored[] {
  const scores = read.map((score, index): Scored => {
    const top = likeliestFirst(score.top);
    const isWithheld = score.logProbability === undefined && (top.length > 0 || quirks.hasSentinel(index));
    if (isWithheld) return { ...score, top, isWithheld };
    return top === score.top ? score : { ...score, top };
  });
  const known = scores.filter(({ logProbability }) => logProbability !== undefined);
  const allZero = known.length > 1 && known.every(({ logProbability }) => logProbability === 0);
  noteBlankMarks(scores, quirks);
  return scores.map((score, index) => {
    const { logProbability, top } = score;
    if (top.length === 0) return allZero && logProbability === 0 ? unknown(score, index) : score;
    const listed = mass(top);
    const twins = top.filter((other) => isSame(other, score));
    const isListed = twins.length > 0;
    const others = listed - mass(twins.slice(0, 1));
    if (!isListed) quirks.add("notListed", index);
    if (new Set(top.map(({ text, id }) => id ?? text)).size < top.length) quirks.add("duplicates", index);
    if (listed > excess) quirks.add("excess", index);
    if (logProbability === 0 && (allZero || (!isListed && others > excess - 1))) return unknown(score, index);
    if (isContradicted(score, twins, others)) quirks.add("contradicted", index);
    return score;
  });

  function unknown(score: Scored, index: number): Scored {
    quirks.add("placeholder", index);
    return { ...score, logProbability: undefined, isWithheld: true };
  }
}

/** By the values that the list has of what is written like it, or because all that is listed beside it leaves less. */
function isContradicted(
  { logProbability, text }: Scored,
  twins: readonly Alternative[],
  others: number,
): boolean {
  if (logProbability === undefined || others > excess || text.includes("\ufffd")) return false;
  if (twins.length === 0) return others + Math.exp(logProbability) > excess;
  return twins.every(
    ({ logProbability: given = logProbability }) => Math.abs(given - logProbability) > excess - 1,
  );
}

function mass(list: readonly Alternative[]): number {
  return list.reduce(
    (sum, { logProbability }) => sum + Math.exp(logProbability ?? Number.NEGATIVE_INFINITY),
    0,
  );
}

function isSame(a: Alternative, b: Alternative): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.text === b.text;
}

function noteBlankMarks(scores: readonly Scored[], quirks: QuirkTally): void {
  const isMarked = ({ text, bytes }: Scored) => bytes === undefined && /^[▁Ġ]/.test(text);
  if (scores.some(({ text }) => text.startsWith(" "))) return;
  for (const [index, score] of scores.entries()) if (isMarked(score)) quirks.add("blankMarks", index);
}
