import type { Family } from "./exercise.ts";
import { crossEntropyExercises } from "./lessons/crossEntropy.ts";
import { distillationExercises } from "./lessons/distillation.ts";
import { entropyExercises } from "./lessons/entropy.ts";
import { gradientsExercises } from "./lessons/gradients.ts";
import { inferenceExercises } from "./lessons/inference.ts";
import { klExercises } from "./lessons/klDivergence.ts";
import { languageModelsExercises } from "./lessons/languageModels.ts";
import { lossCurvesExercises } from "./lessons/lossCurves.ts";
import { mutualInformationExercises } from "./lessons/mutualInformation.ts";
import { policyExercises } from "./lessons/policies.ts";
import { surpriseExercises } from "./lessons/surprise.ts";
import { twoDirectionsExercises } from "./lessons/twoDirections.ts";

/** The kinds of exercise there are for each lesson, by the lesson's place in the book. */
export const families = {
  surprise: surpriseExercises,
  entropy: entropyExercises,
  "cross-entropy": crossEntropyExercises,
  "kl-divergence": klExercises,
  "mutual-information": mutualInformationExercises,
  "two-directions": twoDirectionsExercises,
  "language-models": languageModelsExercises,
  "loss-curves": lossCurvesExercises,
  distillation: distillationExercises,
  policies: policyExercises,
  gradients: gradientsExercises,
  inference: inferenceExercises,
} satisfies Record<string, readonly Family[]>;

/** A lesson that has exercises. */
export type Practised = keyof typeof families;
