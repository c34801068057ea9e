import { createRng } from "../../src/rng.ts";

export const vocabulary = 2803;
export const target = 517;

const bell = (a: number, b: number): number =>
  ((a >>> 18) + ((a >>> 4) & 0x3fff) + (b >>> 18) + ((b >>> 4) & 0x3fff) - 32766) / 2048;
const noise = (c: number): number => ((c >>> 24) - 128) / 512;

type Pair = [x: number, y: number];

/** The logits of reference/rows.py, each pair made from its index and three words of its generator. */
export const shapes: Record<string, (i: number, a: number, b: number, c: number) => Pair> = {
  "like a model's, and a quantised one's": (_, a, b, c) => [bell(a, b), bell(a, b) + noise(c)],
  unrelated: (_, a, b, c) => [bell(a, b), bell(b, c)],
  equal: (_, a, b) => [bell(a, b), bell(a, b)],
  flat: (_, a, b) => [(a >>> 22) / 4096, (b >>> 22) / 4096],
  certain: (i, a, b, c) => (i === target ? [40, 30] : [bell(a, b), bell(a, c)]),
  "far below": (_, a, b) => [-(a >>> 20) / 4, -(b >>> 20) / 4],
  large: (_, a, b, c) => [1000 + bell(a, b), bell(a, b) - 2000 + noise(c)],
  masked: (_, a, b, c) => (c >>> 30 === 1 ? [-Infinity, -Infinity] : [bell(a, b), bell(a, b) + noise(c)]),
  "Q excludes some": (_, a, b, c) => [bell(a, b), c >>> 24 === 1 ? -Infinity : bell(b, a)],
  "P excludes some, far below in Q": (_, a, b, c) =>
    c >>> 30 === 1 ? [-Infinity, -1000] : [bell(a, b), bell(b, c)],
  ties: (_, a, b) => [a >>> 30, b >>> 30],
};

/** One pair of rows. */
export function logitRows(shape: string): [x: Float32Array, y: Float32Array] {
  let state = 1;
  const word = () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return state;
  };
  const pairs = Array.from({ length: vocabulary }, (_, i) => shapes[shape]!(i, word(), word(), word()));
  return [Float32Array.from(pairs, ([x]) => x), Float32Array.from(pairs, ([, y]) => y)];
}

/** The exact answers: JSON has no infinity. */
export function exact(answer: number | string): number {
  return Number(answer);
}

/** The bits of the nearest half towards zero, of singles. */
export function halves(x: Float32Array): Uint16Array {
  return Uint16Array.from(x, (value) => {
    const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
    const size = Math.abs(value);
    if (Number.isNaN(value)) return 0x7e00;
    if (size === Infinity) return sign | 0x7c00;
    if (size >= 65504) return sign | 0x7bff;
    if (size < 2 ** -14) return sign | Math.floor(size * 2 ** 24);
    const exponent = Math.floor(Math.log2(size));
    return sign | ((exponent + 15) << 10) | Math.floor((size / 2 ** exponent - 1) * 1024);
  });
}

/** The upper halves of singles. */
export function bfloats(x: Float32Array): Uint16Array {
  return Uint16Array.from(new Uint32Array(x.buffer, x.byteOffset, x.length), (bits) => bits >>> 16);
}

/** Logits of n outcomes like a model's, with a given spread. */
export function seededLogits(n: number, spread: number, seed: number): Float32Array {
  const rng = createRng(seed);
  return Float32Array.from(
    { length: n },
    () => spread * (rng.next() + rng.next() + rng.next() + rng.next() - 2) * Math.sqrt(3),
  );
}
