import type { RowFormat } from "./rows.ts";

/**
 * Numbers as singles. Every half and every bfloat is a single too: nothing is rounded.
 *
 * @param values 16-bit numbers by their bits.
 * @returns As many singles; `values` itself if they are singles already.
 * @example widen("f16", Uint16Array.of(0x3c00, 0xc000, 0xfc00)) // Float32Array.of(1, -2, -Infinity)
 */
export function widen(format: RowFormat, values: Float32Array | Uint16Array): Float32Array {
  if (format === "f32") return values as Float32Array;
  const singles = new Float32Array(values.length);
  const bits = new Uint32Array(singles.buffer);
  if (format === "bf16") for (let i = 0; i < values.length; i++) bits[i] = values[i] << 16;
  else for (let i = 0; i < values.length; i++) bits[i] = bitsOfHalf(values[i]);
  return singles;
}

function bitsOfHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const rest = half & 0x7fff;
  if (rest >= 0x7c00) return sign | 0x7f800000 | (rest << 13);
  if (rest >= 0x400) return sign | ((rest << 13) + 0x38000000);
  if (rest === 0) return sign;
  // A subnormal: its leading bit becomes the implicit one.
  const shift = Math.clz32(rest) - 21;
  return sign | ((113 - shift) << 23) | ((rest << (shift + 13)) & 0x7fffff);
}
