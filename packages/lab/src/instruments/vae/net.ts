import { type Rng, standardNormal } from "@surprisal/core";
import { type Picture, windows } from "./pictures.ts";

/** How many numbers a picture is told in, and how wide the layers are on the way to them and back. */
export const latent = 2;
const width = 24;

const lengths = {
  inward: windows * width,
  inwardBias: width,
  code: width * 2 * latent,
  codeBias: 2 * latent,
  outward: latent * width,
  outwardBias: width,
  paint: width * windows,
  paintBias: windows,
};

type Parts = { readonly [Part in keyof typeof lengths]: Float64Array };

/** All weights lie in one array: those that make a code of a picture first, then those that make a picture of a code. */
export type Net = { readonly weights: Float64Array; readonly parts: Parts };

export function createNet(rng: Rng): Net {
  const net = netOf(new Float64Array(Object.values(lengths).reduce((a, b) => a + b, 0)));
  const scatter = (part: Float64Array, scale: number) => {
    for (let i = 0; i < part.length; i++) part[i] = standardNormal(rng) * scale;
  };
  scatter(net.parts.inward, 1 / Math.sqrt(windows));
  scatter(net.parts.code, 0.3 / Math.sqrt(width));
  scatter(net.parts.outward, 1);
  scatter(net.parts.paint, 0.3 / Math.sqrt(width));
  return net;
}

export function netOf(weights: Float64Array): Net {
  let at = 0;
  const parts = Object.entries(lengths).map(([name, length]) => {
    at += length;
    return [name, weights.subarray(at - length, at)];
  });
  return { weights, parts: Object.fromEntries(parts) };
}

const inner = lengths.inward + lengths.inwardBias + lengths.code + lengths.codeBias;

/** The weights that make a picture of a code, by themselves; and a net of them again. */
export function decoderWeights({ weights }: Net): Float64Array {
  return weights.subarray(inner);
}

export function netOfDecoder(weights: readonly number[]): Net {
  return netOf(Float64Array.from([...new Float64Array(inner), ...weights]));
}

/** Q(z|x) of a picture: a mean and the logarithm of a standard deviation for each number of its code. */
export type Code = {
  readonly mean: Float64Array;
  readonly logSd: Float64Array;
  readonly hidden: Float64Array;
};

export function encode({ parts }: Net, picture: Picture): Code {
  const { inward } = parts;
  const hidden = Float64Array.from(parts.inwardBias);
  for (let i = 0; i < picture.length; i++)
    if (picture[i]) for (let h = 0; h < width; h++) hidden[h]! += inward[i * width + h]!;
  const out = Float64Array.from(parts.codeBias);
  for (let h = 0; h < width; h++) {
    hidden[h] = Math.tanh(hidden[h]!);
    for (let k = 0; k < out.length; k++) out[k]! += hidden[h]! * parts.code[h * out.length + k]!;
  }
  return { mean: out.subarray(0, latent), logSd: out.subarray(latent), hidden };
}

/** The logits of P(x|z): of each window being lit. */
export type Painting = { readonly logits: Float64Array; readonly hidden: Float64Array };

export function decode({ parts }: Pick<Net, "parts">, z: ArrayLike<number>): Painting {
  const hidden = Float64Array.from(parts.outwardBias);
  for (let k = 0; k < latent; k++)
    for (let h = 0; h < width; h++) hidden[h]! += z[k]! * parts.outward[k * width + h]!;
  const { paint } = parts;
  const logits = Float64Array.from(parts.paintBias);
  const { length } = logits;
  for (let h = 0; h < width; h++) {
    const x = Math.tanh(hidden[h]!);
    hidden[h] = x;
    for (let i = 0; i < length; i++) logits[i]! += x * paint[h * length + i]!;
  }
  return { logits, hidden };
}

/** The slopes of a loss by all weights of the way out, added to those there; returns those by z. */
export function backThroughDecoder(
  { parts }: Net,
  { hidden }: Painting,
  z: ArrayLike<number>,
  byLogits: Float64Array,
  { parts: slopes }: Net,
): Float64Array {
  const { paint } = parts;
  const byPaint = slopes.paint;
  const { length } = byLogits;
  const byZ = new Float64Array(latent);
  for (let i = 0; i < length; i++) slopes.paintBias[i]! += byLogits[i]!;
  for (let h = 0; h < width; h++) {
    const x = hidden[h]!;
    let back = 0;
    for (let i = 0; i < length; i++) {
      const slope = byLogits[i]!;
      byPaint[h * length + i]! += x * slope;
      back += paint[h * length + i]! * slope;
    }
    back *= 1 - x * x;
    slopes.outwardBias[h]! += back;
    for (let k = 0; k < latent; k++) {
      slopes.outward[k * width + h]! += z[k]! * back;
      byZ[k]! += parts.outward[k * width + h]! * back;
    }
  }
  return byZ;
}

/** The slopes by all weights of the way in, from those by mean and by ln sd. */
export function backThroughEncoder(
  { parts }: Net,
  { hidden }: Code,
  picture: Picture,
  byCode: Float64Array,
  { parts: slopes }: Net,
): void {
  const outs = byCode.length;
  const { inward } = slopes;
  for (let k = 0; k < outs; k++) slopes.codeBias[k]! += byCode[k]!;
  for (let h = 0; h < width; h++) {
    let back = 0;
    for (let k = 0; k < outs; k++) {
      slopes.code[h * outs + k]! += hidden[h]! * byCode[k]!;
      back += parts.code[h * outs + k]! * byCode[k]!;
    }
    back *= 1 - hidden[h]! ** 2;
    slopes.inwardBias[h]! += back;
    for (let i = 0; i < picture.length; i++) if (picture[i]) inward[i * width + h]! += back;
  }
}
