import { createRng, crossEntropy, gaussianKl, normal, probabilities, standardNormal } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeVae, encodeVae } from "../../src/instruments/vae/codec.ts";
import { commandOf } from "../../src/instruments/vae/command.ts";
import { endingOf, finished } from "../../src/instruments/vae/finished.ts";
import { collapsed } from "../../src/instruments/vae/goals.ts";
import { costOf } from "../../src/instruments/vae/loss.ts";
import { betas, goTo, mostMoments, nameOf, put, set, type Vae } from "../../src/instruments/vae/model.ts";
import {
  createNet,
  decode,
  decoderWeights,
  encode,
  netOf,
  netOfDecoder,
} from "../../src/instruments/vae/net.ts";
import { pictureOf } from "../../src/instruments/vae/picture.ts";
import { album, pictureAt, windows } from "../../src/instruments/vae/pictures.ts";
import { presetVae } from "../../src/instruments/vae/presets.ts";
import { readoutsOf } from "../../src/instruments/vae/readouts.ts";
import { createRun } from "../../src/instruments/vae/run.ts";
import { brightnessOf, levelsOf } from "../../src/instruments/vae/squares.ts";
import { csvOf, jsonOf } from "../../src/instruments/vae/table.ts";
import { saidBy, verdictOf } from "../../src/instruments/vae/verdict.ts";
import { vaeWords } from "../../src/instruments/vae/words/vaeWords.ts";

const begun = presetVae("bound");
const words = vaeWords("en");
const states: fc.Arbitrary<Vae> = fc.record({
  beta: fc.constantFrom(...betas),
  seed: fc.nat(2 ** 32 - 1),
  moment: fc.nat(mostMoments),
  z: fc
    .tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 }))
    .map(([a, b]) => [a / 100, b / 100]) as fc.Arbitrary<[number, number]>,
});

describe("the nights", () => {
  test("have a dozen windows lit around the guard, and differ", () => {
    expect(album).toHaveLength(200);
    for (const picture of album) {
      const lit = picture.reduce((a, b) => a + b, 0);
      expect(lit).toBeGreaterThanOrEqual(6);
      // The lamp reaches over an area of 4π windows.
      expect(lit).toBeLessThanOrEqual(16);
    }
    expect(new Set(album.map(String)).size).toBeGreaterThan(100);
    expect(pictureAt(4, 4).reduce((a, b) => a + b, 0)).toBe(12);
  });
});

describe("what a picture costs", () => {
  const rng = createRng(3);
  const net = createNet(rng);
  for (let i = 0; i < net.weights.length; i++) net.weights[i]! += standardNormal(rng) / 10;
  const pictures = album.slice(0, 5);
  const noise = Float64Array.from({ length: 10 }, () => standardNormal(rng));

  test("is the divergence of its code from the prior and the surprise at its windows, as the library has them", () => {
    let [rate, distortion] = [0, 0];
    for (const [n, picture] of pictures.entries()) {
      const { mean, logSd } = encode(net, picture);
      const codes = [...mean].map((m, k) => normal(m, Math.exp(logSd[k]!)));
      rate += codes.reduce((sum, code) => sum + gaussianKl(code, normal(0, 1)), 0) / 5;
      const z = codes.map(({ mean, sd }, k) => mean + sd * noise[2 * n + k]!);
      for (const [i, lit] of brightnessOf(decode(net, z).logits).entries())
        distortion +=
          crossEntropy(probabilities([picture[i]!, 1 - picture[i]!]), probabilities([lit, 1 - lit])) / 5;
    }
    const cost = costOf(net, pictures, noise);
    expect(cost.rate).toBeCloseTo(rate, 12);
    expect(cost.distortion).toBeCloseTo(distortion, 10);
  });

  test.each([0.25, 1, 16])("has the slopes by every weight that a nudge finds, at β = %d", (beta) => {
    const slopes = netOf(new Float64Array(net.weights.length));
    costOf(net, pictures, noise, beta, slopes);
    const loss = () => {
      const { rate, distortion } = costOf(net, pictures, noise);
      return distortion + beta * rate;
    };
    const width = 1e-5;
    for (let i = 0; i < net.weights.length; i += 11) {
      const weight = net.weights[i]!;
      net.weights[i] = weight + width;
      const above = loss();
      net.weights[i] = weight - width;
      const below = loss();
      net.weights[i] = weight;
      // Rounding of losses of some fifty nats, 2⁻⁴⁷ over 2·10⁻⁵, and a third derivative times 10⁻¹⁰.
      expect(Math.abs((above - below) / (2 * width) - slopes.weights[i]!)).toBeLessThan(2e-8 * (1 + beta));
    }
  });

  test("at the average night is the entropy of each window by itself", () => {
    const alone = netOf(new Float64Array(net.weights.length));
    let expected = 0;
    for (let i = 0; i < windows; i++) {
      const share = album.reduce((sum, picture) => sum + picture[i]!, 0) / album.length;
      if (share > 0) expected -= share * Math.log(share) + (1 - share) * Math.log1p(-share);
      alone.parts.paintBias[i] = share > 0 ? Math.log(share / (1 - share)) : -40;
    }
    const cost = costOf(alone, album, new Float64Array(2 * album.length));
    expect(cost.rate).toBe(0);
    // Windows that never shine cost e⁻⁴⁰ each.
    expect(cost.distortion).toBeCloseTo(expected, 9);
    const ending = endingOf(16);
    expect(ending.rate).toBeLessThan(0.01);
    expect(Math.abs(ending.distortion - expected)).toBeLessThan(0.5);
  });

  test("can be painted by the decoder alone, as it is kept", () => {
    const again = netOfDecoder([...decoderWeights(net)]);
    expect(decode(again, [0.3, -1]).logits).toEqual(decode(net, [0.3, -1]).logits);
  });
});

describe("trainings", () => {
  test("are the same again from the same seed, and others from another", () => {
    const moments = (seed: number) => {
      const next = createRun({ beta: 4, seed });
      return [next(), next()];
    };
    expect(moments(2)).toEqual(moments(2));
    expect(moments(3)[1]).not.toEqual(moments(2)[1]);
  });

  test("with a larger β tell less and leave more, until nothing is told", () => {
    const endings = betas.map(endingOf);
    for (const [i, { rate, distortion }] of endings.slice(1).entries()) {
      expect(rate).toBeLessThan(endings[i]!.rate);
      expect(distortion).toBeGreaterThan(endings[i]!.distortion);
    }
    const shown = (beta: number) => verdictOf(finished(beta).moments[mostMoments]!, words);
    expect(shown(1)).toBe(words.verdict.both);
    expect(shown(16)).toBe(words.verdict.collapsed);
  });

  test("with β = 1 come to the smallest bound of all", () => {
    const bounds = betas.map((beta) => endingOf(beta)).map(({ rate, distortion }) => rate + distortion);
    expect(Math.min(...bounds)).toBe(bounds[betas.indexOf(1)]);
  });

  test("with codes whose two numbers say what all say", () => {
    const { moments, costs } = finished(4);
    const { codes } = moments[mostMoments]!;
    const all = createRun({ beta: 4, seed: 1 });
    expect(all().rate).toBe(costs[0]!.rate);
    // Sixty nights of two hundred.
    expect(Math.abs(saidBy(codes)[0] + saidBy(codes)[1] - costs.at(-1)!.rate)).toBeLessThan(0.3);
  });
});

test("another β or seed begins from nothing; a moment and a code stay within their ends", () => {
  expect(set(begun, { beta: 4 })).toEqual({ ...begun, beta: 4, moment: 0 });
  expect(goTo(begun, 1e3).moment).toBe(mostMoments);
  expect(put(begun, [9, -0.123]).z).toEqual([3, -0.12]);
  expect(nameOf(begun)).toBe(nameOf(goTo(begun, 3)));
});

test("squares of a house lie where its windows are", () => {
  const levels = levelsOf([0, 1, ...new Array(62).fill(0.5)], 10);
  expect(levels.map(({ brightness }) => brightness)).toEqual([1, 0.5]);
  expect(levels[0]!.path).toBe("M10 0h9v9h-9z");
});

test("a link restores the state, and what is not ours is refused", () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(decodeVae(encodeVae(state)).state).toEqual(state);
    }),
  );
  expect(encodeVae(begun)).toBe("1~1~1~40~0,0");
  for (const link of [
    "",
    "1",
    "1~1~1~40",
    "1~2~1~40~0,0",
    "1~1~4294967296~40~0,0",
    "1~1~1~41~0,0",
    "1~1~1.5~40~0,0",
    "1~1~1~40~0",
    "1~1~1~40~0,4",
    "1~1~1~40~0,0,0",
    "1~1~1~40~0,1e0",
    "1~1~1~40~0,0~1",
    "%E0%A4%A",
    `1~1~1~40~0,0${"0".repeat(100)}`,
  ])
    expect(decodeVae(link), link).toEqual({ problem: "damaged" });
  expect(decodeVae("2~1~1~40~0,0")).toEqual({ problem: "version" });
});

test("the goal wants codes that say nothing, and time", () => {
  expect(collapsed({ ...begun, rate: 4 })).toBe("told");
  expect(collapsed({ ...begun, moment: 2, rate: 0 })).toBe("early");
  expect(collapsed({ ...begun, rate: 0.01 })).toBe("right");
});

test("can be saved, with the numbers of the figure", () => {
  const palette = Object.fromEntries(
    ["paper", "ink", "ink-2", "rule", "p", "p-tint", "q", "q-tint", "gap", "gap-ink", "gap-tint"].map((c) => [
      c,
      c,
    ]),
  ) as Parameters<typeof pictureOf>[2]["palette"];
  const { costs, moments } = finished(1);
  const moment = moments[mostMoments]!;
  const setting = { title: "Nights", words, language: "en", unit: "nats", palette } as const;
  const svg = pictureOf(begun, { costs, moment, endings: betas.map(endingOf) }, setting);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  for (const { value } of readoutsOf(moment, 1, setting))
    expect(svg.replace(/<[^>]*>/g, "")).toContain(`${value} nats`);
  expect(csvOf(costs, "nats").trim().split("\n")).toHaveLength(mostMoments + 2);
  const json = JSON.parse(jsonOf(begun, moment, "nats", "link"));
  expect(json["−ELBO"]).toBeCloseTo(moment.rate + moment.distortion, 12);
  const [mean, , sd] = moment.codes[0]!;
  expect(commandOf(moment, "nats")).toBe(`surprisal gaussian 'N(${mean},${sd})' 'N(0,1)' --unit nats`);
});
