import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  conditionalEntropy,
  createRng,
  crossEntropy,
  gradientByLogits,
  jointTable,
  logits,
  normalize,
  probabilities,
  softmax,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adam } from "../../src/instruments/training/adam.ts";
import { batchLoss } from "../../src/instruments/training/batch.ts";
import { decodeTraining, encodeTraining, nameOf } from "../../src/instruments/training/codec.ts";
import { commandOf, floorCommandOf, pairsFile } from "../../src/instruments/training/command.ts";
import { contextsAt, corpusOf, floorOf } from "../../src/instruments/training/contexts.ts";
import { lastMomentShown } from "../../src/instruments/training/curve.ts";
import { followersOf } from "../../src/instruments/training/followers.ts";
import { tooFast } from "../../src/instruments/training/goals.ts";
import { goTo, mostMoments, set, stops, type Training } from "../../src/instruments/training/model.ts";
import { createNet, createPass, forward } from "../../src/instruments/training/net.ts";
import { pairsOf } from "../../src/instruments/training/pairs.ts";
import { pictureOf } from "../../src/instruments/training/picture.ts";
import { presetTraining } from "../../src/instruments/training/presets.ts";
import { readoutsOf } from "../../src/instruments/training/readouts.ts";
import { createRun } from "../../src/instruments/training/run.ts";
import { csvOf, jsonOf } from "../../src/instruments/training/table.ts";
import { termsOf } from "../../src/instruments/training/terms.ts";
import { trainingWords } from "../../src/instruments/training/words/trainingWords.ts";

const alphabet = " abc";
const size = alphabet.length;
const rng = createRng(5);
// After a comes b three times in four, after all else anything.
const text = Array.from({ length: 12000 }).reduce<string>(
  (done) => done + (done.endsWith("a") && rng.next() < 0.75 ? "b" : alphabet[Math.floor(rng.next() * size)]),
  "",
);
const corpus = corpusOf(text, alphabet);
const begun = presetTraining("begun");

const states = fc.record({
  memory: fc.constantFrom(...stops.memory),
  rate: fc.constantFrom(...stops.rate),
  seed: fc.nat(2 ** 32 - 1),
  moment: fc.nat(mostMoments),
});

describe("the text", () => {
  test("is learned from or held out, never both, and no context reaches over the border", () => {
    const held = new Set(corpus.heldOut);
    expect(held.size).toBe(997);
    expect([...corpus.training].some((place) => held.has(place))).toBe(false);
    for (const place of corpus.heldOut)
      for (let i = 1; i <= 3; i++) expect(Math.floor((place - i) / 1000)).toBe(9);
  });

  test("has the conditional entropy of its joint table as its floor", () => {
    const counts = new Float64Array(size * size);
    for (const place of corpus.training)
      counts[corpus.letters[place - 1]! * size + corpus.letters[place]!]! += 1;
    const table = jointTable(normalize(counts), [size, size]);
    const floor = floorOf(contextsAt(corpus, corpus.training, 1, size));
    expect(floor).toBeCloseTo(conditionalEntropy(table, [1], [0]), 12);
  });

  test.each(stops.memory)("has the same floor on the command line, %i letters seen", (memory) => {
    const folder = mkdtempSync(join(tmpdir(), "letters-"));
    writeFileSync(join(folder, pairsFile), pairsOf(corpus, alphabet, memory));
    const [, ...words] = floorCommandOf("nats").split(" ");
    const main = join(import.meta.dirname, "../../../cli/src/main.ts");
    const run = ["--conditions=surprisal-source", main, ...words, "--json"];
    const { stdout } = spawnSync(process.execPath, run, { cwd: folder, encoding: "utf8" });
    rmSync(folder, { recursive: true });
    const floor = floorOf(contextsAt(corpus, corpus.training, memory, size));
    const measures: { symbol: string; value: number }[] = JSON.parse(stdout).measures;
    expect(measures.find(({ symbol }) => symbol === "H(Y|X)")!.value).toBeCloseTo(floor, 12);
  });

  test("has a lower floor the more is seen of it", () => {
    const floors = stops.memory.map((memory) => floorOf(contextsAt(corpus, corpus.training, memory, size)));
    expect(floors[1]).toBeLessThan(floors[0]!);
    expect(floors[2]).toBeLessThan(floors[1]!);
  });
});

describe("the slopes", () => {
  const net = createNet(size, 2, createRng(1));
  const weightRng = createRng(2);
  for (let i = 0; i < net.weights.length; i++) net.weights[i]! += weightRng.next() - 0.5;
  const pass = createPass(net);
  const gradient = new Float64Array(net.weights.length);
  const places = corpus.training.slice(0, 20);
  const loss = () => batchLoss(net, corpus.letters, places, pass, new Float64Array(net.weights.length));

  test("by every weight are those a nudge finds", () => {
    batchLoss(net, corpus.letters, places, pass, gradient);
    const width = 1e-5;
    for (let i = 0; i < net.weights.length; i += 7) {
      const weight = net.weights[i]!;
      net.weights[i] = weight + width;
      const above = loss();
      net.weights[i] = weight - width;
      const below = loss();
      net.weights[i] = weight;
      // Rounding of losses of a few nats, 2⁻⁵¹ over 2·10⁻⁵, and a third derivative times 10⁻¹⁰.
      expect(Math.abs((above - below) / (2 * width) - gradient[i]!)).toBeLessThan(1e-8);
    }
  });

  test("by the last bias are the mean of q − p, as the library has it", () => {
    batchLoss(net, corpus.letters, places, pass, gradient);
    const byBias = new Float64Array(size);
    let cost = 0;
    for (const place of places) {
      forward(net, corpus.letters, place, pass);
      const came = probabilities(
        Array.from({ length: size }, (_, a) => (a === corpus.letters[place] ? 1 : 0)),
      );
      const { gradient: slopes } = gradientByLogits({ kind: "crossEntropy" }, came, logits(pass.logits));
      for (const [a, slope] of slopes.entries()) byBias[a]! += slope / places.length;
      cost += crossEntropy(came, softmax(logits(pass.logits))) / places.length;
    }
    for (const [a, slope] of gradient.slice(-size).entries()) expect(slope).toBeCloseTo(byBias[a]!, 14);
    expect(loss()).toBeCloseTo(cost, 13);
  });

  test("lead adam's first step by the rate itself, whatever their size", () => {
    const weights = Float64Array.of(1, 1, 1);
    adam(weights, 0.1)(Float64Array.of(5, -0.001, 0));
    // ε = 10⁻⁸ beside a slope of 0.001.
    for (const [i, weight] of [0.9, 1.1, 1].entries()) expect(weights[i]).toBeCloseTo(weight, 5);
  });
});

describe("a training", () => {
  const setting = { memory: 1, rate: 0.01, seed: 3, moment: 40 };
  const moments = (run: ReturnType<typeof createRun>, count: number) =>
    Array.from({ length: count }, () => run.next());
  const run = createRun(corpus, alphabet, setting);
  const all = moments(run, 41);
  const { ground } = run;

  test("begins by holding all letters for alike", () => {
    expect(all[0]!.training).toBeCloseTo(Math.log(size), 12);
    expect(all[0]!.heldOut).toBeCloseTo(Math.log(size), 12);
    expect(all[0]!.batch).toBeCloseTo(Math.log(size), 12);
  });

  test("comes down to its floor, and never below", () => {
    for (const { training } of all) expect(training).toBeGreaterThanOrEqual(ground.floor - 1e-12);
    expect(all.at(-1)!.training - ground.floor).toBeLessThan(0.01);
    expect(ground.shares[0]).toBeCloseTo(all.at(-1)!.next[0]!, 1);
  });

  test("is the same again from the same seed, and another from another", () => {
    expect(moments(createRun(corpus, alphabet, setting), 5)).toEqual(all.slice(0, 5));
    expect(moments(createRun(corpus, alphabet, { ...setting, seed: 4 }), 5)[4]!.batch).not.toBe(
      all[4]!.batch,
    );
  });

  test("writes in its letters, as long each time", () => {
    for (const { sample } of all) expect(sample).toMatch(/^[ abc]{72}$/);
    const pairs = (sample: string) => sample.split("ab").length - 1;
    const ends = all.slice(-20).reduce((sum, { sample }) => sum + pairs(sample), 0);
    expect(ends / 20).toBeGreaterThan(pairs(all[0]!.sample));
  });

  test("can be saved, with the numbers of the figure", () => {
    const words = trainingWords("en");
    const palette = Object.fromEntries(
      ["paper", "ink", "ink-2", "rule", "p", "p-tint", "q", "q-tint", "gap", "gap-ink", "gap-tint"].map(
        (c) => [c, c],
      ),
    ) as Parameters<typeof pictureOf>[1]["palette"];
    const progress = { ground, moments: all };
    const svg = pictureOf(progress, { title: "Letters", words, language: "en", unit: "bits", palette });
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const [loss, floor, gap] = readoutsOf(ground, all.at(-1)!, "bits", words, "en").map(({ value }) =>
      Number(value),
    );
    expect(svg.replace(/<[^>]*>/g, "")).toContain(`${loss!.toFixed(3)} bits`);
    expect(Math.abs(loss! - floor! - gap!)).toBeLessThanOrEqual(0.0015); // three numbers rounded
    expect(csvOf(progress, "bits").trim().split("\n")).toHaveLength(42);
    const json = JSON.parse(jsonOf(setting, progress, "nats", "link"));
    expect(json.steps).toBe(800);
    expect(json["H(P̂)"]).toBe(ground.floor);
    const followers = followersOf(ground, all.at(-1)!, "rest");
    const terms = termsOf(followers, "nats", "en").map(({ value }) => Number(value));
    const after = crossEntropy(followers.p, followers.q);
    // Half a unit of the last place for each of five terms.
    expect(Math.abs(terms.reduce((a, b) => a + b) - after)).toBeLessThan(5 * 0.0005);
    expect(commandOf(followers, "bits")).toMatch(
      /^surprisal compare (\w=[\d.]+,){4}rest=0 (\w=[\d.]+,){4}rest=0$/,
    );
  });
});

test("another model or rate begins from nothing; a moment stays within the training", () => {
  expect(set(begun, { memory: 3 })).toEqual({ ...begun, memory: 3, moment: 0 });
  expect(goTo(begun, mostMoments + 5).moment).toBe(mostMoments);
  expect(goTo(begun, -1).moment).toBe(0);
  expect(nameOf(begun)).toBe(nameOf(goTo(begun, 3)));
  fc.assert(fc.property(states, ({ moment }) => lastMomentShown(moment) >= moment));
});

test("a link restores the state", () => {
  fc.assert(
    fc.property(states, (state: Training) => {
      expect(decodeTraining(encodeTraining(state)).state).toEqual(state);
    }),
  );
  expect(encodeTraining(begun)).toBe("1~2~0.01~1~30");
});

describe("links that are not ours are refused", () => {
  test.each([
    "",
    "1",
    "1~2~0.01~1",
    "1~4~0.01~1~3",
    "1~2~0.02~1~3",
    "1~2~0.01~-1~3",
    "1~2~0.01~1.5~3",
    "1~2~0.01~4294967296~3",
    "1~2~0.01~1~201",
    "1~2~0.01~1~1e1",
    "1~2~0.01~1~3~x",
    "1~NaN~0.01~1~3",
    "%E0%A4%A",
    `1~2~0.01~1~${"0".repeat(200)}`,
  ])("%s", (link) => expect(decodeTraining(link)).toEqual({ problem: "damaged" }));
  test("another version", () => expect(decodeTraining("9~2~0.01~1~3")).toEqual({ problem: "version" }));
});

test("the goal wants the largest rate, and time", () => {
  expect(tooFast({ ...begun, rate: 0.01 })).toBe("slow");
  expect(tooFast({ ...begun, rate: 0.1, moment: 3 })).toBe("early");
  expect(tooFast({ ...begun, rate: 0.1, moment: 20 })).toBe("right");
});
