import type { Plain, Probabilities } from "../distributions/kinds.ts";
import { expectDrawn, weighted } from "./batchBaseline.ts";
import { expectSize, type GradientMoments } from "./scoreEstimator.ts";

/**
 * The estimate that one batch gives whose importance weights are divided by their sum: Σ v·(cost − b)·(eₓ − q), with v = w/Σw for w = q/draws, and b = Σ v·cost.
 *
 * A constant added to the cost changes nothing, and weights need to be known but for a factor. The price is a bias that falls like 1/n: see {@link selfNormalizedMoments}.
 *
 * @param q The model Q, k probabilities.
 * @param cost k numbers, finite where both q > 0 and draws > 0.
 * @param draws What was drawn from.
 * @param drawn Indices of outcomes.
 * @returns Nats per unit of a logit; zeros where the batch has nothing that Q can draw.
 * @throws RangeError if lengths differ, the batch is empty or holds what cannot be drawn, or a cost that counts is infinite.
 * @see Owen (2013), Monte Carlo Theory, Methods and Examples, §9.2.
 * @example selfNormalizedGradient(probabilities([0.5, 0.5]), [1, 0], probabilities([0.8, 0.2]), [0, 1]).map((x) => +x.toFixed(12)) // [0.16, -0.16]
 */
export function selfNormalizedGradient(
  q: Probabilities,
  cost: Plain,
  draws: Probabilities,
  drawn: ArrayLike<number>,
): Float64Array {
  const where = "selfNormalizedGradient";
  expectSize(where, drawn.length);
  const { weights, costs } = weighted(where, q, cost, draws);
  expectDrawn(where, drawn, draws);
  const times = new Float64Array(q.length);
  for (let d = 0; d < drawn.length; d++) times[drawn[d]]++;
  return estimate(weights, costs, times, new Float64Array(q.length));
}

/**
 * Mean and variance of {@link selfNormalizedGradient} over all batches of n draws, exactly: each kind of batch is one way to share n draws among the outcomes that can be drawn.
 *
 * @param size n, so small that there are at most a million kinds of batch.
 * @returns Nats per unit of a logit, and their square, for the whole batch.
 * @throws RangeError if lengths differ, size is no whole number above 0, there are more kinds, or a cost that counts is infinite.
 * @example
 * const [q, draws] = [probabilities([0.5, 0.5]), probabilities([0.8, 0.2])];
 * selfNormalizedMoments(q, [1, 0], draws, 2).mean.map((x) => +x.toFixed(4)) // [0.0512, -0.0512]
 * selfNormalizedMoments(q, [1, 0], draws, 100).mean.map((x) => +x.toFixed(4)) // [0.246, -0.246]
 */
export function selfNormalizedMoments(
  q: Probabilities,
  cost: Plain,
  draws: Probabilities,
  size: number,
): GradientMoments {
  const where = "selfNormalizedMoments";
  expectSize(where, size);
  const { weights, costs } = weighted(where, q, cost, draws);
  const all = [...draws].flatMap((chance, x) => (chance > 0 ? [x] : []));
  const kinds = kindsOf(size, all.length);
  if (!(kinds <= mostKinds))
    throw new RangeError(
      `${where}: size is ${size}, expected so few that ${all.length} outcomes make at most ${mostKinds} kinds of batch`,
    );
  const [times, said, sums] = [0, 1, 2].map(() => new Float64Array(q.length));
  let squares = 0;
  const share = (at: number, left: number, logChance: number): void => {
    const x = all[at];
    const logDraw = Math.log(draws[x]);
    if (at === all.length - 1) {
      times[x] = left;
      const chance = Math.exp(logChance + left * logDraw - logFactorials[left]);
      estimate(weights, costs, times, said);
      for (let i = 0; i < said.length; i++) {
        sums[i] += chance * said[i];
        squares += chance * said[i] ** 2;
      }
      return;
    }
    for (let count = 0; count <= left; count++) {
      times[x] = count;
      share(at + 1, left - count, logChance + count * logDraw - logFactorials[count]);
    }
  };
  const logFactorials = new Float64Array(size + 1);
  for (let i = 1; i <= size; i++) logFactorials[i] = logFactorials[i - 1] + Math.log(i);
  share(0, size, logFactorials[size]);
  return { mean: sums, variance: Math.max(0, squares - sums.reduce((sum, x) => sum + x ** 2, 0)) };
}

const mostKinds = 1e6;

/** How many ways there are to share n draws among k outcomes: n + k − 1 over n. */
function kindsOf(n: number, k: number): number {
  let kinds = 1;
  for (let i = 1; i < k; i++) kinds *= (n + i) / i;
  return Math.round(kinds);
}

/** Σ v·(cost − b)·eₓ, written into `said`: of (eₓ − q) the q is left out, since Σ v·(cost − b) = 0. */
function estimate(
  weights: Float64Array,
  costs: Float64Array,
  times: Float64Array,
  said: Float64Array,
): Float64Array {
  let [total, sum] = [0, 0];
  for (let x = 0; x < times.length; x++) {
    total += times[x] * weights[x];
    sum += times[x] * weights[x] * costs[x];
  }
  for (let x = 0; x < times.length; x++)
    said[x] = total === 0 ? 0 : ((times[x] * weights[x]) / total) * (costs[x] - sum / total);
  return said;
}
