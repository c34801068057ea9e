import type { Scored, ScoredSequence } from "./scoredSequence.ts";

/** So many decimals nobody has who does not round. */
const coarsest = 5;

/** Fewer numbers can have so few decimals by chance. */
const fewest = 8;

/** Of a text of fewer, its neighbours say too how it is written: as many as have so many numbers together. */
const enough = 32;

/**
 * The same sequences of a file, after it has been noted which are rounded. The first are held back until enough numbers have been read to tell.
 */
export async function* noteRounding(
  sequences: AsyncIterable<ScoredSequence>,
): AsyncGenerator<ScoredSequence> {
  const held: { sequence: ScoredSequence; own: Written }[] = [];
  const recent: Written[] = [];
  let numbers = 0;
  const noted = ({ sequence, own }: (typeof held)[number]) =>
    withRounding(sequence, own.numbers < fewest ? recent : [own]);
  for await (const sequence of sequences) {
    const own = writtenIn(sequence);
    numbers += own.numbers;
    if (numbers === 0) {
      yield sequence;
      continue;
    }
    held.push({ sequence, own });
    recent.push(own);
    while (numbers - recent[0]!.numbers >= enough) numbers -= recent.shift()!.numbers;
    if (numbers >= enough) yield* held.splice(0).map(noted);
  }
  yield* held.map(noted);
}

/** How many log-probabilities there are that can have decimals, and how many they have at most. */
interface Written {
  numbers: number;
  decimals: number;
}

function writtenIn({ unit, scores }: ScoredSequence): Written {
  const written = { numbers: 0, decimals: 0 };
  for (const score of unit === "token" ? scores : [])
    for (const logProbability of numbersOf(score)) {
      written.numbers++;
      // One that has too many says it all.
      if (written.decimals <= coarsest)
        written.decimals = Math.max(written.decimals, decimalsOf(logProbability));
    }
  return written;
}

function numbersOf({ logProbability, top }: Scored): number[] {
  const all = [logProbability, ...top.map((other) => other.logProbability)];
  return all.filter((value) => value !== undefined && value !== 0 && Number.isFinite(value)) as number[];
}

function withRounding(sequence: ScoredSequence, alike: readonly Written[]): ScoredSequence {
  const numbers = alike.reduce((sum, written) => sum + written.numbers, 0);
  const decimals = Math.max(...alike.map((written) => written.decimals));
  if (numbers < fewest || decimals > coarsest) return sequence;
  const { scores, quirks } = sequence;
  const rounded = scores.flatMap((score, i) => (numbersOf(score).length > 0 ? [i] : []));
  if (rounded.length === 0) return sequence;
  const [first] = rounded as [number];
  return { ...sequence, quirks: [...quirks, { code: "rounded", count: rounded.length, first, decimals }] };
}

// The shortest text of a double shows the decimals it was given with; one that came from a single has seven digits or more.
function decimalsOf(value: number): number {
  const [, digits = "", exponent = "0"] = /(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))!;
  return Math.max(0, digits.length - Number(exponent));
}
