/**
 * A number held as the unevaluated sum of two doubles, the high one being the sum rounded: 106 bits of significand. Where two nearly equal
 * products are subtracted (p·S and r·c of an almost independent table), these carry the digits that doubles have already dropped.
 *
 * Algorithms and bounds from Joldes, Muller & Popescu (2017), Tight and Rigorous Error Bounds for Basic Building Blocks of Double-Word
 * Arithmetic, ACM TOMS 44(2), with u = 2⁻⁵³. They hold while no product of low parts leaves the range of normal doubles.
 */
export type DoubleDouble = readonly [high: number, low: number];

/** a + b, exactly. */
export function twoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

/** a · b, exactly, for |a|, |b| < 2⁹⁹⁶. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const product = a * b;
  const [a1, a0] = halves(a);
  const [b1, b0] = halves(b);
  return [product, a0 * b0 - (product - a1 * b1 - a0 * b1 - a1 * b0)];
}

/** x + y, with relative error at most 3u² when the signs agree or not (their Algorithm 6). */
export function add(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const [high, low] = twoSum(x[0], y[0]);
  const [lowHigh, lowLow] = twoSum(x[1], y[1]);
  const [first, rest] = fastTwoSum(high, low + lowHigh);
  return fastTwoSum(first, lowLow + rest);
}

/** x − y, with relative error at most 3u² (their Algorithm 6). */
export function subtract(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  return add(x, [-y[0], -y[1]]);
}

/** x · y, with relative error at most 7u² (their Algorithm 10). */
export function multiply(x: DoubleDouble, y: DoubleDouble): DoubleDouble {
  const [high, low] = twoProduct(x[0], y[0]);
  return fastTwoSum(high, low + (x[0] * y[1] + x[1] * y[0]));
}

/** x times a power of two: exact. */
export function scaled(x: DoubleDouble, powerOfTwo: number): DoubleDouble {
  return [x[0] * powerOfTwo, x[1] * powerOfTwo];
}

function fastTwoSum(a: number, b: number): DoubleDouble {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

/** Veltkamp's split into two halves of 26 bits. */
function halves(a: number): DoubleDouble {
  const shifted = 134217729 * a;
  const high = shifted - (shifted - a);
  return [high, a - high];
}
