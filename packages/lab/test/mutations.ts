/** Mistakes one could make in the library; each is a piece of text of its source, and what stands there instead. */
export type Mutation = { readonly file: string; readonly from: string; readonly to: string };

export const mutations: Readonly<Record<string, Mutation>> = {
  "bits of base ten": {
    file: "units.ts",
    from: "bits: Math.LN2",
    to: "bits: Math.LN10",
  },
  "the surprise of the probability twice over": {
    file: "measures/selfInformation.ts",
    from: "0 - Math.log(p)",
    to: "0 - 2 * Math.log(p)",
  },
  "entropy without its first term": {
    file: "kernels/entropySum.ts",
    from: "(p[i] > 0 ?",
    to: "(i > 0 && p[i] > 0 ?",
  },
  "cross-entropy of the model's own odds": {
    file: "measures/crossEntropy.ts",
    from: "0 - p[i] * logQ(i)",
    to: "0 - Math.exp(logQ(i)) * logQ(i)",
  },
  "the other direction of the divergence": {
    file: "measures/klDivergence.ts",
    from: "return klSum(valuesOf(truth), valuesOf(model))",
    to: "return klSum(valuesOf(model), valuesOf(truth))",
  },
  "a finite divergence where the model says never": {
    file: "measures/klDivergence.ts",
    from: "if (q === 0) return Infinity",
    to: "if (q === 0) return 0",
  },
  "perplexity as a power of two of nats": {
    file: "measures/perplexity.ts",
    from: "Math.exp(entropy(p))",
    to: "2 ** entropy(p)",
  },
  "temperature upside down": {
    file: "distributions/temperature.ts",
    from: "(x / max) ** (1 / t)",
    to: "(x / max) ** t",
  },
  "the best Gaussian as wide as one mode": {
    file: "measures/bestGaussianForward.ts",
    from: "return { mean: p.mean, sd: p.sd }",
    to: "return { mean: p.mean, sd: p.sd / 2 }",
  },
  "a divergence between Gaussians that forgets their distance": {
    file: "measures/gaussianKl.ts",
    from: "(spread + offset ** 2) / 2",
    to: "spread / 2",
  },
  "a score that pushes away from what the truth draws": {
    file: "gradients/sampledForwardGradient.ts",
    from: ".fill(-1)",
    to: ".fill(1)",
  },
  "a mean field as wide as the truth": {
    file: "measures/meanFieldGaussian.ts",
    from: 'direction === "reverse" ? conditionalVariance',
    to: 'direction === "forward" ? conditionalVariance',
  },
  "a gradient of the reverse divergence that forgets its mean": {
    file: "gradients/throughSoftmax.ts",
    from: "byLogProbability[i] - x * total",
    to: "byLogProbability[i]",
  },
  "a best policy that a dear leash sets free": {
    file: "gradients/optimalPolicy.ts",
    from: "(r - best) / beta",
    to: "(r - best) * beta",
  },
  "clipping that lets bad luck pass": {
    file: "gradients/clippedSurrogate.ts",
    from: "Math.max(ratio, 1 - clip)",
    to: "ratio",
  },
  "k3 with the wrong slope": {
    file: "gradients/klEstimator.ts",
    from: "0 - Math.expm1(log)",
    to: "0 - log",
  },
  "a smoothed label that forgets to share": {
    file: "distributions/smoothing.ts",
    from: "(1 - epsilon) * x + epsilon / p.length",
    to: "(1 - epsilon) * x + epsilon",
  },
  "a slope of the cross-entropy that forgets its focus": {
    file: "gradients/crossEntropyTerms.ts",
    from: "doubt(logQ) ** gamma - gamma * q * forgone(logQ)",
    to: "doubt(logQ) ** gamma",
  },
  "what is left of Y without the odds of the rest": {
    file: "measures/conditionalEntropy.ts",
    from: "Math.log1p(odds)",
    to: "Math.log(odds)",
  },
  "an information that forgets half of what pairs share": {
    file: "measures/dependence.ts",
    from: "p * log1pMinusX(x)",
    to: "(p * log1pMinusX(x)) / 2",
  },
  "Miller and Madow's correction the wrong way": {
    file: "estimators/millerMadowEntropy.ts",
    from: "+ (profile.seen - 1)",
    to: "- (profile.seen - 1)",
  },
  "a teacher given the task that was given none": {
    file: "distributions/reweight.ts",
    from: ": p[i] * w",
    to: ": p[i]",
  },
  "a gradient that T² does not reach": {
    file: "gradients/gradientByLogits.ts",
    from: "timesTemperatureSquared ? temperature : 1 / temperature",
    to: "1 / temperature",
  },
};
