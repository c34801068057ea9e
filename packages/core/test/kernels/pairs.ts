const unitSize = 2 ** -12;
const unit = (word: number): number => (word + 1) / 2 ** 32;

type Pair = [p: number, q: number];

/** The pairs of reference/kernels.py, each made from three words of its generator. */
export const shapes: Record<string, (a: number, b: number, c: number) => Pair> = {
  independent: (a, b) => [unit(a) * unitSize, unit(b) * unitSize],
  "a factor of two apart": (a, b) => [unit(a) * unitSize, unit(a) * unitSize * (0.5 + unit(b))],
  "near-equal": (a, b) => [unit(a) * unitSize, unit(a) * unitSize * (1 + unit(b) * 2 ** -30)],
  neighbours: (a, b) => [unit(a) * unitSize, unit(a) * unitSize * (1 + (b >>> 31) * 2 ** -52)],
  "q far below p": (a, b) => [unit(a) * unitSize, unit(b) * 2 ** -700],
  "q far above p": (a, b) => [unit(a) * 2 ** -900, unit(b) * unitSize],
  "of all sizes": (a, b, c) => [unit(a) * 2 ** -(b >>> 22), unit(b) * 2 ** -(c >>> 22)],
  subnormal: (a, b) => [unit(a) * 2 ** -1030, unit(b) * 2 ** -1030],
  "half of p empty": (a, b, c) => [unit(a) * unitSize * (c >>> 31), unit(b) * unitSize],
  "both empty now and then": (a, b, c) => [
    unit(a) * unitSize * Math.min(1, c >>> 29),
    unit(b) * unitSize * Math.min(1, c >>> 29),
  ],
  "just below 1": (a, b) => [1 - 2 ** -53 * (a >>> 30), 1 - 2 ** -53 * (b >>> 30)],
  "around the root of a half": (a, b) => [
    181 / 256 + (a >>> 30) * 2 ** -16,
    181 / 256 + (b >>> 30) * 2 ** -16,
  ],
};

/** n pairs of one shape, as two vectors. */
export function vectors(shape: string, n = 4099): [p: Float64Array, q: Float64Array] {
  let state = 1;
  const word = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state;
  };
  const pairs = Array.from({ length: n }, () => shapes[shape]!(word(), word(), word()));
  return [Float64Array.from(pairs, ([p]) => p), Float64Array.from(pairs, ([, q]) => q)];
}
