import { probabilities } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefusal, match, move, swap } from "../../src/instruments/duel/model.ts";
import { advance, cloudOf, folded, speedOf } from "../../src/instruments/surpriseGas/cloud.ts";
import { decodeGas, encodeGas } from "../../src/instruments/surpriseGas/codec.ts";
import { outcomesOf } from "../../src/instruments/surpriseGas/draws.ts";
import { pleasantlySurprised, threeBits } from "../../src/instruments/surpriseGas/goals.ts";
import { histogramOf } from "../../src/instruments/surpriseGas/histogram.ts";
import {
  actOnDuel,
  drawsDue,
  type Gas,
  measure,
  mostDraws,
  type Result,
  reseed,
  runningAverages,
  setDrawn,
  standardError,
} from "../../src/instruments/surpriseGas/model.ts";
import { presetGas, presetNames } from "../../src/instruments/surpriseGas/presets.ts";
import { gasWords } from "../../src/instruments/surpriseGas/words/gasWords.ts";

const words = gasWords("en");
const preset = (name: (typeof presetNames)[number]) => presetGas(name, words.presetNames[name]);
const films = preset("films");
const bits = (nats: number) => nats / Math.LN2;

function done(result: Result): Gas {
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

const drag = (gas: Gas, side: "p" | "q", index: number, value: number) =>
  done(actOnDuel(gas, (duel) => move(duel, side, index, value)));
const action = fc.oneof(
  fc
    .tuple(fc.constantFrom("p" as const, "q" as const), fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(
      ([side, index, value]) =>
        (gas: Gas) =>
          drag(gas, side, index, value),
    ),
  fc.integer({ min: -5, max: 400 }).map((drawn) => (gas: Gas) => setDrawn(gas, drawn)),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((seed) => (gas: Gas) => reseed(gas, seed)),
  fc.constantFrom(match, swap).map((act) => (gas: Gas) => done(actOnDuel(gas, act))),
);
const gases = fc
  .array(action, { maxLength: 12 })
  .map((steps) => steps.reduce((gas, step) => step(gas), films));

describe("the gas says what the facts say", () => {
  test("film reviews: H(P), H(P,Q), D(P‖Q)", () => {
    const { knows, believes, waste } = measure(films);
    expect(bits(knows.expected).toFixed(10)).toBe("1.3609640474");
    expect(bits(believes.expected).toFixed(10)).toBe("2.2369655942");
    expect(bits(waste).toFixed(10)).toBe("0.8760015467");
  });

  test("a borrowed dictionary: whole numbers of marks, two and three and a quarter on average", () => {
    const { knows, believes } = measure(preset("dictionary"));
    expect(believes.energies.map(bits)).toEqual([4, 4, 3, 2, 1]);
    expect(knows.energies.map(bits)).toEqual([1, 3, 3, 3, 3]);
    expect([bits(knows.expected), bits(believes.expected)]).toEqual([2, 3.25]);
  });

  test("a zero of Q is infinite from the start, whatever the draws have come to", () => {
    const never = preset("never");
    const { believes, culprits, counts } = measure(never);
    expect(counts[2]).toBe(0);
    expect(believes.average).toBeLessThan(Infinity);
    expect([believes.expected, believes.spread]).toEqual([Infinity, Infinity]);
    expect(culprits).toEqual([{ index: 2, mass: 0.02 }]);
    expect(measure(setDrawn(never, mostDraws)).believes.average).toBe(Infinity);
  });
});

test("whatever is done: nothing is NaN, who knows P expects no more, and each particle is one draw", () => {
  fc.assert(
    fc.property(gases, (gas) => {
      const { outcomes, counts, knows, believes, waste, terms } = measure(gas);
      expect(outcomes).toHaveLength(gas.drawn);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(gas.drawn);
      for (const outcome of outcomes) expect(gas.duel.p[outcome]).toBeGreaterThan(0);
      for (const reader of [knows, believes]) {
        expect([reader.expected, reader.average, reader.spread, ...reader.energies].some(Number.isNaN)).toBe(
          false,
        );
        expect(standardError(reader, gas.drawn)).toBeGreaterThanOrEqual(0);
      }
      // Three roundings of a sum of three terms.
      expect(believes.expected).toBeGreaterThanOrEqual(knows.expected * (1 - 1e-15));
      if (believes.expected < Infinity) expect(believes.expected - knows.expected).toBeCloseTo(waste, 12);
      const sum = terms.reduce((a, b) => a + b, 0);
      if (sum < Infinity) expect(sum).toBeCloseTo(believes.expected, 12);
      else expect(believes.expected).toBe(Infinity);
    }),
  );
});

test("the average is the mean energy of the particles, after every draw", () => {
  fc.assert(
    fc.property(gases, (gas) => {
      const { outcomes, knows, believes } = measure(gas);
      for (const reader of [knows, believes]) {
        const last = runningAverages(outcomes, reader).at(-1)!;
        // A sum of up to 250 terms against one of three products.
        if (last < Infinity) expect(Math.abs(last - reader.average)).toBeLessThanOrEqual(1e-13 * (1 + last));
        else expect(reader.average).toBe(Infinity);
      }
    }),
  );
});

describe("draws", () => {
  test("more of them go on where fewer stopped, and equal seeds give equal draws", () => {
    const { p } = films.duel;
    const all = outcomesOf(p, 5, mostDraws);
    expect(outcomesOf(p, 5, 40)).toEqual(all.slice(0, 40));
    expect(outcomesOf(p, 6, mostDraws)).not.toEqual(all);
  });

  test("fall on each outcome as often as P says", () => {
    const seeds = Array.from({ length: 80 }, (_, seed) => seed);
    const n = seeds.length * mostDraws;
    const drawn = seeds.flatMap((seed) => outcomesOf(films.duel.p, seed, mostDraws));
    for (const [outcome, p] of [...films.duel.p].entries()) {
      const share = drawn.filter((one) => one === outcome).length / n;
      // Five standard errors of a share of n draws.
      expect(Math.abs(share - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / n));
    }
  });

  test("averages stay within five standard errors of the expectation, and the errors are those of the draws", () => {
    const reader = measure(films).believes;
    const averages = Array.from(
      { length: 200 },
      (_, seed) => measure(setDrawn(reseed(films, seed), mostDraws)).believes.average,
    );
    const error = standardError(reader, mostDraws);
    for (const average of averages) expect(Math.abs(average - reader.expected)).toBeLessThan(5 * error);
    const sd = Math.sqrt(averages.reduce((sum, x) => sum + (x - reader.expected) ** 2, 0) / averages.length);
    // The sd of 200 averages is known to one part in √400, a twentieth; four of those.
    expect(sd / error).toBeGreaterThan(0.8);
    expect(sd / error).toBeLessThan(1.2);
  });

  test("a P that changes a little changes few draws, and one that changes back changes none", () => {
    const nearly = probabilities([0.51, 0.39, 0.1]);
    const [before, after] = [films.duel.p, nearly].map((p) => outcomesOf(p, 1, mostDraws));
    const changed = before!.filter((outcome, draw) => outcome !== after![draw]).length;
    expect(changed).toBeLessThan(12);
  });

  test("fall in twenty times a second, however the frames are cut", () => {
    expect(drawsDue(0, 60)).toBe(20);
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 30 }), (frames) => {
        let [clock, drawn] = [0, 0];
        for (const frame of frames) {
          drawn += drawsDue(clock, clock + frame);
          clock += frame;
        }
        expect(drawn).toBe(drawsDue(0, clock));
      }),
    );
  });
});

describe("the cloud", () => {
  test("equal seeds give equal clouds, and where a particle begins says nothing of what it is", () => {
    expect(cloudOf(3, 50)).toEqual(cloudOf(3, 50));
    const { x } = cloudOf(1, mostDraws);
    const outcomes = outcomesOf(probabilities([0.5, 0.5]), 1, mostDraws);
    const left = outcomes.filter((_, i) => x[i]! < 0.5);
    const share = left.filter((outcome) => outcome === 0).length / left.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / left.length));
  });

  test("energy is speed squared; what is certain stands still, and what is infinite is everywhere on its line", () => {
    expect(speedOf(4) / speedOf(1)).toBeCloseTo(2, 14);
    expect(speedOf(0)).toBe(0);
    expect(speedOf(Infinity)).toBe(0);
  });

  test("particles never leave the box, and go as far as their speed says", () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 60, noNaN: true }), (seed, seconds) => {
        const cloud = cloudOf(seed, 9);
        const { x, y } = cloudOf(seed, 9);
        const size = { width: 400, height: 180 };
        advance(
          cloud,
          [...Array(9).keys()].map((bits) => speedOf(bits * Math.LN2)),
          size,
          seconds,
        );
        for (let i = 0; i < 9; i++) {
          for (const place of [folded(cloud.x[i]!), folded(cloud.y[i]!)]) {
            expect(place).toBeGreaterThanOrEqual(0);
            expect(place).toBeLessThanOrEqual(1);
          }
          const way = Math.hypot((cloud.x[i]! - x[i]!) * size.width, (cloud.y[i]! - y[i]!) * size.height);
          expect(way).toBeCloseTo(speedOf(i * Math.LN2) * seconds, 6);
        }
      }),
    );
  });

  test("walls throw back: a place counts on past them", () =>
    expect([0, 0.25, 1, 1.25, 2, 2.5, -0.25].map(folded)).toEqual([0, 0.25, 1, 0.75, 0, 0.5, 0.25]));
});

test("every draw has its place in the histogram, and equal energies stand on one another", () => {
  fc.assert(
    fc.property(gases, fc.constantFrom("knows" as const, "believes" as const), (gas, who) => {
      const measures = measure(gas);
      const { columns, infinite } = histogramOf(gas, measures, measures[who].energies, 5);
      const shares = [...columns, infinite].map(({ pieces }) => pieces.at(-1)?.to ?? 0);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }),
  );
  const { columns } = histogramOf(films, measure(films), measure(films).believes.energies, 5);
  expect(columns.map(({ pieces }) => pieces.map(({ outcome }) => outcome))).toEqual([[0], [1, 2]]);
});

describe("links", () => {
  test("restore the state", () => {
    fc.assert(
      fc.property(gases, (gas) => {
        const link = encodeGas(gas);
        expect(decodeGas(link)).toEqual({ state: gas });
        expect(decodeGas(link.replaceAll("~", "%7E").replaceAll(",", "%2C"))).toEqual({ state: gas });
      }),
    );
  });

  test("are short and can be read", () =>
    expect(encodeGas(films)).toBe("1~1~60~1~amazing,terrible,okay~.5,.4,.1~.9,.05,.05"));

  test.each([
    "",
    "1",
    "1~1~60",
    "1~1~60~",
    "1~1~0~1~a,b~.5,.5~.5,.5",
    "1~1~251~1~a,b~.5,.5~.5,.5",
    "1~4294967296~60~1~a,b~.5,.5~.5,.5",
    "1~-1~60~1~a,b~.5,.5~.5,.5",
    "1~1.5~60~1~a,b~.5,.5~.5,.5",
    "1~1~6e1~1~a,b~.5,.5~.5,.5",
    "1~1~60~1~a,b~.5,.5~.5,.4",
    "1~1~60~1~a,a~.5,.5~.5,.5",
    "1~1~60~1~a,<b~.5,.5~.5",
    "1~1~60~1~a,b~.5,.5~.5,.5~p",
    "1~1~60~1~a,b~.5,.5~.5,.5~~0.1",
    `1~1~60~1~${"a".repeat(2000)},b~.5,.5~.5,.5`,
    "%E0%A4%A",
  ])("that are not ours are refused: %s", (text) => expect(decodeGas(text)).toEqual({ problem: "damaged" }));

  test("of a later version are told apart from damage, and nothing throws", () => {
    expect(decodeGas("2~whatever")).toEqual({ problem: "version" });
    expect(decodeGas("1~1~60~9~later")).toEqual({ problem: "version" });
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(30), (junk, at) => {
        const link = encodeGas(films);
        const { state } = decodeGas(link.slice(0, at) + junk + link.slice(at + 1));
        if (state) expect(decodeGas(encodeGas(state)).state).toEqual(state);
      }),
    );
  });

  test("lead to every preset", () => {
    for (const name of presetNames) expect(decodeGas(encodeGas(preset(name))).state).toEqual(preset(name));
  });
});

describe("goals", () => {
  test("three bits, with the truth left alone", () => {
    expect(threeBits(films)).toBe("less");
    expect(threeBits(drag(films, "q", 0, 0.97))).toBe("right");
    expect(threeBits(drag(films, "q", 0, 0.99))).toBe("more");
    expect(threeBits(drag(films, "q", 0, 1))).toBe("infinite");
    expect(threeBits(drag(drag(films, "q", 0, 0.97), "p", 0, 0.6))).toBe("truthMoved");
    expect(threeBits(preset("dictionary"))).toBe("truthMoved");
  });

  test("pleasantly surprised, and wrong", () => {
    expect(pleasantlySurprised(films)).toBe("dearer");
    expect(pleasantlySurprised(done(actOnDuel(films, swap)))).toBe("right");
    expect(pleasantlySurprised(done(actOnDuel(films, match)))).toBe("matched");
    const fearful = drag(done(actOnDuel(films, match)), "p", 0, 0.505);
    expect(pleasantlySurprised(fearful)).toBe("hardly");
  });
});
