import { type CommonSpans, commonSpans, type Nats } from "@surprisal/core";
import { FormatError } from "../formatError.ts";
import { GrowingColumn } from "../growingColumn.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";
import { withoutBlankBefore } from "./blankBefore.ts";
import { numbered } from "./numbered.ts";
import { tokenBytes } from "./scoredTokens.ts";
import { WithheldTokens } from "./withheldTokens.ts";

/** One text by two models, by stretches that both cut it into. */
export interface BytesSideBySide {
  by: "bytes";
  /** The number of the sequence of each stretch. */
  sequence: Int32Array;
  spans: CommonSpans;
  /** The least log-probability in either file. */
  leastListed: Nats;
}

/** Takes stretches of one sequence after another. */
export class BytePairs {
  readonly #lengths = new GrowingColumn(Int32Array);
  readonly #from = new GrowingColumn(Float64Array);
  readonly #to = new GrowingColumn(Float64Array);
  readonly #one = new GrowingColumn(Float64Array);
  readonly #other = new GrowingColumn(Float64Array);
  readonly #atMost = { one: new GrowingColumn(Float64Array), other: new GrowingColumn(Float64Array) };
  #isBounded = false;
  #leastListed = 0;

  /** @param leastListed The least log-probability of either model in it. */
  take({ from, to, one, other, atMost }: CommonSpans, leastListed: Nats): void {
    this.#isBounded ||= atMost !== undefined;
    this.#leastListed = Math.min(this.#leastListed, leastListed);
    this.#lengths.push(from.length);
    for (let i = 0; i < from.length; i++) {
      this.#from.push(from[i]!);
      this.#to.push(to[i]!);
      this.#one.push(one[i]!);
      this.#other.push(other[i]!);
      this.#atMost.one.push((atMost?.one ?? one)[i]!);
      this.#atMost.other.push((atMost?.other ?? other)[i]!);
    }
  }

  whole(): BytesSideBySide {
    return {
      by: "bytes",
      sequence: numbered(this.#lengths.whole()),
      spans: {
        ...{ from: this.#from.whole(), to: this.#to.whole() },
        ...{ one: this.#one.whole(), other: this.#other.whole() },
        ...(this.#isBounded && {
          atMost: { one: this.#atMost.one.whole(), other: this.#atMost.other.whole() },
        }),
      },
      leastListed: this.#leastListed,
    };
  }
}

/** Stretches of a candidate beside its base: as one it is what is asked of. */
export function candidateFirst({ from, to, one, other, atMost }: CommonSpans): CommonSpans {
  return {
    ...{ from, to, one: other, other: one },
    ...(atMost && { atMost: { one: atMost.other, other: atMost.one } }),
  };
}

/**
 * The stretches that two models cut one sequence into.
 *
 * @param floor A probability below which no outcome is assumed to be.
 * @throws FormatError if the two are not of the same bytes, or the bytes are not known.
 */
export function spansOf(
  [base, one]: readonly [path: string, ScoredSequence],
  [candidate, other]: readonly [path: string, ScoredSequence],
  floor?: number,
): CommonSpans {
  const [ofBase, ofCandidate] = withoutBlankBefore(textOf(base, one, floor), textOf(candidate, other, floor));
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
}

function textOf(path: string, sequence: ScoredSequence, floor: number | undefined) {
  const pieces = tokenBytes(sequence);
  if (!pieces.every((piece) => piece !== undefined)) throw unknownBytes(path, sequence);
  const surprise = Float64Array.from(
    sequence.scores,
    ({ logProbability = Number.NaN }) => 0 - logProbability,
  );
  const withheld = new WithheldTokens();
  withheld.take(sequence);
  return {
    text: pieces.flatMap((piece) => Array.from(piece)),
    bytes: pieces.map(({ length }) => length),
    ...withheld.among(surprise, floor),
  };
}

export function unknownBytes(path: string, { line, name }: ScoredSequence): FormatError {
  return new FormatError({
    code: "unsupported",
    source: path,
    place: { line },
    problem: `does not say which bytes the tokens of ${name} are`,
    expected: "them, as the two files cut the text into other tokens",
  });
}
