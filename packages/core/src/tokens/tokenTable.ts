import type { RowMeasures, RowPairMeasures } from "../kernels/rows.ts";
import { expectRows } from "./scored.ts";

/** What one model says at each token. NaN, or −1 in the columns of integers, where it says nothing. */
export interface TokenColumns {
  /** −ln p of what came, nats. */
  readonly surprise?: Float64Array;
  /** Nats. */
  readonly entropy?: Float64Array;
  /** Of what came; 1 for the likeliest. */
  readonly rank?: Int32Array;
  /** The likeliest token. */
  readonly top1?: Int32Array;
  /** What it reads as, where that is known. */
  readonly top1Text?: readonly (string | undefined)[];
  readonly top1Probability?: Float64Array;
}

/**
 * One row a token, in the order of the text, in columns side by side. What nobody measured has no column: a file that lists only the likeliest tokens gives neither entropy
 * nor divergence.
 */
export interface TokenTable {
  readonly tokens: number;
  /** Which document or window the token is in, from 0. */
  readonly sequence: Int32Array;
  /** What those are called, where they have names. */
  readonly sequenceNames?: readonly string[];
  /** Its place there, from 0. */
  readonly position: Int32Array;
  /** The token that came, as its number; −1 for none. */
  readonly target?: Int32Array;
  /** What it reads as. */
  readonly text?: readonly (string | undefined)[];
  /** By the base P, or the one model there is. */
  readonly p: TokenColumns;
  /** By the candidate Q. */
  readonly q?: TokenColumns;
  /** D(P‖Q), nats; so are the following, but for the distance, which is in [0, 1]. */
  readonly forwardKl?: Float64Array;
  /** D(Q‖P). */
  readonly reverseKl?: Float64Array;
  readonly jensenShannon?: Float64Array;
  readonly totalVariation?: Float64Array;
}

/** What is known of rows besides their measures. */
export interface RowText {
  /** The number of the sequence of each row, whose rows stand together; all in one unless given. */
  readonly sequence?: ArrayLike<number>;
  /** The tokens that came, −1 for none. */
  readonly targets?: ArrayLike<number>;
  /** What a token reads as. */
  readonly textOf?: (token: number) => string | undefined;
}

/**
 * The table of measured rows: of one model, or of two.
 *
 * @param measured See `measureRows` and `compareRows`. Its columns are taken, not copied.
 * @throws RangeError if a column has not one entry a row.
 * @example
 * const rows = { format: "f32", vocabulary: 2, values: new Float32Array(4) } as const;
 * const { text, p } = tokenTable(measureRows(rows, { targets: [1, 0] }), { targets: [1, 0], textOf: (token) => "ab"[token] });
 * [text, p.surprise.map((nats) => inUnit(nats, "bits")).join()] // [["b", "a"], "1,1"]
 */
export function tokenTable(measured: RowMeasures | RowPairMeasures, about: RowText = {}): TokenTable {
  const pair = "forwardKl" in measured ? measured : undefined;
  const p = pair?.p ?? (measured as RowMeasures);
  const tokens = p.entropy.length;
  const { targets, textOf } = about;
  expectRows("tokenTable", "targets", targets, tokens);
  expectRows("tokenTable", "sequence", about.sequence, tokens);
  const sequence = about.sequence ? Int32Array.from(about.sequence) : new Int32Array(tokens);
  const columns = (of: RowMeasures) => rowColumns(of, targets !== undefined, textOf);
  return {
    tokens,
    sequence,
    position: positions(sequence),
    ...(targets && { target: Int32Array.from(targets) }),
    ...(targets && textOf && { text: Array.from(targets, (token) => read(token, textOf)) }),
    p: columns(p),
    ...(pair && {
      q: columns(pair.q),
      forwardKl: pair.forwardKl,
      reverseKl: pair.reverseKl,
      ...(pair.jensenShannon.length > 0 && { jensenShannon: pair.jensenShannon }),
      ...(pair.totalVariation.length > 0 && { totalVariation: pair.totalVariation }),
    }),
  };
}

function rowColumns(
  { negativeLogLikelihood, entropy, rank, top1, top1LogProbability }: RowMeasures,
  isScored: boolean,
  textOf: RowText["textOf"],
): TokenColumns {
  return {
    ...(isScored && { surprise: negativeLogLikelihood }),
    entropy,
    ...(isScored && rank.length > 0 && { rank }),
    top1,
    ...(textOf && { top1Text: Array.from(top1, (token) => read(token, textOf)) }),
    top1Probability: top1LogProbability.map(Math.exp),
  };
}

function read(token: number, textOf: (token: number) => string | undefined): string | undefined {
  return token < 0 ? undefined : textOf(token);
}

/** How far each token is from the first of its sequence. */
export function positions(sequence: Int32Array): Int32Array {
  let start = 0;
  return sequence.map((number, row) => {
    if (row > 0 && number !== sequence[row - 1]) start = row;
    return row - start;
  });
}
