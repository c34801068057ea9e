import { createRng, type Direction, logits, type Probabilities, softmax } from "@surprisal/core";
import { estimateFrom } from "./cloud.ts";
import { estimatorOf } from "./estimator.ts";
import type { By, Gradients } from "./model.ts";
import { nearest } from "./simplex.ts";
import { bounded, pullOf, slopesOf } from "./slopes.ts";

const rates: Readonly<Record<By, number>> = { logits: 0.5, probabilities: 0.05 };
const longest = 0.03;

/** The way down a divergence with the whole gradient: each call says where Q is and takes a step. */
export function descent({ p, q, by }: Gradients, way: Direction): () => Probabilities {
  return walk(q, (at) => {
    const { gradient } = slopesOf(p, at, by, way);
    return by === "logits" ? afterLogits(at, gradient) : afterProbabilities(at, gradient);
  });
}

/** The same by logits, with an estimate from a fresh batch in the place of the gradient. It stops where a draw would cost infinitely much. */
export function sampledDescent(state: Gradients): () => Probabilities {
  const rng = createRng(state.seed);
  return walk(state.q, (q) => {
    const estimator = estimatorOf({ ...state, q });
    return estimator ? afterLogits(q, estimateFrom(estimator, state, rng)) : q;
  });
}

/** Where Q has been on its way down, its start first. */
export function pathOf(state: Gradients, way: Direction): Probabilities[] {
  return Array.from({ length: state.steps + 1 }, descent(state, way));
}

function walk(from: Probabilities, step: (q: Probabilities) => Probabilities): () => Probabilities {
  let at: Probabilities | undefined;
  return () => {
    at = at ? step(at) : from;
    return at;
  };
}

function afterLogits(q: Probabilities, gradient: Float64Array): Probabilities {
  const slopes = bounded(gradient);
  return softmax(logits(Array.from(q, (x, i) => Math.log(x) - rates.logits * slopes[i]!)));
}

// No step is longer than a thirtieth of a side: near an edge slopes have no bound.
function afterProbabilities(q: Probabilities, gradient: Float64Array): Probabilities {
  const pull = pullOf(q, gradient, "probabilities");
  const size = Math.hypot(...pull);
  const factor = size === 0 ? 0 : Math.min(rates.probabilities, longest / size);
  return nearest(Array.from(q, (x, i) => x + factor * pull[i]!));
}
