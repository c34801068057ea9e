import type { Plain, Probabilities } from "../distributions/kinds.ts";
import { expectKind } from "../distributions/kinds.ts";
import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { clippedSurrogate, type Surrogate, type SurrogateOptions } from "./clippedSurrogate.ts";
import { optimalPolicy } from "./optimalPolicy.ts";
import { perOutcome } from "./perOutcome.ts";
import { expectSize } from "./scoreEstimator.ts";

/** How a batch is used. */
export interface ProximalOptions extends SurrogateOptions {
  /** How many steps are taken on the batch; 1 unless given. */
  readonly steps?: number;
  /** Logits move by this times the gradient at each step. */
  readonly rate: number;
  /** What advantages are rewards less of: their mean over the batch, unless given, or nothing. */
  readonly baseline?: "mean" | "none";
}

/**
 * One update of proximal policy optimisation: some gradient steps, by the logits, on what one batch says. Advantages are rewards less their mean over the
 * batch, unless told otherwise, and stay what they were at the old policy.
 *
 * @param old The policy that drew the batch. What it never does, it will never do.
 * @param reward k numbers, finite where the batch is above 0. For D(Q‖P): minus `reverseKlCost` of the old policy.
 * @returns The new policy, and the surrogate before each step.
 * @throws RangeError if lengths differ, a reward of the batch is infinite, or an option is out of its range.
 * @example
 * const q = probabilities([0.5, 0.5]);
 * proximalUpdate(q, [1, -1], { rate: 0.1 }).policy.map((x) => +x.toFixed(6)) // [0.524979, 0.475021]
 */
export function proximalUpdate(
  old: Probabilities,
  reward: Plain,
  { steps = 1, rate, baseline = "mean", ...surrogate }: ProximalOptions,
): { readonly policy: Probabilities; readonly trace: readonly Surrogate[] } {
  const where = "proximalUpdate";
  expectKind(where, "old", old, "probabilities");
  expectSize(where, steps);
  if (!isWithin(rate, 0, Number.MAX_VALUE))
    throw new RangeError(`${where}: rate is ${rate}, expected a finite number ≥ 0`);
  const { batch = old } = surrogate;
  const rewards = perOutcome(where, "reward", reward, old.length);
  rewards.forEach((r, x) => {
    if (batch[x] > 0 && !Number.isFinite(r))
      throw new RangeError(`${where}: reward[${x}] is ${r}, expected a finite number, since it was drawn`);
  });
  if (baseline !== "mean" && baseline !== "none")
    throw new RangeError(`${where}: baseline is ${baseline}, expected "mean" or "none"`);
  const mean = compensatedSum(old.length, (x) => (batch[x] > 0 ? batch[x] * rewards[x] : 0));
  const advantages = rewards.map((r, x) => (batch[x] > 0 ? r - (baseline === "mean" ? mean : 0) : 0));
  const trace: Surrogate[] = [];
  let policy = old;
  for (let step = 0; step < steps; step++) {
    const at = clippedSurrogate(old, policy, advantages, surrogate);
    trace.push(at);
    policy = optimalPolicy(
      policy,
      at.gradient.map((slope) => rate * slope),
      1,
    ).policy;
  }
  return { policy, trace };
}

/**
 * PPO's rule for a penalty that adapts: halved where the update moved less than two thirds of the target, doubled where it moved more than one and a
 * half times it.
 *
 * @param penalty β > 0 of the update that was made.
 * @param divergence D(old‖policy) after it, in nats.
 * @param target What it should be, above 0.
 * @returns β for the next update.
 * @throws RangeError if a number is NaN or out of its range.
 * @see Schulman et al. (2017), §4.
 * @example [0.001, 0.01, 0.1].map((divergence) => adaptedPenalty(1, divergence, 0.01)) // [0.5, 1, 2]
 */
export function adaptedPenalty(penalty: number, divergence: number, target: number): number {
  if (!(penalty > 0))
    throw new RangeError(`adaptedPenalty: penalty is ${penalty}, expected a number above 0`);
  if (!(divergence >= 0))
    throw new RangeError(`adaptedPenalty: divergence is ${divergence}, expected a number ≥ 0`);
  if (!(target > 0)) throw new RangeError(`adaptedPenalty: target is ${target}, expected a number above 0`);
  if (divergence < target / 1.5) return penalty / 2;
  return divergence > target * 1.5 ? penalty * 2 : penalty;
}
