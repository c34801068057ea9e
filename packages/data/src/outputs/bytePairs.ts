import { type CommonSpans, commonSpans } from "@surprisal/core";
import { FormatError } from "../formatError.ts";
import { GrowingColumn } from "../growingColumn.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";
import { withoutBlankBefore } from "./blankBefore.ts";
import { numbered } from "./numbered.ts";
import { tokenBytes } from "./scoredTokens.ts";

/** One text by two models, by stretches that both cut it into. */
export interface BytesSideBySide {
  by: "bytes";
  /** The number of the sequence of each stretch. */
  sequence: Int32Array;
  spans: CommonSpans;
}

/** Takes stretches of one sequence after another. */
export class BytePairs {
  readonly #lengths = new GrowingColumn(Int32Array);
  readonly #from = new GrowingColumn(Float64Array);
  readonly #to = new GrowingColumn(Float64Array);
  readonly #one = new GrowingColumn(Float64Array);
  readonly #other = new GrowingColumn(Float64Array);

  take({ from, to, one, other }: CommonSpans): void {
    this.#lengths.push(from.length);
    for (let i = 0; i < from.length; i++) {
      this.#from.push(from[i]!);
      this.#to.push(to[i]!);
      this.#one.push(one[i]!);
      this.#other.push(other[i]!);
    }
  }

  whole(): BytesSideBySide {
    return {
      by: "bytes",
      sequence: numbered(this.#lengths.whole()),
      spans: {
        ...{ from: this.#from.whole(), to: this.#to.whole() },
        ...{ one: this.#one.whole(), other: this.#other.whole() },
      },
    };
  }
}

/**
 * The stretches that two models cut one sequence into.
 *
 * @throws FormatError if the two are not of the same bytes, or the bytes are not known.
 */
export function spansOf(
  [base, one]: readonly [path: string, ScoredSequence],
  [candidate, other]: readonly [path: string, ScoredSequence],
): CommonSpans {
  const [ofBase, ofCandidate] = withoutBlankBefore(textOf(base, one), textOf(candidate, other));
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

function textOf(path: string, sequence: ScoredSequence) {
  const pieces = tokenBytes(sequence);
  if (!pieces.every((piece) => piece !== undefined)) throw unknownBytes(path, sequence);
  return {
    text: pieces.flatMap((piece) => Array.from(piece)),
    bytes: pieces.map(({ length }) => length),
    surprise: sequence.scores.map(({ logProbability = Number.NaN }) => 0 - logProbability),
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
