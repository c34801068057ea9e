import { type Plain, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { klDivergence } from "../measures/klDivergence.ts";
import { expectPair } from "../measures/pair.ts";
import type { Nats } from "../units.ts";
import { perOutcome } from "./perOutcome.ts";
import { centre } from "./throughSoftmax.ts";

/** What {@link clippedSurrogate} is to hold the policy with. */
export interface SurrogateOptions {
  /** ε: ratios of probabilities count only within [1 − ε, 1 + ε]; 0.2 unless given, Infinity for no clipping. */
  readonly clip?: number;
  /** β ≥ 0, what a nat of D(old‖policy) costs; 0 unless given. */
  readonly penalty?: number;
  /** How often each outcome occurred in the batch, as shares; `old` itself, the exact expectation, unless given. */
  readonly batch?: Probabilities;
}

/** PPO's objective at a policy. */
export interface Surrogate {
  /** E_batch[min(ρA, clip(ρ)A)] − β·D(old‖policy), with ρ = policy/old. */
  readonly value: number;
  /** Of the value, by the logits of the policy: the direction that raises it. */
  readonly gradient: Float64Array;
  /** The share of the batch that clipping leaves without gradient. */
  readonly clipped: number;
  /** D(old‖policy), exactly. */
  readonly divergence: Nats;
}

/**
 * The objective that proximal policy optimisation climbs for some steps on one batch, with its gradient by the logits.
 *
 * At policy = old nothing is clipped, and the gradient is that of the expected advantage, q·(A − E_q[A]). With A = ln p − ln q that is minus the
 * gradient of D(Q‖P), exactly. From the second step on a batch A is still of the old policy, and the two part.
 *
 * @param old The policy that drew the batch.
 * @param policy The policy that is being changed.
 * @param advantages A, k numbers, finite where the batch is above 0: rewards of the old policy, less a baseline.
 * @throws RangeError if lengths differ, an advantage of the batch is infinite, `old` is 0 where the batch is not, ε ≤ 0 or β < 0.
 * @see Schulman et al. (2017), Proximal Policy Optimization Algorithms, §3–4.
 * @example
 * const q = probabilities([0.5, 0.5]);
 * clippedSurrogate(q, q, [1, -1]).gradient // [0.5, -0.5]
 * clippedSurrogate(q, probabilities([0.75, 0.25]), [1, -1]).clipped // 1
 */
export function clippedSurrogate(
  old: Probabilities,
  policy: Probabilities,
  advantages: Plain,
  { clip = 0.2, penalty = 0, batch = old }: SurrogateOptions = {},
): Surrogate {
  const where = "clippedSurrogate";
  expectPair(where, old, policy, "probabilities");
  expectPair(where, old, batch, "probabilities");
  if (!(clip > 0)) throw new RangeError(`${where}: clip is ${clip}, expected a number above 0`);
  if (!(penalty >= 0 && penalty < Infinity))
    throw new RangeError(`${where}: penalty is ${penalty}, expected a finite number ≥ 0`);
  const gains = new Float64Array(old.length); // batch·A of what is not clipped, times ρ
  let value = 0;
  let clipped = 0;
  perOutcome(where, "advantages", advantages, old.length).forEach((advantage, x) => {
    if (batch[x] === 0) return;
    if (!Number.isFinite(advantage))
      throw new RangeError(`${where}: advantages[${x}] is ${advantage}, expected a finite number`);
    if (old[x] === 0)
      throw new RangeError(`${where}: old[${x}] is 0 and batch[${x}] ${batch[x]}, expected more`);
    const ratio = policy[x] / old[x];
    const bound = advantage > 0 ? Math.min(ratio, 1 + clip) : Math.max(ratio, 1 - clip);
    value += batch[x] * bound * advantage;
    if (bound === ratio) gains[x] = batch[x] * ratio * advantage;
    else clipped += batch[x];
  });
  const divergence = klDivergence(old, policy);
  return {
    value: penalty > 0 ? value - penalty * divergence : value,
    gradient: centre(valuesOf(policy), gains).map((slope, x) => slope + penalty * (old[x] - policy[x])),
    clipped,
    divergence,
  };
}
