import { plain, relaxed } from "./klDivergence.gen.ts";
import { instantiate } from "./wasm.ts";

/** The compiled kernel of assembly/klDivergence.ts with its memory, laid out as there. */
export type KlEngine = {
  /** Room for `capacity` pairs. */
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** Σ (p ln(p/q) − p + q) of the first n pairs, n a multiple of `step`; negative if the method does not suit them. */
  wide(n: number): number;
  close(n: number): number;
};

type Exports = Pick<KlEngine, "wide" | "close"> & { memory: { buffer: ArrayBuffer } };

export const capacity = 1024;
export const step = 32;
const qAddress = 8192;
const tableAddress = 20480;

/**
 * Compiles the kernel: 1 ms, 128 KiB.
 *
 * @returns Nothing where it cannot be had; see `instantiate`.
 */
export function createKlEngine(builds: readonly string[] = [relaxed, plain]): KlEngine | undefined {
  const exports = instantiate<Exports>(builds);
  if (!exports) return undefined;
  const { memory, wide, close } = exports;
  new Float64Array(memory.buffer, tableAddress, 2 * entries).set(logarithmTable());
  return {
    p: new Float64Array(memory.buffer, 0, capacity),
    q: new Float64Array(memory.buffer, qAddress, capacity),
    wide,
    close,
  };
}

const entries = 4096;

/** (1/c, 1 + ln c) for the centres c of 128 intervals per octave, at the place that the low bits of the exponent and the high bits of the significand say. */
function logarithmTable(): Float64Array {
  const table = new Float64Array(2 * entries);
  for (let i = 0; i < entries; i++) {
    // The exponents −16 … 15 carry a bias of 1023, which is −1 modulo 32.
    const exponent = (((i >> 7) + 1 + 16) % 32) - 16;
    const reciprocal = 2 ** -exponent / (1 + ((i % 128) + 0.5) / 128);
    table[2 * i] = reciprocal;
    table[2 * i + 1] = 1 - Math.log(reciprocal);
  }
  return table;
}
