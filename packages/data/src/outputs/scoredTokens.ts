import { FormatError } from "../formatError.ts";
import type { ModelOutput } from "../openModelOutput.ts";
import type { QuirkCode } from "../scores/quirks.ts";
import { addQuirks, type QuirkTotal } from "../scores/quirkTotals.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";
import { type TextLengths, textLengths } from "./textLengths.ts";

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
  /** What an index of a token is called. */
  label(index: number): string;
  quirks: QuirkTotal[];
}

/** What makes the text of a token another than its bytes. */
const textless: readonly QuirkCode[] = ["lossyText", "blankMarks", "idInText"];

const encoder = new TextEncoder();

/**
 * The scores of a file, read whole.
 *
 * @throws FormatError as the reader does, and if it is whole texts that are scored.
 */
export async function scoredTokens(
  path: string,
  output: Extract<ModelOutput, { kind: "scores" }>,
): Promise<ScoredTokens> {
  const formats = new Set<string>();
  const models = new Set<string>();
  const quirks = new Map<QuirkCode, QuirkTotal>();
  const starts: { at: number; name: string }[] = [];
  const surprise: number[] = [];
  const sequence: number[] = [];
  const [bytes, words]: [number[], number[]] = [[], []];
  let areKnown = true;
  for await (const one of tokenSequences(path, output)) {
    formats.add(one.format);
    if (one.model !== undefined) models.add(one.model);
    addQuirks(quirks, one);
    const pieces = tokenBytes(one);
    areKnown &&= pieces.every((piece) => piece !== undefined);
    const lengths = textLengths(areKnown ? (pieces as Uint8Array[]) : []);
    for (const [i, { logProbability }] of one.scores.entries()) {
      surprise.push(logProbability === undefined ? Number.NaN : 0 - logProbability);
      sequence.push(starts.length);
      bytes.push(lengths.bytes[i] ?? 0);
      words.push(lengths.words[i] ?? 0);
    }
    starts.push({ at: surprise.length - one.scores.length, name: one.name });
  }
  return {
    formats: [...formats],
    models: [...models],
    surprise: Float64Array.from(surprise),
    sequence: Int32Array.from(sequence),
    sequences: starts.length,
    ...(areKnown && { lengths: { bytes: Int32Array.from(bytes), words: Int32Array.from(words) } }),
    label(index) {
      const { at, name } = starts[sequence[index]!]!;
      return `${name} [${index - at}]`;
    },
    quirks: [...quirks.values()],
  };
}

/** The bytes of each token; nothing where they are lost. */
export function tokenBytes({ quirks, scores }: ScoredSequence): (Uint8Array | undefined)[] {
  const readable = !quirks.some(({ code }) => textless.includes(code));
  return scores.map(({ bytes, text }) => bytes ?? (readable ? encoder.encode(text) : undefined));
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
      });
    if (scores.length > 0) isEmpty = false;
    yield sequence;
  }
  if (isEmpty)
    throw new FormatError({ code: "empty", source, problem: "holds no tokens", expected: "at least one" });
}
