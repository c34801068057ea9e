import { type Rng, standardNormal } from "@surprisal/core";

/**
 * A model of the next letter: each letter before it is looked up as a short vector, these side by side go through one layer of tanh, and from that
 * come the logits of the next letter. All its weights lie in one array.
 */
export type Net = {
  readonly size: number;
  readonly memory: number;
  readonly weights: Float64Array;
  readonly parts: Parts;
};

type Parts = { readonly [Part in "look" | "inner" | "innerBias" | "outer" | "outerBias"]: Float64Array };

/** How long a letter's vector is, and how wide the layer. */
const [depth, width] = [10, 48];

/** The first weights: the logits begin at zero, so that the model begins by holding all letters for alike. */
export function createNet(size: number, memory: number, rng: Rng): Net {
  const fan = memory * depth;
  const weights = new Float64Array(size * depth + fan * width + width + width * size + size);
  const parts = partsOf(weights, size, memory);
  for (let i = 0; i < parts.look.length; i++) parts.look[i] = standardNormal(rng);
  for (let i = 0; i < parts.inner.length; i++) parts.inner[i] = standardNormal(rng) / Math.sqrt(fan);
  return { size, memory, weights, parts };
}

function partsOf(weights: Float64Array, size: number, memory: number): Parts {
  let at = 0;
  const take = (length: number) => {
    at += length;
    return weights.subarray(at - length, at);
  };
  return {
    look: take(size * depth),
    inner: take(memory * depth * width),
    innerBias: take(width),
    outer: take(width * size),
    outerBias: take(size),
  };
}

/** What is kept on the way from the letters to the logits. */
export type Pass = { readonly hidden: Float64Array; readonly logits: Float64Array };

export function createPass({ size }: Net): Pass {
  return { hidden: new Float64Array(width), logits: new Float64Array(size) };
}

/** The logits of the letter at a place, into the pass. */
export function forward({ size, memory, parts }: Net, letters: Uint8Array, place: number, pass: Pass): void {
  const { hidden, logits } = pass;
  hidden.set(parts.innerBias);
  for (let m = 0; m < memory; m++) {
    const look = letters[place - memory + m]! * depth;
    for (let d = 0; d < depth; d++) {
      const x = parts.look[look + d]!;
      const row = (m * depth + d) * width;
      for (let h = 0; h < width; h++) hidden[h]! += x * parts.inner[row + h]!;
    }
  }
  logits.set(parts.outerBias);
  for (let h = 0; h < width; h++) {
    const y = Math.tanh(hidden[h]!);
    hidden[h] = y;
    for (let a = 0; a < size; a++) logits[a]! += y * parts.outer[h * size + a]!;
  }
}

/** The slopes of a loss by all weights, added to those there, from its slopes by the logits of a pass. */
export function backward(
  net: Net,
  letters: Uint8Array,
  place: number,
  { hidden }: Pass,
  byLogits: Float64Array,
  gradient: Float64Array,
): void {
  const { size, memory, parts } = net;
  const slopes = partsOf(gradient, size, memory);
  const byHidden = new Float64Array(width);
  for (let a = 0; a < size; a++) slopes.outerBias[a]! += byLogits[a]!;
  for (let h = 0; h < width; h++) {
    const y = hidden[h]!;
    let back = 0;
    for (let a = 0; a < size; a++) {
      const slope = byLogits[a]!;
      slopes.outer[h * size + a]! += y * slope;
      back += parts.outer[h * size + a]! * slope;
    }
    byHidden[h] = back * (1 - y * y);
    slopes.innerBias[h]! += byHidden[h]!;
  }
  for (let m = 0; m < memory; m++) {
    const look = letters[place - memory + m]! * depth;
    for (let d = 0; d < depth; d++) {
      const x = parts.look[look + d]!;
      const row = (m * depth + d) * width;
      let back = 0;
      for (let h = 0; h < width; h++) {
        slopes.inner[row + h]! += x * byHidden[h]!;
        back += parts.inner[row + h]! * byHidden[h]!;
      }
      slopes.look[look + d]! += back;
    }
  }
}
