import { dirichletDraw } from "../distributions/dirichletDraw.ts";
import { type Counts, type LogProbabilities, valuesOf } from "../distributions/kinds.ts";
import { digamma } from "../numeric/digamma.ts";
import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import { profileOf } from "./countProfile.ts";
import { dirichletEntropy } from "./dirichletEntropy.ts";

/** A quantity of two distributions drawn from their Dirichlet posteriors, smallest first. */
export function posteriorDraws(
  measure: (p: LogProbabilities, q: LogProbabilities) => Nats,
  samples: readonly [p: Counts, q: Counts],
  { concentration, resamples, rng }: { concentration: number; resamples: number; rng: Rng },
): Float64Array {
  const [p, q] = samples.map((sample) => valuesOf(sample).map((count) => count + concentration));
  return Float64Array.from({ length: resamples }, () =>
    measure(dirichletDraw(p, rng), dirichletDraw(q, rng)),
  ).sort();
}

/** The posterior mean of H(P,Q): Σ αᵢ/A·(ψ(B) − ψ(βᵢ)), the posteriors of P and Q having the weights α, β of sums A, B. */
export function meanCrossEntropy(p: Counts, q: Counts, concentration: number): Nats {
  const weightsOf = (sample: Counts) =>
    profileOf("meanCrossEntropy", sample).n + sample.length * concentration;
  const [a, b] = [weightsOf(p), weightsOf(q)];
  let sum = 0;
  for (let i = 0; i < p.length; i++)
    sum += ((p[i] + concentration) / a) * (digamma(b) - digamma(q[i] + concentration));
  return sum;
}

/** The posterior mean of D(P‖Q) = H(P,Q) − H(P). */
export function meanKl(p: Counts, q: Counts, concentration: number): Nats {
  return meanCrossEntropy(p, q, concentration) - dirichletEntropy(p, concentration).mean;
}
