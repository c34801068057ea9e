import type { Nats } from "../units.ts";

/** A text as a tokeniser cuts it, one entry a token: how many bytes it has, and its −ln p; NaN where it was not scored. */
export interface TokenizedText {
  readonly bytes: ArrayLike<number>;
  /** Where −ln p is known between bounds only, at least so much. */
  readonly surprise: ArrayLike<Nats>;
  /** At most so much; not there if all is known. */
  readonly atMost?: ArrayLike<Nats>;
}

/** Stretches of a text between places where both tokenisers cut; one entry a stretch, in order. */
export interface CommonSpans {
  /** The byte that each begins at, and the one after its last. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The sums of −ln p over its tokens, by either; at least so much, where some are known between bounds only. */
  readonly one: Float64Array;
  readonly other: Float64Array;
  /** At most so much; not there if all are known. */
  readonly atMost?: { readonly one: Float64Array; readonly other: Float64Array };
}

/**
 * The surprise of one text by two models with tokenisers of their own, over the finest stretches that both cut it into. A stretch in which either has a token without a score is left out for both.
 * A token of no bytes belongs to the stretch after it; at the end of the text, to none.
 *
 * @throws RangeError if the two do not have as many bytes, or a length is no whole number.
 * @see `compareByBytes`, which compares them.
 * @example
 * const words = { bytes: [5, 6], surprise: [3, 4] };
 * const pieces = { bytes: [2, 3, 6], surprise: [1, 1.5, 5] };
 * commonSpans(words, pieces) // { from: [0, 5], to: [5, 11], one: [3, 4], other: [2.5, 5] }
 */
export function commonSpans(one: TokenizedText, other: TokenizedText): CommonSpans {
  const [lengthOfOne, lengthOfOther] = [byteLength("one", one), byteLength("other", other)];
  if (lengthOfOne !== lengthOfOther)
    throw new RangeError(`commonSpans: other has ${lengthOfOther} bytes, expected ${lengthOfOne} as in one`);
  const spans: [
    from: number,
    to: number,
    one: number,
    other: number,
    oneAtMost: number,
    otherAtMost: number,
  ][] = [];
  const [left, right] = [cursor(one), cursor(other)];
  let from = 0;
  while (left.next < one.bytes.length || right.next < other.bytes.length) {
    if (left.at <= right.at && left.next < one.bytes.length) left.take();
    else right.take();
    if (left.at !== right.at || left.at === from) continue;
    const span: (typeof spans)[number] = [from, left.at, left.nats, right.nats, left.atMost, right.atMost];
    if (!span.some(Number.isNaN)) spans.push(span);
    from = left.at;
    left.begin();
    right.begin();
  }
  const column = (k: number) => Float64Array.from(spans, (span) => span[k]);
  return {
    ...{ from: column(0), to: column(1), one: column(2), other: column(3) },
    ...((one.atMost || other.atMost) && { atMost: { one: column(4), other: column(5) } }),
  };
}

/** Walks over the tokens of a text, summing. */
function cursor({ bytes, surprise, atMost = surprise }: TokenizedText) {
  const state = {
    ...{ at: 0, next: 0, nats: 0, atMost: 0 },
    take() {
      state.at += bytes[state.next];
      state.nats += surprise[state.next];
      state.atMost += atMost[state.next];
      state.next++;
    },
    begin() {
      state.nats = 0;
      state.atMost = 0;
    },
  };
  return state;
}

function byteLength(name: string, { bytes, surprise }: TokenizedText): number {
  if (surprise.length !== bytes.length)
    throw new RangeError(
      `commonSpans: ${name}.surprise has ${surprise.length} entries, expected ${bytes.length}`,
    );
  let sum = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (!(Number.isInteger(bytes[i]) && bytes[i] >= 0))
      throw new RangeError(`commonSpans: ${name}.bytes[${i}] is ${bytes[i]}, expected a whole number`);
    sum += bytes[i];
  }
  return sum;
}
