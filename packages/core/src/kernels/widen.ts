import type { RowFormat } from "./rows.ts";

/** The numbers of one row, or of any stretch of rows, as singles. Every 16-bit number is a single too: nothing is rounded. */
export function widen(format: RowFormat, values: Float32Array | Uint16Array): Float32Array {
  if (format === "f32") return values as Float32Array;
  const bits = format === "f16" ? bitsOfHalf : bitsOfBfloat;
  return new Float32Array(Uint32Array.from(values, bits).buffer);
}

const bitsOfBfloat = (bits: number): number => bits << 16;

const singleBits = new Uint32Array(1);
const single = /* @__PURE__ */ (() => new Float32Array(singleBits.buffer))();

function bitsOfHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const rest = half & 0x7fff;
  if (rest >= 0x7c00) return sign | 0x7f800000 | (rest << 13);
  // Read with the exponent of a single the number is 2⁻¹¹² of itself, subnormals included.
  single[0] = rest * 2 ** -24;
  return rest < 0x400 ? sign | singleBits[0] : sign | ((rest << 13) + 0x38000000);
}
