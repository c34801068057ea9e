import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inUnit } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { readHash } from "../../src/figure/hash.ts";
import { decodeDistill } from "../../src/instruments/distill/codec.ts";
import * as distill from "../../src/instruments/distill/measure.ts";
import { endOf } from "../../src/instruments/distill/run.ts";
import { decodeDuel } from "../../src/instruments/duel/codec.ts";
import * as duel from "../../src/instruments/duel/model.ts";
import { decodeFit } from "../../src/instruments/fit/codec.ts";
import * as fit from "../../src/instruments/fit/model.ts";
import { decodeGradients } from "../../src/instruments/gradients/codec.ts";
import { slopesOf } from "../../src/instruments/gradients/slopes.ts";
import { decodeJoint } from "../../src/instruments/joint/codec.ts";
import * as joint from "../../src/instruments/joint/model.ts";
import { decodePmf } from "../../src/instruments/pmfLab/codec.ts";
import * as pmf from "../../src/instruments/pmfLab/model.ts";
import { decodePolicy } from "../../src/instruments/policy/codec.ts";
import * as policy from "../../src/instruments/policy/model.ts";
import { decodeSamples } from "../../src/instruments/samples/codec.ts";
import * as samples from "../../src/instruments/samples/model.ts";
import { decodeLoss } from "../../src/instruments/softmaxLoss/codec.ts";
import * as softmaxLoss from "../../src/instruments/softmaxLoss/model.ts";
import { decodeSurprise } from "../../src/instruments/surprise/codec.ts";
import * as surprise from "../../src/instruments/surprise/model.ts";
import { decodeGas } from "../../src/instruments/surpriseGas/codec.ts";
import * as gas from "../../src/instruments/surpriseGas/model.ts";
import { decodeNextWord } from "../../src/instruments/temperature/codec.ts";
import * as temperature from "../../src/instruments/temperature/model.ts";
import { decodeVae } from "../../src/instruments/vae/codec.ts";
import { endingOf } from "../../src/instruments/vae/finished.ts";
import { decodeInference } from "../../src/instruments/vi/codec.ts";
import { knownOf } from "../../src/instruments/vi/model.ts";
import { contradictionsOf } from "../../src/questions/contradictions.ts";
import { quantities as crossEntropies } from "../../src/questions/lessons/crossEntropy.ts";
import { quantities as distillations } from "../../src/questions/lessons/distillation.ts";
import { quantities as entropy } from "../../src/questions/lessons/entropy.ts";
import { quantities as gradients } from "../../src/questions/lessons/gradients.ts";
import { quantities as kl } from "../../src/questions/lessons/klDivergence.ts";
import { quantities as models } from "../../src/questions/lessons/languageModels.ts";
import { quantities as losses } from "../../src/questions/lessons/lossCurves.ts";
import { quantities as information } from "../../src/questions/lessons/mutualInformation.ts";
import { quantities as policies } from "../../src/questions/lessons/policies.ts";
import { quantities as surprises } from "../../src/questions/lessons/surprise.ts";
import { quantities as directions } from "../../src/questions/lessons/twoDirections.ts";
import { languages } from "../../src/words/language.ts";

const mistaken = ({ mistakes }: { mistakes: readonly { name: string; value: number }[] }, name: string) =>
  mistakes.find((mistake) => mistake.name === name)!.value;

describe.each(languages)("in %s", (language) => {
  const state = <State>(
    lesson: string,
    question: string,
    mistake: string,
    figure: string,
    decode: (text: string) => { state?: State },
  ) => {
    const link = contradictionsOf(`book/${lesson}`, question, language)[mistake]!;
    const page = join(import.meta.dirname, `../../src/content/docs/${language}/book/${lesson}.mdx`);
    expect(readFileSync(page, "utf8")).toMatch(new RegExp(` id="${figure}" title`));
    return decode(readHash(link, figure)!).state!;
  };

  test("two events together surprise by the right answer, which is more than the rarer of them", () => {
    const { total } = surprise.measure(state("surprise", "together", "average", "both", decodeSurprise));
    expect(total).toBeCloseTo(surprises.together.expected, 12);
    expect(total).toBeGreaterThan(mistaken(surprises.together, "rarer"));
  });

  test("the ceiling of the entropy is where all are as likely, which is not the question's", () => {
    for (const [question, figure] of [
      ["box", "boxes"],
      ["tense", "tenses"],
    ] as const) {
      const shown = pmf.measure(state("entropy", question, "ceiling", figure, decodePmf));
      expect(shown.entropy).toBeCloseTo(mistaken(entropy[question], "ceiling"), 12);
      expect(shown.entropy).toBeGreaterThan(entropy[question].expected + 0.1);
    }
  });

  test("the swapped cross-entropy is right where P and Q have changed places", () => {
    const shown = gas.measure(state("cross-entropy", "films-cost", "swapped", "door", decodeGas));
    expect(shown.believes.expected).toBeCloseTo(mistaken(crossEntropies.films, "swapped"), 12);
  });

  test("what is left of Y is another thing where X and Y have changed places, or it rains half the time", () => {
    for (const mistake of ["other", "unweighted"] as const) {
      const { leftOfY } = joint.measure(
        state("mutual-information", "left", mistake, "umbrella", decodeJoint),
      );
      // Probabilities of the figure are whole billionths, their surprises a few nats.
      expect(Math.abs(leftOfY - mistaken(information.left, mistake))).toBeLessThan(1e-8);
      expect(Math.abs(leftOfY - information.left.expected)).toBeGreaterThan(0.005);
    }
  });

  test("forty throws of two dice say something, though the dice share nothing", () => {
    const dice = state("mutual-information", "phantom", "truth", "dice", decodeSamples);
    expect(samples.truthOf(dice)).toBe(mistaken(information.phantom, "truth"));
    const drawn = samples.countsOf(dice, samples.drawsOf(dice, dice.draws));
    expect(samples.estimate(dice.of, dice.estimator, drawn)).toBeGreaterThan(0.05);
  });

  test("the swapped divergence is right where P and Q have changed places", () => {
    const shown = duel.measure(state("kl-divergence", "gap", "swapped", "telegraph", decodeDuel));
    expect(shown.forward).toBeCloseTo(mistaken(kl.gap, "swapped"), 12);
    expect(shown.reverse).toBeCloseTo(kl.gap.expected, 12);
  });

  test("what happens and is ruled out makes one direction infinite, and not the other", () => {
    for (const choice of ["1", "2", "3"]) {
      const shown = duel.measure(state("kl-divergence", "direction", choice, "films", decodeDuel));
      expect([shown.forward, Number.isFinite(shown.reverse)]).toEqual([Infinity, true]);
    }
  });

  test("on one of two bumps the model pays nearly the right answer, not nothing and not infinity", () => {
    for (const mistake of ["forgotten", "infinite"]) {
      const { reverse } = fit.measure(state("two-directions", "half", mistake, "lamp", decodeFit));
      // The bumps of the figure reach each other a little, so it is a little less than for bumps that do not.
      expect(directions.half.expected - reverse).toBeGreaterThan(0);
      expect(directions.half.expected - reverse).toBeLessThan(0.005);
    }
  });

  test("on the longest leash the policy is as far off as its one reply is rare: not infinitely, and not little", () => {
    const shown = state("policies", "loose", "infinite", "leash", decodePolicy);
    const { divergence } = policy.measure(shown, policy.optimumOf(shown));
    expect(shown.follows).toBe(true);
    expect(Number.isFinite(divergence)).toBe(true);
    expect(divergence).toBeGreaterThan(mistaken(policies.loose, "weighted") + 1);
  });

  test("a student of one habit taught by two orders ends one bit off, and not at zero", () => {
    const shown = state("distillation", "habit", "zero", "school", decodeDistill);
    const { forward } = distill.measure(shown, endOf(shown));
    expect(forward).toBeCloseTo(distillations.habit.expected, 2);
    expect(mistaken(distillations.habit, "zero")).toBeLessThan(forward / 2);
  });

  test("in the cold what is drawn is as far from the model as its likeliest word surprises", () => {
    const shown = temperature.measure(
      state("language-models", "coldest", "entropyOfModel", "tea", decodeNextWord),
    );
    expect(inUnit(shown.fromP, "bits")).toBeCloseTo(inUnit(models.coldest.expected, "bits"), 2);
  });

  test("where nothing pulls any more at a smoothed label the loss is its floor, not zero", () => {
    for (const mistake of ["zero", "catAlone"]) {
      const shown = softmaxLoss.measure(state("loss-curves", "floor", mistake, "photo", decodeLoss));
      // What is left is below half a unit of the last digit shown.
      expect(Math.abs(shown.cost - losses.floor.expected)).toBeLessThan(0.0005 * Math.LN2);
      expect(Math.abs(shown.cost - mistaken(losses.floor, mistake))).toBeGreaterThan(0.1);
    }
  });

  test("the best untilted belief is far surer of a suitcase than anything that can be known of it", () => {
    const shown = state("inference", "sure", "2", "suitcases", decodeInference);
    expect(shown.q[0].sd).toBeLessThan(knownOf(shown).sd / 5);
  });

  test("codes at the lowest price have a larger bound than those of the bound itself", () => {
    const { beta, moment } = state("inference", "smallest", "0", "guard", decodeVae);
    const bound = (at: number) => endingOf(at).rate + endingOf(at).distortion;
    expect(moment).toBe(40);
    expect(bound(beta)).toBeGreaterThan(bound(1) + 1);
  });

  test("the slope by the probability is the one of the figure once probabilities are turned", () => {
    const { p, q, by } = state("gradients", "missing", "byProbability", "buns", decodeGradients);
    const { gradient } = slopesOf(p, q, by, "forward");
    expect(gradient[2]).toBeCloseTo(mistaken(gradients.missing, "byProbability"), 12);
  });
});

test("most questions have none", () => {
  expect(contradictionsOf("book/surprise", "doors", "en")).toEqual({});
  expect(contradictionsOf("nowhere", "constructor", "en")).toEqual({});
});
