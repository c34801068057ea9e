import { type CommonSpans, commonSpans, type ListedPair } from "@surprisal/core";
import { FormatError } from "../formatError.ts";
import type { ModelOutput } from "../openModelOutput.ts";
import { listedPair, tokenKey } from "../scores/listedPair.ts";
import type { Scored, ScoredSequence } from "../scores/scoredSequence.ts";
import { withoutBlankBefore } from "./blankBefore.ts";
import { tokenBytes, tokenSequences } from "./scoredTokens.ts";

/** The scores of a file, whole. */
export interface ScoredFile {
  readonly path: string;
  readonly sequences: readonly ScoredSequence[];
}

/** @throws FormatError as the reader does, and if it is whole texts that are scored. */
export async function scoredFile(
  path: string,
  output: Extract<ModelOutput, { kind: "scores" }>,
): Promise<ScoredFile> {
  const sequences: ScoredSequence[] = [];
  for await (const sequence of tokenSequences(path, output)) sequences.push(sequence);
  return { path, sequences };
}

/** One text by two models: token by token, or by stretches that both cut it into. */
export type ScorePairs = {
  /** The number of the sequence of each token or stretch. */ sequence: Int32Array;
} & (
  | {
      by: "tokens";
      /** −ln p of what came; NaN where it is not known. */
      base: Float64Array;
      candidate: Float64Array;
      lists: (ListedPair | undefined)[];
      /** 1 where both have the same likeliest token, else 0; NaN where one lists none. */
      top1Agrees: Float64Array;
    }
  | { by: "bytes"; spans: CommonSpans }
);

/**
 * Two files of scores of the same texts, in the same order. Where the tokens are not the same, the bytes have to be.
 *
 * @throws FormatError naming the first sequence that is of another text.
 */
export function scorePairs(base: ScoredFile, candidate: ScoredFile): ScorePairs {
  if (base.sequences.length !== candidate.sequences.length)
    throw new FormatError({
      code: "lengths",
      source: candidate.path,
      problem: `has ${candidate.sequences.length} ${candidate.sequences.length === 1 ? "sequence" : "sequences"}`,
      expected: `${base.sequences.length}, as ${base.path} has`,
    });
  const pairs = base.sequences.map((one, i) => [one, candidate.sequences[i]!] as const);
  return pairs.every(([one, other]) => sameTokens(one, other))
    ? byTokens(pairs)
    : byBytes(pairs, base.path, candidate.path);
}

type Pairs = readonly (readonly [ScoredSequence, ScoredSequence])[];

function sameTokens({ scores: one }: ScoredSequence, { scores: other }: ScoredSequence): boolean {
  const isSame = (a: Scored, b: Scored) => (tokenKey(a) ?? a.text) === (tokenKey(b) ?? b.text);
  return one.length === other.length && one.every((score, i) => isSame(score, other[i]!));
}

function byTokens(pairs: Pairs): ScorePairs {
  const tokens = pairs.flatMap(([one, other]) => {
    const rounding = { p: roundingOf(one), q: roundingOf(other) };
    return one.scores.map((p, i) => ({ p, q: other.scores[i]!, rounding }));
  });
  const surprise = ({ logProbability = Number.NaN }: Scored) => 0 - logProbability;
  return {
    by: "tokens",
    sequence: numbered(pairs.map(([{ scores }]) => scores.length)),
    base: Float64Array.from(tokens, ({ p }) => surprise(p)),
    candidate: Float64Array.from(tokens, ({ q }) => surprise(q)),
    lists: tokens.map(({ p, q, rounding }) => listedPair(p, q, rounding)),
    top1Agrees: Float64Array.from(tokens, ({ p, q }) => agreement(p, q)),
  };
}

function agreement({ top: [p] }: Scored, { top: [q] }: Scored): number {
  const [keyOfP, keyOfQ] = [p && tokenKey(p), q && tokenKey(q)];
  if (keyOfP === undefined || keyOfQ === undefined) return Number.NaN;
  return keyOfP === keyOfQ ? 1 : 0;
}

/** Of numbers in single precision, unless they are written with few decimals: each probability is then off by half the last of them, relatively. */
function roundingOf({ quirks }: ScoredSequence): number {
  const decimals = quirks.find(({ code }) => code === "rounded")?.decimals;
  return decimals === undefined ? 2 ** -20 : 10 ** -decimals;
}

function byBytes(pairs: Pairs, base: string, candidate: string): ScorePairs {
  const spans = pairs.map(([one, other]) => {
    const [ofBase, ofCandidate] = withoutBlankBefore(textOf(one, base), textOf(other, candidate));
    const at = ofBase.text.findIndex((byte, i) => byte !== ofCandidate.text[i]);
    if (at >= 0 || ofBase.text.length !== ofCandidate.text.length)
      throw new FormatError({
        code: "lengths",
        source: candidate,
        place: { line: other.line },
        problem: `is of another text in ${other.name}, from byte ${at < 0 ? ofBase.text.length : at} on`,
        expected: `that of ${one.name} in ${base}: models are compared on one text that both have scored`,
      });
    return commonSpans(ofBase, ofCandidate);
  });
  const joined = (column: keyof CommonSpans) =>
    Float64Array.from(spans.flatMap((part) => Array.from(part[column])));
  return {
    by: "bytes",
    sequence: numbered(spans.map(({ from }) => from.length)),
    spans: { from: joined("from"), to: joined("to"), one: joined("one"), other: joined("other") },
  };
}

function textOf(sequence: ScoredSequence, path: string) {
  const pieces = tokenBytes(sequence);
  if (!pieces.every((piece) => piece !== undefined))
    throw new FormatError({
      code: "unsupported",
      source: path,
      place: { line: sequence.line },
      problem: `does not say which bytes the tokens of ${sequence.name} are`,
      expected: "them, as the two files cut the text into other tokens",
    });
  return {
    text: pieces.flatMap((piece) => Array.from(piece)),
    bytes: pieces.map(({ length }) => length),
    surprise: sequence.scores.map(({ logProbability = Number.NaN }) => 0 - logProbability),
  };
}

/** 0 as often as the first says, then 1, and so on. */
function numbered(lengths: readonly number[]): Int32Array {
  return Int32Array.from(lengths.flatMap((length, i) => Array(length).fill(i)));
}
