import { createRng, standardNormal } from "@surprisal/core";
import { adam } from "../training/adam.ts";
import { type Cost, costOf } from "./loss.ts";
import { stride, type Vae } from "./model.ts";
import { createNet, decoderWeights, encode, latent, netOf } from "./net.ts";
import { album } from "./pictures.ts";

/** What a training has come to at one of its moments: what its pictures cost on average, and what it then makes of codes and pictures. */
export type Moment = Cost & {
  /** Mean and standard deviation of Q(z|x) for some pictures: two of either. */
  readonly codes: readonly (readonly number[])[];
  readonly decoder: readonly number[];
};

const coded = 60;
const batchSize = 32;
const rate = 0.02;

/** A training from nothing; each call gives the next of its moments, the first before any step. */
export function createRun({ beta, seed }: Pick<Vae, "beta" | "seed">): () => Moment {
  const rng = createRng(seed);
  const net = createNet(rng);
  const slopes = netOf(new Float64Array(net.weights.length));
  const step = adam(net.weights, rate);
  const noise = (count: number) => Float64Array.from({ length: count * latent }, () => standardNormal(rng));
  // The same draws at every moment, so that the curve shows the training and not its luck.
  const watched = noise(album.length);
  let begun = false;

  return () => {
    if (begun) for (let i = 0; i < stride; i++) train();
    begun = true;
    return {
      ...costOf(net, album, watched),
      codes: album.slice(0, coded).map((picture) => {
        const { mean, logSd } = encode(net, picture);
        return [...mean, ...logSd.map(Math.exp)].map(thousandths);
      }),
      decoder: Array.from(decoderWeights(net), thousandths),
    };
  };

  function train(): void {
    const batch = Array.from({ length: batchSize }, () => album[Math.floor(rng.next() * album.length)]!);
    costOf(net, batch, noise(batchSize), beta, slopes);
    step(slopes.weights);
  }
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
