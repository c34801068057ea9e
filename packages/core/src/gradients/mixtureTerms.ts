import type { Odds } from "../measures/alphaGap.ts";
import { klToMixtureTerm, logToMixture } from "../measures/klToMixtureTerm.ts";
import type { OutcomeTerms } from "./outcomeTerms.ts";

/** What is mixed, and what counts how much: M = share·P + rest·Q, with share + rest = 1 and both above 0. */
export interface MixtureWeights {
  readonly ofTeacher: number;
  readonly ofStudent: number;
  readonly share: number;
  readonly rest: number;
}

/**
 * ofTeacher·D(P‖M) + ofStudent·D(Q‖M), the family of the Jensen–Shannon divergences (weights like the shares) and of the skewed ones (one weight 0).
 *
 * With a, b the weights and u the rest, the derivative by q is b·ln(q/m) + u(bs − au)(p − q)/m + (bs − au) for the share s: the middle vanishes for
 * Jensen–Shannon, and all but the last at P = Q.
 */
export function mixtureTerms({ ofTeacher, ofStudent, share, rest }: MixtureWeights): OutcomeTerms {
  const imbalance = ofStudent * share - ofTeacher * rest;
  const slope = ({ p, q }: Odds) => {
    if (q === 0) return ofStudent > 0 && p > 0 ? -Infinity : ruledOut(p);
    const outlying = imbalance === 0 ? 0 : rest * imbalance * relativeGap(p, q);
    return ofStudent === 0 ? outlying : ofStudent * logToMixture(q, p, rest, share) + outlying;
  };
  /** (p − q)/m, whose parts may underflow. */
  const relativeGap = (p: number, q: number) =>
    p > q ? (p - q) / p / (share + rest * (q / p)) : (p - q) / q / (share * (p / q) + rest);
  /** At q = 0: there q/m is 1/rest if p is 0 too, and p/m is 1/share if not. */
  const ruledOut = (p: number) =>
    p > 0 ? (rest * imbalance) / share : -imbalance - ofStudent * Math.log(rest);
  return {
    value: ({ p, q }) =>
      (ofTeacher === 0 ? 0 : ofTeacher * klToMixtureTerm(p, q, share, rest)) +
      (ofStudent === 0 ? 0 : ofStudent * klToMixtureTerm(q, p, rest, share)),
    byProbability: (odds) => slope(odds) + imbalance,
    byLogProbability: (odds) => (odds.q === 0 ? 0 : odds.q * slope(odds)),
  };
}
