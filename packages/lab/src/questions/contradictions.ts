import { bestGaussianReverse, normalize, probabilities } from "@surprisal/core";
import { linkTo } from "../figure/hash.ts";
import { encodeCoder } from "../instruments/coder/codec.ts";
import { setBlock } from "../instruments/coder/model.ts";
import { presetCoder } from "../instruments/coder/presets.ts";
import { coderWords } from "../instruments/coder/words/coderWords.ts";
import { encodeDistill } from "../instruments/distill/codec.ts";
import { distillOf } from "../instruments/distill/model.ts";
import { encodeDuel } from "../instruments/duel/codec.ts";
import { duelOf } from "../instruments/duel/model.ts";
import { presetDuel } from "../instruments/duel/presets.ts";
import { duelWords } from "../instruments/duel/words/duelWords.ts";
import { encodeFit } from "../instruments/fit/codec.ts";
import { setModel, truthOf } from "../instruments/fit/model.ts";
import { presetFit } from "../instruments/fit/presets.ts";
import { encodeGradients } from "../instruments/gradients/codec.ts";
import { gradientsOf, set } from "../instruments/gradients/model.ts";
import { encodeJoint } from "../instruments/joint/codec.ts";
import { jointOf } from "../instruments/joint/model.ts";
import { jointWords } from "../instruments/joint/words/jointWords.ts";
import { encodePmf } from "../instruments/pmfLab/codec.ts";
import { presetPmf } from "../instruments/pmfLab/presets.ts";
import { pmfWords } from "../instruments/pmfLab/words/pmfWords.ts";
import { encodePolicy } from "../instruments/policy/codec.ts";
import { setTraining } from "../instruments/policy/model.ts";
import { presetPolicy } from "../instruments/policy/presets.ts";
import { policyWords } from "../instruments/policy/words/policyWords.ts";
import { encodeSamples } from "../instruments/samples/codec.ts";
import { presetSamples } from "../instruments/samples/presets.ts";
import { samplesWords } from "../instruments/samples/words/samplesWords.ts";
import { encodeLoss } from "../instruments/softmaxLoss/codec.ts";
import { descend } from "../instruments/softmaxLoss/model.ts";
import { presetLoss } from "../instruments/softmaxLoss/presets.ts";
import { encodeSurprise } from "../instruments/surprise/codec.ts";
import { encodeGas } from "../instruments/surpriseGas/codec.ts";
import { presetGas } from "../instruments/surpriseGas/presets.ts";
import { gasWords } from "../instruments/surpriseGas/words/gasWords.ts";
import { encodeNextWord } from "../instruments/temperature/codec.ts";
import { draw } from "../instruments/temperature/model.ts";
import { presetWord } from "../instruments/temperature/presets.ts";
import { temperatureWords } from "../instruments/temperature/words/temperatureWords.ts";
import { encodeVae } from "../instruments/vae/codec.ts";
import { presetVae } from "../instruments/vae/presets.ts";
import { encodeInference } from "../instruments/vi/codec.ts";
import { best, withQ } from "../instruments/vi/model.ts";
import { presetInference } from "../instruments/vi/presets.ts";
import type { Language } from "../words/language.ts";
import { films } from "./lessons/crossEntropy.ts";
import { buns, nextDay } from "./lessons/gradients.ts";

/** By the name of a mistake, or the place of a choice from 0: the link to a state of a figure on the page that contradicts it. */
export type Contradictions = Readonly<Record<string, string>>;

/** What the figures of a lesson say against the mistakes of one of its questions. */
export function contradictionsOf(lesson: string, question: string, language: Language): Contradictions {
  return all[lesson]?.[question]?.(language) ?? {};
}

const all: Readonly<Record<string, Readonly<Record<string, (language: Language) => Contradictions>>>> = {
  "book/surprise": {
    // Two lengths end to end: longer than either, and neither a mean nor a product.
    together: () => {
      const both = linkTo("", "both", encodeSurprise({ p: [1 / 4, 1 / 10] }));
      return { product: both, either: both, average: both, rarer: both };
    },
  },
  "book/entropy": {
    box: (language) => {
      const fiveRed = presetPmf("fiveRed", pmfWords(language).presetNames.fiveRed);
      return { ceiling: linkTo("", "boxes", encodePmf(fiveRed)) };
    },
    // A digit for every draw if each has a word of its own, and less than half of one if ten share theirs.
    question: (language) => ({ 1: drawsIn(1, language), 2: drawsIn(10, language), 3: drawsIn(2, language) }),
    pairs: (language) => {
      const pairs = drawsIn(2, language);
      return { pair: pairs, alike: pairs, alikePair: pairs, single: drawsIn(1, language), floor: pairs };
    },
    tense: (language) => {
      const noIdea = presetPmf("noIdea", pmfWords(language).presetNames.noIdea);
      return { ceiling: linkTo("", "tenses", encodePmf(noIdea)) };
    },
  },
  "book/cross-entropy": {
    // The door at which the swapped answer would have been right.
    "films-cost": (language) => {
      const gas = presetGas("films", gasWords(language).presetNames.films);
      const duel = duelOf(gas.duel.names, films.q, films.p);
      return { swapped: linkTo("", "door", encodeGas({ ...gas, duel })) };
    },
  },
  "book/kl-divergence": {
    // The figure in which the swapped answer would have been right.
    gap: (language) => {
      const { names, p, q } = presetDuel("telegraph", duelWords(language).presetNames.telegraph);
      return { swapped: linkTo("", "telegraph", encodeDuel(duelOf(names, q, p))) };
    },
    // One outcome that happens and is ruled out: one direction is infinite, the other is not.
    direction: (language) => {
      const { names, p } = presetDuel("films", duelWords(language).presetNames.films);
      const never = linkTo("", "films", encodeDuel(duelOf(names, p, probabilities([0.6, 0.4, 0]))));
      return { 1: never, 2: never, 3: never };
    },
  },
  "book/two-directions": {
    // On one of two bumps, the direction in which the model weighs costs little less than ln 2.
    half: () => {
      const fit = presetFit("between");
      const [, seeking] = bestGaussianReverse(truthOf(fit)).optima;
      const lamp = linkTo("", "lamp", encodeFit(setModel(fit, seeking!)));
      return { forgotten: lamp, infinite: lamp };
    },
  },
  "book/distillation": {
    // One habit, and a teacher of black tea and iced coffee: trained to the end, it says four orders and is one bit off.
    habit: () => {
      const shares = probabilities([0.5, 0, 0, 0.5, 0, 0, 0]);
      const trained = linkTo("", "school", encodeDistill(distillOf({ shares, steps: 400 })), "bits");
      return { zero: trained, swapped: trained, share: trained };
    },
  },
  "book/policies": {
    // On the longest leash all of Q* is on one reply, and the divergence is the surprise of that.
    loose: (language) => {
      const parcel = presetPolicy("parcel", policyWords(language).presetNames.parcel);
      const loose = linkTo("", "leash", encodePolicy(setTraining(parcel, { beta: 0.02, follows: true })));
      return { infinite: loose, weighted: loose };
    },
  },
  "book/loss-curves": {
    // Where nothing pulls any more at a smoothed label, the loss is not zero.
    floor: () => {
      const rest = linkTo("", "photo", encodeLoss(descend(presetLoss("smoothed"), 100)));
      return { zero: rest, catAlone: rest };
    },
  },
  "book/language-models": {
    // In the cold the curve of D(T‖P) has gone flat, at the surprise of the one word left.
    coldest: (language) => {
      const tea = presetWord("tea", temperatureWords(language).presetNames.tea);
      const cold = linkTo("", "tea", encodeNextWord(draw(tea, { t: 0.1 })));
      return { swapped: cold, entropyOfModel: cold, entropyOfDrawn: cold };
    },
  },
  "book/mutual-information": {
    // Where these answers would have been right: X and Y have changed places; it rains half the time.
    left: (language) => {
      const { x, y } = jointWords(language).presetOutcomes.umbrella;
      const umbrella = (...state: Parameters<typeof jointOf>) =>
        linkTo("", "umbrella", encodeJoint(jointOf(...state)));
      const given = [probabilities([0.8, 0.2]), probabilities([0.1, 0.9])];
      return {
        other: umbrella(y, x, probabilities([0.52, 0.48]), [
          normalize([0.48, 0.04]),
          normalize([0.12, 0.36]),
        ]),
        unweighted: umbrella(x, y, probabilities([0.5, 0.5]), given),
      };
    },
    // Two dice that share nothing, and what forty throws say all the same.
    phantom: (language) => ({
      truth: linkTo("", "dice", encodeSamples(presetSamples("dice", samplesWords(language)))),
    }),
  },
  "book/inference": {
    // The best belief about two suitcases on an exact scale is narrow, and what is known of either is not.
    sure: () => {
      const exact = presetInference("exact");
      return { 2: linkTo("", "suitcases", encodeInference(withQ(exact, best(exact, "reverse")))) };
    },
    // Where codes are cheapest, most is told, and the bound is not the least.
    smallest: () => ({ 0: linkTo("", "guard", encodeVae({ ...presetVae("bound"), beta: 0.25 })) }),
  },
  "book/gradients": {
    // The figure in whose table that answer stands, in the row of truth first.
    missing: () => {
      const byProbabilities = set(gradientsOf(buns.p, nextDay), { by: "probabilities" });
      return { byProbability: linkTo("", "buns", encodeGradients(byProbabilities), "nats") };
    },
  },
};

function drawsIn(block: number, language: Language): string {
  const draws = presetCoder("draws", coderWords(language).texts);
  return linkTo("", "draws", encodeCoder(setBlock(draws, block)));
}
