import { expectKind, type Probabilities } from "../distributions/kinds.ts";

/** A message as binary digits; made by {@link arithmeticEncode}. */
export interface ArithmeticCode {
  /** The message, in the digits 0 and 1; "" if nothing in it could have been otherwise. */
  readonly digits: string;
  /** One entry per symbol: how many of the digits are certain once it is in, whatever symbols follow. */
  readonly settled: Uint32Array;
}

/**
 * Encodes a message by arithmetic coding: every symbol narrows an interval to its share of it, and the digits name a number inside the last
 * one. No symbol has a word of its own, so that one of probability 0.9 can cost a sixth of a digit.
 *
 * The digits are −log₂ Q(message) and at most 2 more, plus at most (n + 4)·2⁻³⁰ for each symbol: the model is rounded to weights of at least one
 * in 2³¹, and the ends of the interval to whole steps of a 62-digit register.
 *
 * @param symbols N outcomes of Q, each in 0…n−1. The receiver must know N.
 * @param q n probabilities, n ≤ 2²⁰: the model, which the receiver shares.
 * @throws RangeError if a symbol is no outcome of Q, or one that Q rules out.
 * @see Witten, Neal & Cleary (1987), Arithmetic Coding for Data Compression; Cover & Thomas (2006), §13.3.
 * @example arithmeticEncode([0, 0, 1, 0], probabilities([0.9, 0.1])).digits // "11000"
 */
export function arithmeticEncode(symbols: ArrayLike<number>, q: Probabilities): ArithmeticCode {
  const cells = cellsOf("arithmeticEncode", q);
  const settled = new Uint32Array(symbols.length);
  let digits = "";
  // Digits that will all be the opposite of the next one settled.
  let waiting = 0;
  const settle = (digit: "0" | "1") => {
    digits += digit + (digit === "0" ? "1" : "0").repeat(waiting);
    waiting = 0;
  };
  let interval: Interval = { low: 0n, width: whole };
  for (let i = 0; i < symbols.length; i++) {
    if (!(q[symbols[i]] > 0))
      throw new RangeError(
        `arithmeticEncode: symbols[${i}] is ${symbols[i]}, expected an outcome with q > 0 out of ${q.length}`,
      );
    interval = narrowed(interval, cells, symbols[i]);
    for (let zoom = zoomOf(interval); zoom; zoom = zoomOf(interval)) {
      if (zoom.digit) settle(zoom.digit);
      else waiting++;
      interval = zoomed(interval, zoom);
    }
    settled[i] = digits.length;
  }
  const { low, width } = interval;
  if (low === 0n && (width < whole || waiting > 0)) settle("0");
  else if (low > 0n && low + width === whole) settle("1");
  else if (low > 0n && low <= quarter) {
    settle("0");
    digits += "1";
  } else if (low > 0n) {
    settle("1");
    digits += "0";
  }
  return { digits, settled };
}

/**
 * Decodes what {@link arithmeticEncode} made; digits after the message do no harm.
 *
 * @param digits The digits 0 and 1.
 * @param count N, how many symbols to read.
 * @param q The model the message was encoded with; another one gives another message.
 * @returns The N symbols.
 * @throws RangeError if there is another character among the digits, or N is not a whole number ≥ 0.
 * @example arithmeticDecode("11000", 4, probabilities([0.9, 0.1])) // [0, 0, 1, 0]
 */
export function arithmeticDecode(digits: string, count: number, q: Probabilities): number[] {
  const cells = cellsOf("arithmeticDecode", q);
  const strange = digits.search(/[^01]/);
  if (strange >= 0)
    throw new RangeError(`arithmeticDecode: digits[${strange}] is ${digits[strange]}, expected 0 or 1`);
  if (!(Number.isInteger(count) && count >= 0))
    throw new RangeError(`arithmeticDecode: count is ${count}, expected a whole number of symbols`);
  let value = BigInt(`0b${digits.slice(0, places).padEnd(places, "0")}`);
  let next = places;
  let interval: Interval = { low: 0n, width: whole };
  const symbols: number[] = [];
  while (symbols.length < count) {
    const symbol = symbolAt(value, interval, cells);
    symbols.push(symbol);
    interval = narrowed(interval, cells, symbol);
    for (let zoom = zoomOf(interval); zoom; zoom = zoomOf(interval)) {
      interval = zoomed(interval, zoom);
      value = 2n * (value - zoom.from) + (digits[next++] === "1" ? 1n : 0n);
    }
  }
  return symbols;
}

const places = 62;
const whole = 1n << 62n;
const half = whole / 2n;
const quarter = whole / 4n;
const grid = 2 ** 31;

type Interval = { readonly low: bigint; readonly width: bigint };
type Cells = { readonly ends: Float64Array; readonly total: bigint };

// Outcome i has the whole weights from ends[i] up to ends[i + 1].
function cellsOf(where: string, q: Probabilities): Cells {
  expectKind(where, "q", q, "probabilities");
  const possible = [...q].filter((x) => x > 0).length;
  const ends = new Float64Array(q.length + 1);
  for (let i = 0; i < q.length; i++)
    ends[i + 1] = ends[i] + (q[i] > 0 ? 1 + Math.floor(q[i] * (grid - possible)) : 0);
  return { ends, total: BigInt(ends[q.length]) };
}

function narrowed({ low, width }: Interval, { ends, total }: Cells, symbol: number): Interval {
  const from = (width * BigInt(ends[symbol])) / total;
  const to = (width * BigInt(ends[symbol + 1])) / total;
  return { low: low + from, width: to - from };
}

function symbolAt(value: bigint, { low, width }: Interval, { ends, total }: Cells): number {
  const weight = Number(((value - low + 1n) * total - 1n) / width);
  let [first, last] = [0, ends.length - 2];
  while (first < last) {
    const middle = (first + last) >> 1;
    if (ends[middle + 1] > weight) last = middle;
    else first = middle + 1;
  }
  return first;
}

/** A half of the register that holds the interval, and the digit that says which; the middle half says none yet. */
type Zoom = { readonly from: bigint; readonly digit?: "0" | "1" };

function zoomOf({ low, width }: Interval): Zoom | undefined {
  if (low + width <= half) return { from: 0n, digit: "0" };
  if (low >= half) return { from: half, digit: "1" };
  return low >= quarter && low + width <= half + quarter ? { from: quarter } : undefined;
}

function zoomed({ low, width }: Interval, { from }: Zoom): Interval {
  return { low: 2n * (low - from), width: 2n * width };
}
