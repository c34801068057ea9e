// Units

export type { Nats, Unit } from "./units.ts";
export { fromUnit, inUnit } from "./units.ts";

// Kinds of number

export { toLogProbabilities, toProbabilities } from "./distributions/conversions.ts";
export { counts } from "./distributions/counts.ts";
export type {
  Counts,
  Kind,
  Logits,
  LogProbabilities,
  Plain,
  Probabilities,
  Vector,
} from "./distributions/kinds.ts";
export { logits } from "./distributions/logits.ts";
export { logProbabilities } from "./distributions/logProbabilities.ts";
export { normalize } from "./distributions/normalize.ts";
export { probabilities } from "./distributions/probabilities.ts";

// Shaping

export { logSoftmax } from "./distributions/logSoftmax.ts";
export { minP } from "./distributions/minP.ts";
export { mixture } from "./distributions/mixture.ts";
export { reweight } from "./distributions/reweight.ts";
export { epsilonSmoothing, labelSmoothing, laplaceSmoothing } from "./distributions/smoothing.ts";
export { softmax } from "./distributions/softmax.ts";
export { temperature } from "./distributions/temperature.ts";
export { topK } from "./distributions/topK.ts";
export { topP } from "./distributions/topP.ts";

// Measures of one distribution

export { entropy, entropyContributions } from "./measures/entropy.ts";
export type { GuessingBounds } from "./measures/guessingBounds.ts";
export { guessingBounds } from "./measures/guessingBounds.ts";
export { perplexity } from "./measures/perplexity.ts";
export { renyiEntropy } from "./measures/renyiEntropy.ts";
export { selfInformation } from "./measures/selfInformation.ts";
export { tsallisEntropy } from "./measures/tsallisEntropy.ts";

// Measures of two distributions

export { alphaContributions, alphaDivergence } from "./measures/alphaDivergence.ts";
export {
  bhattacharyyaCoefficient,
  bhattacharyyaContributions,
  bhattacharyyaDistance,
} from "./measures/bhattacharyya.ts";
export { chiSquaredContributions, chiSquaredDivergence } from "./measures/chiSquaredDivergence.ts";
export { crossEntropy, crossEntropyContributions } from "./measures/crossEntropy.ts";
export type { Generator } from "./measures/fDivergence.ts";
export { fDivergence, fDivergenceContributions, generators } from "./measures/fDivergence.ts";
export { hellingerContributions, hellingerDistance } from "./measures/hellingerDistance.ts";
export { jeffreysContributions, jeffreysDivergence } from "./measures/jeffreysDivergence.ts";
export {
  jensenShannonContributions,
  jensenShannonDivergence,
} from "./measures/jensenShannonDivergence.ts";
export type { Direction } from "./measures/klDivergence.ts";
export { klContributions, klDivergence } from "./measures/klDivergence.ts";
export { measureBy } from "./measures/measureBy.ts";
export type { DirectedKey, PairMeasure, SymmetricKey } from "./measures/pairMeasures.ts";
export { directedMeasures, symmetricMeasures } from "./measures/pairMeasures.ts";
export { crossPerplexity } from "./measures/perplexity.ts";
export { renyiContributions, renyiDivergence } from "./measures/renyiDivergence.ts";
export { skewedKlContributions, skewedKlDivergence } from "./measures/skewedKlDivergence.ts";
export { totalVariation, totalVariationContributions } from "./measures/totalVariation.ts";

// Support

export { klOnCommonSupport } from "./measures/klOnCommonSupport.ts";
export type { SupportMismatch } from "./measures/supportMismatch.ts";
export { supportMismatch } from "./measures/supportMismatch.ts";

// Codes

export type { ArithmeticCode } from "./measures/arithmeticCode.ts";
export { arithmeticDecode, arithmeticEncode } from "./measures/arithmeticCode.ts";
export type { HuffmanCode } from "./measures/huffman.ts";
export { huffman } from "./measures/huffman.ts";

// Randomness

export type { AliasTable } from "./distributions/aliasTable.ts";
export { aliasTable } from "./distributions/aliasTable.ts";
export { standardNormal } from "./distributions/standardNormal.ts";
export type { Rng } from "./rng.ts";
export { createRng } from "./rng.ts";

// Joint tables

export type { JointTable } from "./distributions/jointTable.ts";
export { jointTable } from "./distributions/jointTable.ts";
export { marginal } from "./distributions/marginal.ts";

// Measures of a joint table

export { coInformation } from "./measures/coInformation.ts";
export { conditionalEntropy } from "./measures/conditionalEntropy.ts";
export { conditionalMutualInformation } from "./measures/conditionalMutualInformation.ts";
export { jointEntropy } from "./measures/jointEntropy.ts";
export { mutualInformation } from "./measures/mutualInformation.ts";
export type { Normalizer } from "./measures/normalizedMutualInformation.ts";
export { normalizedMutualInformation } from "./measures/normalizedMutualInformation.ts";
export { pointwiseMutualInformation } from "./measures/pointwiseMutualInformation.ts";
export { totalCorrelation } from "./measures/totalCorrelation.ts";
export { variationOfInformation } from "./measures/variationOfInformation.ts";

// Continuous distributions

export type { Density } from "./distributions/density.ts";
export type { Exponential } from "./distributions/exponential.ts";
export { exponential } from "./distributions/exponential.ts";
export type { GaussianMixture, MixtureComponent } from "./distributions/gaussianMixture.ts";
export { gaussianMixture } from "./distributions/gaussianMixture.ts";
export type { QuadratureOptions } from "./distributions/integrateDensities.ts";
export type { Laplace } from "./distributions/laplace.ts";
export { laplace } from "./distributions/laplace.ts";
export type { MultivariateNormal } from "./distributions/multivariateNormal.ts";
export { multivariateNormal } from "./distributions/multivariateNormal.ts";
export type { Normal } from "./distributions/normal.ts";
export { normal } from "./distributions/normal.ts";
export type { UniformDensity } from "./distributions/uniformDensity.ts";
export { uniformDensity } from "./distributions/uniformDensity.ts";

// Measures of continuous distributions

export { alphaGradient } from "./measures/alphaGradient.ts";
export { bestGaussianAlpha } from "./measures/bestGaussianAlpha.ts";
export type { ForwardFit } from "./measures/bestGaussianForward.ts";
export { bestGaussianForward } from "./measures/bestGaussianForward.ts";
export type { LocalFit } from "./measures/bestGaussianReverse.ts";
export { bestGaussianReverse } from "./measures/bestGaussianReverse.ts";
export { continuousAlpha } from "./measures/continuousAlpha.ts";
export type { ContinuousKl, ContinuousKlOptions } from "./measures/continuousKl.ts";
export { continuousKl } from "./measures/continuousKl.ts";
export type { DifferentialEntropy } from "./measures/differentialEntropy.ts";
export { differentialEntropy } from "./measures/differentialEntropy.ts";
export { gaussianKl } from "./measures/gaussianKl.ts";
export type { MeanFieldFit } from "./measures/meanFieldGaussian.ts";
export { meanFieldGaussian } from "./measures/meanFieldGaussian.ts";
export { multivariateGaussianKl } from "./measures/multivariateGaussianKl.ts";
export type { Integral, IntegrateOptions } from "./numeric/integrate.ts";
export { integrate } from "./numeric/integrate.ts";

// Rows of logits

export { baseRowEngine, relaxedRowEngine } from "./kernels/compiledRowEngine.ts";
export { createRowEngine } from "./kernels/createRowEngine.ts";
export type { RowRequest } from "./kernels/measureRows.ts";
export { compareRows, measureRows } from "./kernels/measureRows.ts";
export type { OutcomeSums } from "./kernels/outcomeSums.ts";
export { addOutcomeSums } from "./kernels/outcomeSums.ts";
export { referenceRowEngine } from "./kernels/referenceRowEngine.ts";
export { firstRowPairs, firstRows, placeRowPairs, placeRows } from "./kernels/rowColumns.ts";
export type { RowBackend, RowEngine, RowTask } from "./kernels/rowEngine.ts";
export type {
  RowColumns,
  RowFault,
  RowFormat,
  RowMeasures,
  RowPairColumns,
  RowPairMeasures,
  RowQuestions,
  Rows,
} from "./kernels/rows.ts";
export { emptyRowMeasures, emptyRowPairMeasures } from "./kernels/rows.ts";
export { widen } from "./kernels/widen.ts";
export { fleeting } from "./numeric/fleeting.ts";

// Estimates and their intervals

export { blockLength } from "./estimators/blockLength.ts";
export type { Resampling } from "./estimators/bootstrap.ts";
export { bootstrap } from "./estimators/bootstrap.ts";
export type { Dependence } from "./estimators/dependence.ts";
export { dependenceAmong } from "./estimators/dependence.ts";
export { effectiveSampleSize } from "./estimators/effectiveSampleSize.ts";
export type { Estimate, IntervalMethod } from "./estimators/estimate.ts";
export { increasing } from "./estimators/estimate.ts";
export { estimateQuantiles } from "./estimators/estimateQuantiles.ts";
export { estimateRate } from "./estimators/estimateRate.ts";
export { estimateRateChange } from "./estimators/estimateRateChange.ts";
export { fewUnits, independentUnits } from "./estimators/independentUnits.ts";
export type { Statistic } from "./estimators/statistic.ts";
export { meanStatistic, quantileStatistic, sumsStatistic } from "./estimators/statistic.ts";
export { withinRange } from "./estimators/withinRange.ts";

// Gradients

export {
  entropyGradientByLogits,
  entropyGradientByProbabilities,
} from "./gradients/entropyGradients.ts";
export type { LogitOptions } from "./gradients/gradientByLogits.ts";
export { gradientByLogits } from "./gradients/gradientByLogits.ts";
export { gradientByProbabilities } from "./gradients/gradientByProbabilities.ts";
export type { RowReduction } from "./gradients/gradientOverRows.ts";
export { gradientOverRows } from "./gradients/gradientOverRows.ts";
export type { Objective } from "./gradients/objective.ts";
export { throughSoftmax } from "./gradients/throughSoftmax.ts";
export type { ValueAndGradient } from "./gradients/valueAndGradient.ts";

// Gradients from samples

export type { BatchBaseline, BatchOptions } from "./gradients/batchBaseline.ts";
export { batchBaselineGradient, batchBaselineMoments } from "./gradients/batchBaseline.ts";
export type { LoggedKl, LoggedKlOptions } from "./gradients/estimateLoggedKl.ts";
export { estimateLoggedKl } from "./gradients/estimateLoggedKl.ts";
export type { GaussianEstimator, GaussianGradient, Moments } from "./gradients/gaussianGradients.ts";
export {
  gaussianGradientMoments,
  gaussianScoreGradient,
  pathwiseGradient,
} from "./gradients/gaussianGradients.ts";
export type {
  KlEstimator,
  KlEstimatorName,
  KlEstimatorOptions,
  ValueMoments,
} from "./gradients/klEstimator.ts";
export { klEstimator, valueMoments } from "./gradients/klEstimator.ts";
export { sampledForwardGradient } from "./gradients/sampledForwardGradient.ts";
export type { GradientMoments, ScoreEstimator } from "./gradients/scoreEstimator.ts";
export { gradientMoments, sampledGradient } from "./gradients/scoreEstimator.ts";
export type { ScoreOptions } from "./gradients/scoreFunctionGradient.ts";
export { reverseKlCost, scoreFunctionGradient } from "./gradients/scoreFunctionGradient.ts";
export { selfNormalizedGradient, selfNormalizedMoments } from "./gradients/selfNormalized.ts";

// Policies

export type { Surrogate, SurrogateOptions } from "./gradients/clippedSurrogate.ts";
export { clippedSurrogate } from "./gradients/clippedSurrogate.ts";
export { leashedReward, optimalPolicy } from "./gradients/optimalPolicy.ts";
export type { ProximalOptions } from "./gradients/proximalUpdate.ts";
export { adaptedPenalty, proximalUpdate } from "./gradients/proximalUpdate.ts";
export type { TrustRegionStep } from "./gradients/trustRegionStep.ts";
export { trustRegionStep } from "./gradients/trustRegionStep.ts";

// Estimates from continuous and mixed samples

export { estimateContinuousKl } from "./estimators/estimateContinuousKl.ts";
export { estimateDifferentialEntropy } from "./estimators/estimateDifferentialEntropy.ts";
export type {
  InformationEstimator,
  MutualInformationEstimate,
  MutualInformationOptions,
} from "./estimators/estimateMutualInformation.ts";
export { estimateMutualInformation } from "./estimators/estimateMutualInformation.ts";
export { informationFromCounts } from "./estimators/informationFromCounts.ts";
export type { NeighbourOptions } from "./estimators/kozachenkoLeonenkoEntropy.ts";
export { kozachenkoLeonenkoEntropy } from "./estimators/kozachenkoLeonenkoEntropy.ts";
export type { NeighbourInformationOptions } from "./estimators/ksgInformation.ts";
export { ksgInformation } from "./estimators/ksgInformation.ts";
export { labelledInformation } from "./estimators/labelledInformation.ts";
export type { Labels } from "./estimators/labelPoints.ts";
export { mixedInformation } from "./estimators/mixedInformation.ts";
export { nearestNeighbourKl } from "./estimators/nearestNeighbourKl.ts";
export type { Sample } from "./estimators/points.ts";
export type { Subsampling } from "./estimators/subsampling.ts";

// Entropy from samples

export { sampleCounts } from "./distributions/sampleCounts.ts";
export { chao1 } from "./estimators/chao1.ts";
export { chaoShenEntropy } from "./estimators/chaoShenEntropy.ts";
export { chaoWangJostEntropy } from "./estimators/chaoWangJostEntropy.ts";
export type { CountProfile } from "./estimators/countProfile.ts";
export { countProfile } from "./estimators/countProfile.ts";
export type { Posterior } from "./estimators/dirichletEntropy.ts";
export { dirichletEntropy } from "./estimators/dirichletEntropy.ts";
export type { EntropyAssumption, EntropyEstimator } from "./estimators/entropyEstimators.ts";
export type { EntropyEstimate, EntropyEstimates, EntropyOptions } from "./estimators/estimateEntropy.ts";
export { estimateEntropy } from "./estimators/estimateEntropy.ts";
export type {
  PairEstimate,
  PairEstimator,
  PairOptions,
  PairQuantity,
} from "./estimators/estimatePair.ts";
export { estimatePair } from "./estimators/estimatePair.ts";
export { grassbergerEntropy } from "./estimators/grassbergerEntropy.ts";
export { jackknifeEntropy } from "./estimators/jackknifeEntropy.ts";
export { jamesSteinEntropy } from "./estimators/jamesSteinEntropy.ts";
export { millerMadowEntropy } from "./estimators/millerMadowEntropy.ts";
export { nsbEntropy } from "./estimators/nsbEntropy.ts";
export { plugInEntropy } from "./estimators/plugInEntropy.ts";
export type { Recommendation } from "./estimators/recommendEstimator.ts";
export type { SampleCoverage } from "./estimators/sampleCoverage.ts";
export { sampleCoverage } from "./estimators/sampleCoverage.ts";

// Bounds from the likeliest outcomes alone

export type { Bounds, TopList } from "./tokens/topList.ts";
export { entropyBounds, negativeLogLikelihoodBounds, perplexityBounds } from "./tokens/topListBounds.ts";
export {
  hellingerBounds,
  jensenShannonBounds,
  klBounds,
  totalVariationBounds,
} from "./tokens/topListDivergences.ts";

// Tokens of language models

export { besideCandidate } from "./tokens/besideCandidate.ts";
export type { BoundedDifference } from "./tokens/boundedDifference.ts";
export { boundedDifference, differenceEnds } from "./tokens/boundedDifference.ts";
export type { BoundColumns, BoundedMean } from "./tokens/boundedMean.ts";
export type { BoundedPerplexity } from "./tokens/boundedPerplexity.ts";
export { boundedPerplexity } from "./tokens/boundedPerplexity.ts";
export type { BoundedPerplexityRatio } from "./tokens/boundedPerplexityRatio.ts";
export { boundedPerplexityRatio } from "./tokens/boundedPerplexityRatio.ts";
export type { Calibration, ReliabilityBin } from "./tokens/calibration.ts";
export { calibration } from "./tokens/calibration.ts";
export type { CommonSpans, TokenizedText } from "./tokens/commonSpans.ts";
export { commonSpans } from "./tokens/commonSpans.ts";
export type { ComparabilityCard, UnlikeField } from "./tokens/comparabilityCard.ts";
export { unlikeFields } from "./tokens/comparabilityCard.ts";
export type { ByteBounds, ByteComparison } from "./tokens/compareByBytes.ts";
export { compareByBytes } from "./tokens/compareByBytes.ts";
export type { Candidate, CandidateComparison, CandidatePair } from "./tokens/compareCandidates.ts";
export { compareCandidates } from "./tokens/compareCandidates.ts";
export type { ConfidenceBucket } from "./tokens/confidenceBuckets.ts";
export type { Carrier } from "./tokens/divergenceCarriers.ts";
export { divergenceCarriers } from "./tokens/divergenceCarriers.ts";
export { likeliestFirst } from "./tokens/likeliestFirst.ts";
export { likeliestOf } from "./tokens/likeliestOf.ts";
export type { ListedComparison, ListedMeasure, ListedPair } from "./tokens/listedComparison.ts";
export { boundedComparison, listedComparison, listedMeasures } from "./tokens/listedComparison.ts";
export type { LlamaColumns, LlamaLine, LlamaStatistics } from "./tokens/llamaStatistics.ts";
export { llamaStatistics } from "./tokens/llamaStatistics.ts";
export type { NoiseFloor } from "./tokens/noiseFloor.ts";
export type { PairedDifference, Verdict } from "./tokens/pairedDifference.ts";
export { pairedDifference, verdictOf } from "./tokens/pairedDifference.ts";
export type { ScoredComparison } from "./tokens/scoredComparison.ts";
export { scoredComparison } from "./tokens/scoredComparison.ts";
export type { ListedToken } from "./tokens/scoreTable.ts";
export { scoreTable } from "./tokens/scoreTable.ts";
export type { Spread } from "./tokens/spread.ts";
export type { ComparisonQuestions, TokenComparison } from "./tokens/tokenComparison.ts";
export { tokenComparison } from "./tokens/tokenComparison.ts";
export type { Resample } from "./tokens/tokenResampling.ts";
export { tokenResampling } from "./tokens/tokenResampling.ts";
export type { TokenQuestions, TokenStatistics } from "./tokens/tokenStatistics.ts";
export { tokenStatistics } from "./tokens/tokenStatistics.ts";
export type { RowText, TokenColumns, TokenTable } from "./tokens/tokenTable.ts";
export { tokenTable } from "./tokens/tokenTable.ts";
