import { FormatError } from "../formatError.ts";
import { GrowingColumn } from "../growingColumn.ts";
import type { ModelOutput } from "../openModelOutput.ts";
import type { QuirkCode } from "../scores/quirks.ts";
import { addQuirks, type QuirkTotal } from "../scores/quirkTotals.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";
import { entropyEnds } from "./entropyEnds.ts";
import { GrowingText } from "./textHash.ts";
import { type TextLengths, textLengths } from "./textLengths.ts";
import { WithheldTokens } from "./withheldTokens.ts";

/** The tokens of a file of log-probabilities, one after the other. */
export interface ScoredTokens {
  formats: string[];
  models: string[];
  /** −ln p; NaN where it is not known. */
  surprise: Float64Array;
  /** The number of the sequence of each. */
  sequence: Int32Array;
  sequences: number;
  /** How much text each token is; not there unless that is known of all. */
  lengths?: TextLengths;
  /** Between which values the entropy lies at each, NaN where nothing is listed; not there if nothing is anywhere. */
  entropyEnds?: { lower: Float64Array; upper: Float64Array };
  /** Those of which the provider does not say how likely they were. */
  withheld: WithheldTokens;
  /** What an index of a token is called. */
  label(index: number): string;
  quirks: QuirkTotal[];
  /** What tells the text from another, where all of its bytes are known. */
  textHash?: string;
}

/** What makes the text of a token another than its bytes. */
const textless: readonly QuirkCode[] = ["lossyText", "blankMarks", "idInText"];

const encoder = new TextEncoder();

/**
 * The scores of a file, of which nothing but these numbers is kept.
 *
 * @param outcomes How many tokens there are, listed or not; without it, entropies have no upper bound.
 * @throws FormatError as the reader does, and if it is whole texts that are scored.
 */
export async function scoredTokens(
  path: string,
  output: Extract<ModelOutput, { kind: "scores" }>,
  outcomes?: number,
): Promise<ScoredTokens> {
  const formats = new Set<string>();
  const models = new Set<string>();
  const quirks = new Map<QuirkCode, QuirkTotal>();
  const starts: { at: number; name: string }[] = [];
  const surprise = new GrowingColumn(Float64Array);
  const sequence = new GrowingColumn(Int32Array);
  const [bytes, words] = [new GrowingColumn(Int32Array), new GrowingColumn(Int32Array)];
  const [lower, upper] = [new GrowingColumn(Float64Array), new GrowingColumn(Float64Array)];
  const withheld = new WithheldTokens();
  const text = new GrowingText();
  let areKnown = true;
  let areListed = false;
  for await (const one of tokenSequences(path, output)) {
    formats.add(one.format);
    if (one.model !== undefined) models.add(one.model);
    addQuirks(quirks, one);
    withheld.take(one);
    const pieces = tokenBytes(one);
    text.add(pieces);
    areKnown &&= pieces.every((piece) => piece !== undefined);
    const lengths = textLengths(areKnown ? (pieces as Uint8Array[]) : []);
    for (const [i, { logProbability }] of one.scores.entries()) {
      surprise.push(logProbability === undefined ? Number.NaN : 0 - logProbability);
      sequence.push(starts.length);
      bytes.push(lengths.bytes[i] ?? 0);
      words.push(lengths.words[i] ?? 0);
    }
    for (const ends of entropyEnds(path, one, outcomes)) {
      areListed ||= ends !== undefined;
      lower.push(ends?.lower ?? Number.NaN);
      upper.push(ends?.upper ?? Number.NaN);
    }
    starts.push({ at: surprise.length - one.scores.length, name: one.name });
  }
  const numbers = sequence.whole();
  return {
    formats: [...formats],
    models: [...models],
    surprise: surprise.whole(),
    sequence: numbers,
    sequences: starts.length,
    ...(areKnown && { lengths: { bytes: bytes.whole(), words: words.whole() } }),
    ...(areListed && { entropyEnds: { lower: lower.whole(), upper: upper.whole() } }),
    withheld,
    label(index) {
      const { at, name } = starts[numbers[index]!]!;
      return `${name} [${index - at}]`;
    },
    quirks: [...quirks.values()],
    ...(await text.hash()),
  };
}

/** The bytes of each token; nothing where they are lost. */
export function tokenBytes(sequence: ScoredSequence): (Uint8Array | undefined)[] {
  const readable = isReadable(sequence);
  return sequence.scores.map(({ bytes, text }) => bytes ?? (readable ? encoder.encode(text) : undefined));
}

/** Whether it has those of all tokens. */
export function knowsBytes(sequence: ScoredSequence): boolean {
  return isReadable(sequence) || sequence.scores.every(({ bytes }) => bytes !== undefined);
}

function isReadable({ quirks }: ScoredSequence): boolean {
  return !quirks.some(({ code }) => textless.includes(code));
}

/**
 * The sequences of a file, if they are scored token by token.
 *
 * @throws FormatError as the reader does, and if it is whole texts that are scored, or there is no token.
 */
export async function* tokenSequences(
  source: string,
  output: Extract<ModelOutput, { kind: "scores" }>,
): AsyncGenerator<ScoredSequence> {
  let isEmpty = true;
  for await (const sequence of output.sequences()) {
    const { unit, name, line, scores } = sequence;
    if (unit !== "token")
      throw new FormatError({
        code: "unsupported",
        source,
        place: { line },
        problem: `scores a whole ${unit} (${name})`,
        expected: "scores of tokens: how many a whole has is not written there",
        hint: "surprisal perplexity FILE and surprisal diff BASE CANDIDATE take samples as they are",
      });
    if (scores.length > 0) isEmpty = false;
    yield sequence;
  }
  if (isEmpty)
    throw new FormatError({ code: "empty", source, problem: "holds no tokens", expected: "at least one" });
}
