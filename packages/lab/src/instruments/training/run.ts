import {
  aliasTable,
  createRng,
  crossEntropy,
  logits,
  type Nats,
  type Probabilities,
  softmax,
} from "@surprisal/core";
import type { Run } from "../../simulation/run.ts";
import { adam } from "./adam.ts";
import { batchLoss } from "./batch.ts";
import { type Context, type Corpus, contextsAt, floorOf } from "./contexts.ts";
import { stride, type Training } from "./model.ts";
import { createNet, createPass, forward } from "./net.ts";

/** What a training has come to at one of its moments, in nats a letter. */
export type Moment = {
  /** Ĥ(P̂,Q) on all that it learns from, and on what is held out. */
  readonly training: Nats;
  readonly heldOut: Nats;
  /** The mean surprise of the last batch, as a training prints it. */
  readonly batch: Nats;
  /** What it writes now. */
  readonly sample: string;
  /** What it says of the letter after the commonest context, in the order of `Ground`. */
  readonly next: readonly number[];
};

/** What does not change while it trains. */
export type Ground = {
  /** Ĥ(next | context) of what it learns from: the least Ĥ(P̂,Q) of any model that sees as many letters. */
  readonly floor: Nats;
  readonly contexts: number;
  readonly places: number;
  /** The commonest context, the letters that follow it most often and how often they do. */
  readonly context: string;
  readonly followers: readonly string[];
  readonly shares: readonly number[];
};

const batchSize = 64;
const sampleLength = 72;
const told = 6;

/** A training from nothing; each call of `next` gives the next of its moments, the first before any step. */
export function createRun(
  corpus: Corpus,
  alphabet: string,
  { memory, rate, seed }: Training,
): Run<Ground, Moment> {
  const size = alphabet.length;
  const rng = createRng(seed);
  const net = createNet(size, memory, rng);
  const pass = createPass(net);
  const gradient = new Float64Array(net.weights.length);
  const step = adam(net.weights, rate);
  const places = new Int32Array(batchSize);
  const seen = contextsAt(corpus, corpus.training, memory, size);
  const held = contextsAt(corpus, corpus.heldOut, memory, size);
  const [commonest] = seen as [Context];
  const order = Array.from(commonest.next, (_, letter) => letter)
    .sort((a, b) => commonest.next[b]! - commonest.next[a]!)
    .slice(0, told);
  let batch: Nats | undefined;

  return {
    ground: {
      floor: floorOf(seen),
      contexts: seen.length,
      places: corpus.training.length,
      context: Array.from(commonest.letters, (letter) => alphabet[letter]).join(""),
      followers: order.map((letter) => alphabet[letter]!),
      shares: order.map((letter) => commonest.next[letter]!),
    },
    next() {
      if (batch !== undefined) for (let i = 0; i < stride; i++) train();
      else draw();
      batch = batchLoss(net, corpus.letters, places, pass, gradient);
      const q = after(commonest.letters);
      return {
        training: meanCost(seen),
        heldOut: meanCost(held),
        batch,
        sample: write(),
        next: order.map((letter) => q[letter]!),
      };
    },
  };

  function draw(): void {
    for (let i = 0; i < batchSize; i++)
      places[i] = corpus.training[Math.floor(rng.next() * corpus.training.length)]!;
  }

  function train(): void {
    draw();
    batchLoss(net, corpus.letters, places, pass, gradient);
    step(gradient);
  }

  function after(letters: Uint8Array): Probabilities {
    forward(net, letters, letters.length, pass);
    return softmax(logits(pass.logits));
  }

  function meanCost(contexts: readonly Context[]): Nats {
    return contexts.reduce(
      (sum, { letters, share, next }) => sum + share * crossEntropy(next, after(letters)),
      0,
    );
  }

  function write(): string {
    const own = createRng(seed + 1);
    const written = [...commonest.letters];
    while (written.length < sampleLength) {
      const q = after(Uint8Array.from(written.slice(-memory)));
      written.push(aliasTable(q).sample(own));
    }
    return written.map((letter) => alphabet[letter]).join("");
  }
}
