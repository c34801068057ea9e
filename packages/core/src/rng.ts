/** A source of random numbers. Everything random takes one; nothing reaches for a hidden one. */
export interface Rng {
  /** A number in [0, 1): one of the 2⁵³ multiples of 2⁻⁵³, each as likely. */
  next(): number;
  /** An integer in [0, 2³²), each as likely. */
  uint32(): number;
}

/**
 * A seeded random generator: xoshiro128** 1.1, its state filled from the seed by SplitMix64. Equal seeds give equal sequences on
 * every machine. Period 2¹²⁸ − 1. Not for secrets.
 *
 * @param seed An integer in [0, 2⁵³).
 * @throws RangeError if the seed is anything else.
 * @see Blackman & Vigna (2021), Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47(4).
 * @example createRng(42).uint32() // 1776835114
 */
export function createRng(seed: number): Rng {
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new RangeError(`createRng: seed is ${seed}, expected an integer in [0, 2^53)`);
  const split = splitMix64(BigInt(seed));
  const [a, b] = [split(), split()];
  return xoshiro128([a, a >> 32n, b, b >> 32n].map((word) => Number(BigInt.asUintN(32, word))));
}

/** The generator behind {@link createRng}, from four 32-bit words of state, not all zero. */
export function xoshiro128(state: readonly number[]): Rng {
  let [a, b, c, d] = state as [number, number, number, number];

  function uint32(): number {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  }

  return { uint32, next: () => ((uint32() >>> 5) * 2 ** 26 + (uint32() >>> 6)) * 2 ** -53 };
}

/** SplitMix64: spreads a seed over 64-bit words. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed;
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}
