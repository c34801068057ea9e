import type { Odds } from "../measures/alphaGap.ts";

/** An objective that is a sum over outcomes, by what one of them adds to it and to its derivatives. */
export interface OutcomeTerms {
  /** What the outcome adds to the value. */
  value(odds: Odds, index: number): number;
  /** The derivative of that by q; at q = 0 the one from the right. */
  byProbability(odds: Odds, index: number): number;
  /**
   * The derivative by ln q, less a multiple of q that is the same for all outcomes: a softmax takes that out again, and near P = Q what is left keeps its
   * digits.
   */
  byLogProbability(odds: Odds, index: number): number;
  /**
   * Where the derivative by ln q is infinite: the logarithm of how fast it gets there, when what makes it so is given a small probability, the same for
   * all such outcomes. Only differences matter.
   */
  logGrowth?(odds: Odds): number;
}
