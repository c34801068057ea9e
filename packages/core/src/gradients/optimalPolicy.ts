import type { Plain, Probabilities } from "../distributions/kinds.ts";
import { expectKind, ofKind } from "../distributions/kinds.ts";
import { expectPositive } from "../distributions/parameter.ts";
import { softmax } from "../distributions/softmax.ts";
import { klDivergence } from "../measures/klDivergence.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { logSumExp } from "../numeric/logSumExp.ts";
import type { Nats } from "../units.ts";
import { perOutcome } from "./perOutcome.ts";

/**
 * The policy of most reward on a leash: the one that maximises E_π[r] − β·D(π‖π_ref), which is π* ∝ π_ref·exp(r/β).
 *
 * @param reference π_ref, k probabilities. Where it is 0, so is π*.
 * @param reward r, k numbers below +∞; −∞ forbids.
 * @param beta β > 0, what a nat of divergence costs.
 * @returns π*, and the most that can be had, β·ln Σ π_ref·exp(r/β), off by some 2⁻⁵²·(β + max|r|): see {@link leashedReward}.
 * @throws RangeError if lengths differ, a reward is +∞, all that the reference allows is forbidden, or β is not a finite number above 0.
 * @see Rafailov et al. (2023), Direct Preference Optimization, §4; Donsker & Varadhan (1975).
 * @example optimalPolicy(probabilities([0.5, 0.5]), [Math.log(3), 0], 1).policy.map((x) => +x.toFixed(12)) // [0.75, 0.25]
 * @example optimalPolicy(probabilities([0.5, 0.5]), [1, 1], 2).value // 1
 */
export function optimalPolicy(
  reference: Probabilities,
  reward: Plain,
  beta: number,
): { readonly policy: Probabilities; readonly value: number } {
  const where = "optimalPolicy";
  expectKind(where, "reference", reference, "probabilities");
  expectPositive(where, "beta", beta);
  const rewards = perOutcome(where, "reward", reward, reference.length);
  let best = -Infinity;
  rewards.forEach((r, x) => {
    if (r === Infinity)
      throw new RangeError(`${where}: reward[${x}] is Infinity, expected a number below it`);
    if (reference[x] > 0 && r > best) best = r;
  });
  if (best === -Infinity)
    throw new RangeError(
      `${where}: reward is -Infinity wherever reference is above 0, expected an outcome that is allowed`,
    );
  const logs = rewards.map((r, x) =>
    reference[x] > 0 ? Math.log(reference[x]) + (r - best) / beta : -Infinity,
  );
  return { policy: softmax(ofKind("logits", logs)), value: best + beta * logSumExp(logs) };
}

/**
 * What a policy earns on a leash: E_π[r] − β·D(π‖π_ref), which is β·ln Z − β·D(π‖π*) whatever π is.
 *
 * @returns At most the value of {@link optimalPolicy}; −∞ where π does what is forbidden, or what the reference never does.
 * @throws RangeError if lengths differ, a reward is +∞ or β is negative, NaN or infinite.
 * @example leashedReward(probabilities([1, 0]), probabilities([0.5, 0.5]), [1, 0], 1).toFixed(6) // "0.306853"
 */
export function leashedReward(
  policy: Probabilities,
  reference: Probabilities,
  reward: Plain,
  beta: number,
): number {
  const where = "leashedReward";
  if (!(beta >= 0 && beta < Infinity))
    throw new RangeError(`${where}: beta is ${beta}, expected a finite number ≥ 0`);
  expectKind(where, "policy", policy, "probabilities");
  const rewards = perOutcome(where, "reward", reward, policy.length);
  if (rewards.includes(Infinity))
    throw new RangeError(
      `${where}: reward[${rewards.indexOf(Infinity)}] is Infinity, expected a number below it`,
    );
  const earned = compensatedSum(policy.length, (x) => (policy[x] > 0 ? policy[x] * rewards[x] : 0));
  const strayed: Nats = beta === 0 ? 0 : klDivergence(policy, reference);
  return earned - beta * strayed;
}
