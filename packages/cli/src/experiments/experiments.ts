import { blindSpotExperiment } from "./blindSpot.ts";
import { distillationExperiment } from "./distillation.ts";
import { estimatorsExperiment } from "./estimators.ts";
import type { Experiment } from "./experiment.ts";
import { gradientVarianceExperiment } from "./gradientVariance.ts";
import { inferenceExperiment } from "./inference.ts";
import { klEstimatorsExperiment } from "./klEstimators.ts";
import { modeCoveringExperiment } from "./modeCovering.ts";
import { ppoExperiment } from "./ppo.ts";
import { temperatureExperiment } from "./temperature.ts";

/** In the order in which the sources make their claims. */
export const experiments: readonly Experiment[] = [
  gradientVarianceExperiment,
  klEstimatorsExperiment,
  blindSpotExperiment,
  modeCoveringExperiment,
  distillationExperiment,
  inferenceExperiment,
  ppoExperiment,
  temperatureExperiment,
  estimatorsExperiment,
];
