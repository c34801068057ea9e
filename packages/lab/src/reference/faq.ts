import {
  entropy,
  fromUnit,
  type JointTable,
  klDivergence,
  marginal,
  type Nats,
  normal,
  type Probabilities,
  probabilities,
  temperature,
} from "@surprisal/core";
import { teacher, warm, words } from "./errata.ts";

/** A density so narrow that its entropy is below zero. */
export const thin = normal(0, 0.1);

/** A tenth of a bit a draw, and a thousand draws. */
export const small: Nats = fromUnit(0.1, "bits");
export const draws = 1000;
/** The most by which two distributions can disagree on an event, by Pinsker's inequality. */
export const disagreement = (divergence: Nats) => Math.sqrt(divergence / 2);

/** How far the entropy counted from so many samples falls short on average, to first order, with so many outcomes. */
export const shortfall = (outcomes: number, samples: number): Nats => (outcomes - 1) / (2 * samples);
export const vocabulary = 50_257;

/** Two models that read one text of 4500 characters: nats per token, and into how many tokens each cuts it. */
export const readers = {
  coarse: { loss: 3, tokens: 1000 },
  fine: { loss: 2.6, tokens: 1250 },
  characters: 4500,
} as const;

/** What an interface tells of the next token: the five likeliest. The rest of the vocabulary shares what is left. */
const top = [0.5, 0.2, 0.1, 0.06, 0.04];
const tail = 0.1;
const told = entropy(probabilities([...top, tail]));
export const untold = {
  tail,
  count: top.length,
  least: told,
  most: told + tail * Math.log(vocabulary - top.length),
} as const;

/** A policy that strayed a little from its reference. */
export const reference: Probabilities = words;
export const policy: Probabilities = temperature(words, warm);

/** D(P‖Q) for the joint table and the product of its margins. */
export function dependenceOf(table: JointTable): Nats {
  const [rows, columns] = [marginal(table, [0]).p, marginal(table, [1]).p];
  const product = Array.from(rows).flatMap((row) => Array.from(columns, (column) => row * column));
  return klDivergence(table.p, probabilities(product));
}

/** Labels smoothed by a share over some classes: the best logit then stands this far above the others. */
export const smoothed = { share: 0.1, classes: 10 } as const;
export const gap = Math.log(
  (1 - smoothed.share + smoothed.share / smoothed.classes) / (smoothed.share / smoothed.classes),
);

/** The teacher with its rare answer filtered out. */
export const filtered = probabilities([teacher[0]! / (1 - teacher[2]!), teacher[1]! / (1 - teacher[2]!), 0]);
