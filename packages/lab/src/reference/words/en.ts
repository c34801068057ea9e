/** The name of each measure, and what it says in one line. */
export const en = {
  selfInformation: ["Surprise", "What one outcome costs someone who knows the odds; here “okay”."],
  entropy: ["Entropy", "Mean surprise of those who know the odds: the floor."],
  perplexity: ["Perplexity", "How many equally likely outcomes would be as uncertain."],
  renyiEntropy: ["Rényi entropy", "Entropy that listens more to the likely as α grows; here α = 2."],
  guessingBounds: [
    "Guessing bounds",
    "If the first guess is right with the first probability, the second with the second, a letter holds at least this, and at most H(P).",
  ],
  tsallisEntropy: [
    "Tsallis entropy",
    "The same idea without the logarithm; at α = 2, the chance that two draws differ.",
  ],
  crossEntropy: ["Cross-entropy", "Mean surprise of those who believe Q while P happens: the bill."],
  forwardKl: [
    "KL divergence, forward",
    "The part of the bill that was avoidable. Unforgiving of what Q leaves out.",
  ],
  reverseKl: [
    "KL divergence, reverse",
    "The same if the world behaved like Q. Unforgiving of what Q makes up.",
  ],
  crossPerplexity: [
    "Cross-perplexity",
    "How many equally likely outcomes would surprise a believer in Q as much.",
  ],
  jeffreys: ["Jeffreys divergence", "Both directions added up; still no distance."],
  jensenShannon: [
    "Jensen–Shannon divergence",
    "How well one draw tells P from Q: never above one bit, never infinite.",
  ],
  commonSupport: [
    "KL on the common support",
    "Of what both call possible, and of that only; here the student that never says C. Give the mass left out with it.",
  ],
  skewedKl: [
    "Skewed KL",
    "KL to a model that borrowed a share λ of the truth; never infinite for λ above zero.",
  ],
  renyiDivergence: ["Rényi divergence", "KL at α = 1; the worst outcome decides as α grows."],
  alpha: ["Amari's α-divergence", "Forward KL at α = 1, reverse at α = 0, and everything between."],
  chiSquared: ["χ² divergence", "Squared misses, priced by Q. KL is at most the logarithm of one plus it."],
  totalVariation: ["Total variation", "The most by which P and Q disagree on any event."],
  hellinger: ["Hellinger distance", "A true distance, between zero and one."],
  bhattacharyyaCoefficient: [
    "Bhattacharyya coefficient",
    "The overlap of both: one where they are equal, zero where they share nothing.",
  ],
  bhattacharyya: [
    "Bhattacharyya distance",
    "Minus the logarithm of the overlap; half the Rényi divergence of order ½.",
  ],
  fDivergence: [
    "f-divergence",
    "The family of nearly all above: one convex f makes each; here the square of Hellinger's.",
  ],
  jointEntropy: ["Joint entropy", "Mean surprise of both together."],
  conditionalEntropy: ["Conditional entropy", "What is left of Y's surprise once X is known."],
  mutualInformation: [
    "Mutual information",
    "What X tells of Y, and Y of X: KL from the joint to independence.",
  ],
  pointwiseMutualInformation: [
    "Pointwise mutual information",
    "How much oftener two values meet than chance would have it; here rain and umbrella. Its mean is I(X;Y).",
  ],
  normalizedMutualInformation: [
    "Normalised mutual information",
    "A share between zero and one; say by what it was divided.",
  ],
  variationOfInformation: [
    "Variation of information",
    "What each leaves unsaid of the other; a true distance.",
  ],
  totalCorrelation: ["Total correlation", "What the parts have in common; of two, the mutual information."],
  conditionalMutualInformation: [
    "Conditional mutual information",
    "What X and Y still tell of each other once Z is known; here all of a coin.",
  ],
  coInformation: [
    "Co-information",
    "What three say over and over; below zero, as here, where they say something only together.",
  ],
  differentialEntropy: [
    "Differential entropy",
    "Entropy of a density; it may be negative and changes with the scale.",
  ],
  gaussianKl: ["KL of two Gaussians", "In closed form; a shift counts in units of the model's width."],
  multivariateGaussianKl: [
    "KL of two Gaussians, many dimensions",
    "In closed form; here a round one and a tilted one beside it.",
  ],
  meanFieldGaussian: [
    "Mean field",
    "The least D(Q‖P) of a Q whose coordinates know nothing of each other; here against a tilted Gaussian.",
  ],
  continuousKl: ["KL of two densities", "By quadrature, with a bound on its error."],
  continuousAlpha: [
    "α-divergence of two densities",
    "Reverse at α = 0, forward at α = 1, as in lesson 5; by quadrature.",
  ],
} as const;

export type MeasureWords = Record<keyof typeof en, readonly [name: string, line: string]>;
