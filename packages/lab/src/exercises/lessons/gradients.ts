import {
  gradientByLogits,
  gradientMoments,
  logits,
  probabilities,
  reverseKlCost,
  sampledForwardGradient,
  type Unit,
} from "@surprisal/core";
import { pick } from "../draw.ts";
import { family } from "../exercise.ts";
import type { Formula } from "../formula.ts";

const tenths = [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9];

export const gradientsExercises = [
  family("force", (rng, unit) => {
    const [p, q] = twoOf(rng.next(), rng.next());
    const [forward, reverse] = bothAt(p, q);
    return {
      gaps: { p, q },
      expected: forward,
      mistakes: { reverse, byProbability: p / q, truth: p },
      work: { symbols: "∂D(P‖Q)/∂z", terms: [inThe(unit, [q, "−", p])] },
    };
  }),
  family("pull", (rng, unit) => {
    const p = pick(rng, tenths.slice(0, -1));
    const q = pick(
      rng,
      tenths.filter((x) => x > p),
    );
    const [forward, reverse] = bothAt(p, q);
    const [cost] = reverseKlCost(coin(p), coin(q));
    const weight = Math.round(q * (1 - q) * 100) / 100;
    return {
      gaps: { p, q },
      expected: reverse,
      mistakes: { forward, notCentred: q * cost!, byProbability: cost! + 1 },
      work: {
        symbols: "∂D(Q‖P)/∂z",
        terms: [
          [weight, "·", { log: unit, of: { over: q, under: p } }],
          [weight, "·", { log: unit, of: { over: ["(1−", p, ")"], under: ["(1−", q, ")"] } }],
        ],
      },
    };
  }),
  family("scatter", (rng, unit) => {
    const p = pick(rng, tenths);
    const q = pick(
      rng,
      tenths.filter((x) => x !== p && x + p !== 1),
    );
    const varianceOf = (draws: number) =>
      gradientMoments(sampledForwardGradient(coin(draws), coin(q))).variance;
    const squared: Formula = ["2·", p, "·(1−", p, ")"];
    return {
      gaps: { p, q },
      expected: varianceOf(p),
      isSquare: true,
      mistakes: { ofModel: varianceOf(q), oneLogit: varianceOf(p) / 2 },
      work: {
        symbols: "1−P(x)·P(x)−P(y)·P(y)",
        terms: [unit === "nats" ? squared : inThe(unit, inThe(unit, squared))],
      },
    };
  }),
];

/** Two probabilities in hundredths, the second larger. */
function twoOf(a: number, b: number): [number, number] {
  const p = Math.round(2 + 40 * a) / 100;
  return [p, Math.round(100 * p + 5 + 45 * b) / 100];
}

function coin(heads: number) {
  return probabilities([heads, 1 - heads]);
}

/** The derivatives of D(P‖Q) and D(Q‖P) by the logit of heads. */
function bothAt(p: number, q: number): [number, number] {
  const student = logits([...coin(q)].map(Math.log));
  const at = (direction: "forward" | "reverse") =>
    gradientByLogits({ kind: "kl", direction }, coin(p), student).gradient[0]!;
  return [at("forward"), at("reverse")];
}

/** A number of nats in a unit. */
function inThe(unit: Unit, nats: Formula): Formula {
  return unit === "nats"
    ? nats
    : { over: ["(", nats, ")"], under: { log: "nats", of: unit === "bits" ? 2 : 10 } };
}
