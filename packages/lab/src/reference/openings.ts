import {
  bestGaussianForward,
  bestGaussianReverse,
  marginal,
  normalize,
  probabilities,
  temperature,
} from "@surprisal/core";
import { set } from "../instruments/distill/model.ts";
import { presetDistill } from "../instruments/distill/presets.ts";
import { duelOf } from "../instruments/duel/model.ts";
import { setModel } from "../instruments/fit/model.ts";
import { presetFit } from "../instruments/fit/presets.ts";
import { presetGradients } from "../instruments/gradients/presets.ts";
import { jointOf } from "../instruments/joint/model.ts";
import { jointWords } from "../instruments/joint/words/jointWords.ts";
import { presetReading } from "../instruments/perplexity/presets.ts";
import { pmfOf } from "../instruments/pmfLab/model.ts";
import { presetPolicy } from "../instruments/policy/presets.ts";
import { policyWords } from "../instruments/policy/words/policyWords.ts";
import { gameOf, isRefusal, setWeights } from "../instruments/questions/model.ts";
import { presetSamples } from "../instruments/samples/presets.ts";
import { samplesWords } from "../instruments/samples/words/samplesWords.ts";
import { draw, nextWordOf } from "../instruments/temperature/model.ts";
import { presetAmount } from "../instruments/units/presets.ts";
import { presetVae } from "../instruments/vae/presets.ts";
import { best, withQ } from "../instruments/vi/model.ts";
import { presetInference } from "../instruments/vi/presets.ts";
import type { Language } from "../words/language.ts";
import { emptyBench } from "../workbench/model.ts";
import * as told from "./errata.ts";
import { readers } from "./faq.ts";
import { table } from "./measures/joint.ts";
import type { Opening } from "./places.ts";

const names = {
  en: {
    films: ["amazing", "terrible", "okay"],
    words: ["first", "second", "third", "fourth"],
  },
  es: {
    films: ["genial", "horrible", "pasable"],
    words: ["primera", "segunda", "tercera", "cuarta"],
  },
} satisfies Record<Language, Record<string, string[]>>;

const letters = ["A", "B", "C"];
const suitcases = presetInference("prior");
const hills = presetFit("between");
const nats = "nats" as const;
const atom = probabilities([0, 1]);
const listOf = (values: ArrayLike<number>) => ({ as: "list" as const, text: Array.from(values).join(",") });

/** What the links of the reference pages open, by name. */
export function openingsIn(language: Language) {
  const { films, words } = names[language];
  const word = nextWordOf(words, told.words);
  return {
    films: { kind: "duel", state: duelOf(films, told.films.p, told.films.q) },
    tenses: { kind: "bench", state: { ...emptyBench, p: listOf(told.tenses) }, unit: nats },
    halfZero: { kind: "pmf", state: pmfOf(letters, told.halfZero) },
    student: { kind: "duel", state: duelOf(letters, told.teacher, told.student) },
    forgotten: { kind: "gradients", state: presetGradients("forgotten"), unit: nats },
    asked: { kind: "distill", state: set(presetDistill("kiosk"), { task: "teacher" }), unit: nats },
    cold: { kind: "temperature", state: draw(word, { t: told.cold }) },
    warm: { kind: "temperature", state: draw(word, { t: told.warm }) },
    threeBits: { kind: "units", state: { ...presetAmount("loss"), field: "bits" } },
    threeNats: { kind: "units", state: presetAmount("loss") },
    coarse: { kind: "units", state: lossOf(readers.coarse) },
    fine: { kind: "units", state: lossOf(readers.fine) },
    sureAndWrong: { kind: "perplexity", state: presetReading("sureAndWrong", 7) },
    sure: { kind: "duel", state: duelOf(words.slice(0, 2), atom, told.sure) },
    broad: { kind: "fit", state: setModel(hills, told.broad), unit: nats },
    oneHill: { kind: "fit", state: setModel(hills, told.oneHill), unit: nats },
    bestForward: { kind: "fit", state: setModel(hills, bestGaussianForward(told.hills)), unit: nats },
    bestReverse: {
      kind: "fit",
      state: setModel(hills, bestGaussianReverse(told.hills).optima[0]!),
      unit: nats,
    },
    rare: { kind: "questions", state: rareGame() },
    umbrella: { kind: "joint", state: umbrella(language) },
    fewDraws: { kind: "samples", state: presetSamples("shop", samplesWords(language)) },
    matching: {
      kind: "policy",
      state: presetPolicy("target", policyWords(language).presetNames.target),
      unit: nats,
    },
    untilted: { kind: "vi", state: withQ(suitcases, best(suitcases, "reverse")), unit: nats },
    silent: { kind: "vae", state: { ...presetVae("bound"), beta: 16 }, unit: nats },
    sharpened: { kind: "duel", state: duelOf(words, told.words, temperature(told.words, 1 / 4)) },
  } as const satisfies Record<string, Opening>;
}

export type OpeningName = keyof ReturnType<typeof openingsIn>;

function lossOf({ loss, tokens }: { loss: number; tokens: number }) {
  const counts = { token: tokens, character: readers.characters, byte: readers.characters };
  return { ...presetAmount("loss"), value: loss, counts };
}

function umbrella(language: Language) {
  const { x, y } = jointWords(language).presetOutcomes.umbrella;
  const given = [0, 1].map((row) => normalize([...table.p].slice(2 * row, 2 * row + 2)));
  return jointOf(x, y, marginal(table, [0]).p, given);
}

function rareGame() {
  const game = setWeights(gameOf(2, "uniform", "best", 1), [9, 1]);
  if (isRefusal(game)) throw new RangeError(`rareGame: the weights are refused, ${game.refused}`);
  return game;
}
