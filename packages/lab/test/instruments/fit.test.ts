import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFit, encodeFit } from "../../src/instruments/fit/codec.ts";
import { commandOf } from "../../src/instruments/fit/command.ts";
import { curvesOf } from "../../src/instruments/fit/curves.ts";
import { coveringFit, oneValley } from "../../src/instruments/fit/goals.ts";
import {
  alphas,
  bestOfAlpha,
  type Fit,
  type Handle,
  measure,
  mostSteps,
  move,
  optimaOf,
  placeOf,
  positionOf,
  ranges,
  setModel,
  setShare,
  setSteps,
} from "../../src/instruments/fit/model.ts";
import { presetFit, presetNames } from "../../src/instruments/fit/presets.ts";
import { isOver, type Race, raceAt, raceFrom } from "../../src/instruments/fit/race.ts";

const between = presetFit("between");
const handles = Object.keys(ranges) as Handle[];
const action = fc.oneof(
  fc.tuple(fc.constantFrom(...handles), fc.double({ min: -8, max: 8, noNaN: true })).map(
    ([handle, value]) =>
      (fit: Fit) =>
        move(fit, handle, value),
  ),
  fc.double({ min: -0.5, max: 1.5, noNaN: true }).map((share) => (fit: Fit) => setShare(fit, share)),
  fc.integer({ min: -5, max: 2000 }).map((steps) => (fit: Fit) => setSteps(fit, steps)),
  fc.constantFrom(...alphas).map((alpha) => (fit: Fit) => setModel(fit, fit.q, alpha)),
);
const fits = fc
  .array(action, { maxLength: 20 })
  .map((steps) => steps.reduce((fit, step) => step(fit), between));

test("whatever is done, every handle stays in its range, the bumps in order, and nothing measured is NaN", () => {
  fc.assert(
    fc.property(fits, (fit) => {
      for (const handle of handles) {
        expect(positionOf(fit, handle)).toBeGreaterThanOrEqual(ranges[handle].low);
        expect(positionOf(fit, handle)).toBeLessThanOrEqual(ranges[handle].high);
      }
      expect(fit.left.mean).toBeLessThanOrEqual(fit.right.mean);
      const { forward, reverse, error, forwardHalves, reverseHalves } = measure(fit);
      expect(forward).toBeGreaterThanOrEqual(0);
      expect(reverse).toBeGreaterThanOrEqual(0);
      expect(error).toBeLessThan(1e-6 * (1 + forward));
      for (const [halves, total] of [
        [forwardHalves, forward],
        [reverseHalves, reverse],
      ] as const) {
        // One half is the total less the other: the sum rounds twice.
        expect(Math.abs(halves[0].value + halves[1].value - total)).toBeLessThanOrEqual(
          4 * Number.EPSILON * (Math.abs(halves[0].value) + total),
        );
        expect(halves[0].mass + halves[1].mass).toBeCloseTo(1, 12);
      }
      const { p, q, forward: f, reverse: r } = curvesOf(fit);
      expect([...p, ...q, ...f, ...r].some(Number.isNaN)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

test("a link restores the state, and the command carries every digit of it", () => {
  fc.assert(
    fc.property(fits, (fit) => {
      const link = encodeFit(fit);
      expect(decodeFit(link)).toEqual({ state: fit });
      expect(decodeFit(link.replaceAll("~", "%7E").replaceAll(",", "%2C"))).toEqual({ state: fit });
      expect(commandOf(fit, "bits")).toContain(`N(${fit.q.mean},${fit.q.sd})`);
    }),
  );
});

test("links and commands are short and can be read", () => {
  expect(encodeFit(between)).toBe("1~-2.2,0.7~2.2,0.7~0.5~0,1.5");
  expect(commandOf(between, "nats")).toBe(
    "surprisal gaussian '0.5*N(-2.2,0.7)+0.5*N(2.2,0.7)' 'N(0,1.5)' --unit nats",
  );
  expect(commandOf(setShare(between, 1), "bits")).toBe("surprisal gaussian 'N(-2.2,0.7)' 'N(0,1.5)'");
});

describe("links that are not ours are refused", () => {
  test.each([
    "",
    "1",
    "1~",
    "1~0,1~0,1~.5~0,1",
    "1~0,1~0,1~0.5~0",
    "1~0,1~0,1~1.5~0,1",
    "1~2,1~-2,1~0.5~0,1",
    "1~0,1~0,1~0.5~0,1~0.33",
    "1~0,1~0,1~0.5~0,1~~9999",
    "1~0,1~0,1~0.5~0,1~~1.5",
    "1~0,1~0,1~0.5~0,1~~5~more",
    "1~NaN,1~0,1~0.5~0,1",
    "1~0,1e0~0,1~0.5~0,1",
    "1~0,0~0,1~0.5~0,1",
    "1~0,1,2~0,1~0.5~0,1",
    "1~<b>,1~0,1~0.5~0,1",
    `1~${"0".repeat(500)},1~0,1~0.5~0,1`,
  ])("%s", (text) => expect(decodeFit(text)).toEqual({ problem: "damaged" }));

  test("a later version is told apart from damage, and nothing throws", () => {
    expect(decodeFit("2~whatever")).toEqual({ problem: "version" });
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(20), (junk, at) => {
        const link = encodeFit(between);
        const { state } = decodeFit(link.slice(0, at) + junk + link.slice(at + 1));
        if (state) expect(decodeFit(encodeFit(state)).state).toEqual(state);
      }),
    );
  });
});

describe("the fit says what the facts say", () => {
  const at = (mean: number, sd: number) => placeOf(setModel(between, { mean, sd }));
  const four = ({ forward, reverse }: { forward: number; reverse: number }) => [
    forward.toFixed(4),
    reverse.toFixed(4),
  ];

  test("at the places the sources name", () => {
    expect(four(at(0, 1.5))).toEqual(["0.7558", "1.2438"]);
    expect(four(at(0, 2.6))).toEqual(["0.5157", "1.3756"]);
    expect(four(at(2.2, 0.7))).toEqual(["9.1868", "0.6907"]);
  });

  test("at its optima, and where Q is put on them", () => {
    const { forward, reverse } = optimaOf(between);
    expect([forward.mean, forward.sd.toFixed(4), forward.forward.toFixed(4)]).toEqual([
      0,
      "2.3087",
      "0.5026",
    ]);
    expect(
      reverse.map(({ mean, sd }) => [mean.toFixed(4).replace("-0.0000", "0.0000"), sd.toFixed(4)]),
    ).toEqual([
      ["-2.1933", "0.7104"],
      ["2.1933", "0.7104"],
      ["0.0000", "1.9924"],
    ]);
    for (const { gradientNorm } of reverse) expect(gradientNorm).toBeLessThan(1e-9);
    const settled = placeOf(setModel(between, reverse[1]!));
    expect(settled.reverse.toFixed(5)).toBe("0.69052");
    expect(settled.reverse).toBeLessThan(Math.LN2);
    expect(settled.forward.toFixed(3)).toBe("8.870");
  });

  test("nothing is beyond the walls: no Q has less than the optimum of either direction", () => {
    const { forward, reverse } = optimaOf(between);
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (mean, sd) => {
          const place = at(mean, sd);
          // Q is put to six decimals, where both divergences are flat to 10⁻⁹.
          expect(place.forward).toBeGreaterThanOrEqual(forward.forward - 1e-9);
          expect(place.reverse).toBeGreaterThanOrEqual(reverse[0]!.reverse - 1e-9);
        },
      ),
    );
  });

  test("the best Gaussian covers down to α = 0.2 and sits on a bump from 0.15", () => {
    const middle = alphas.map((alpha) => Math.abs(bestOfAlpha(between, alpha).mean) < 1e-3);
    expect(middle).toEqual(alphas.map((alpha) => alpha >= 0.2));
    expect(presetFit("covering")).toMatchObject({ alpha: 1, q: { mean: 0, sd: 2.308679 } });
  });
});

describe("the race", () => {
  const start = presetFit("start");
  function finish(fit: Fit): Race {
    let race = raceFrom(fit);
    for (let steps = 0; !isOver(race) && steps < mostSteps; steps += 10) race = raceAt(fit, steps, race);
    return race;
  }

  test("each runner goes down its own divergence at every step, and both come to rest at optima", () => {
    const race = finish(start);
    for (const way of ["forward", "reverse"] as const) {
      const values = race[way].map((runner) => runner[way]);
      // Near the bottom, values agree to rounding.
      for (const [i, value] of values.slice(1).entries())
        expect(value).toBeLessThanOrEqual(values[i]! + 1e-12);
    }
    const { forward, reverse } = optimaOf(start);
    expect(race.forward.at(-1)!.forward - forward.forward).toBeLessThan(1e-4);
    expect(race.reverse.at(-1)!.mean).toBeCloseTo(reverse[1]!.mean, 3);
  });

  test("from the middle the reverse runner stays in the shallow dip; the forward one always arrives", () => {
    const race = finish(between);
    expect(race.reverse.at(-1)!.sd).toBeCloseTo(1.9924, 3);
    expect(race.forward.at(-1)!.sd).toBeCloseTo(2.3087, 2);
  });

  test("steps taken one by one, at once, or taken back, come to the same", () => {
    const atOnce = raceAt(start, 12);
    let slowly = raceFrom(start);
    for (let steps = 1; steps <= 15; steps++) slowly = raceAt(start, steps, slowly);
    expect(raceAt(start, 12, slowly)).toEqual(atOnce);
  });
});

describe("goals", () => {
  test("a covering fit is at the least D(P‖Q), and what is in the way has a name", () => {
    expect(coveringFit(setModel(between, { mean: 0, sd: 2.3 }))).toBe("right");
    expect(coveringFit(between)).toBe("narrow");
    expect(coveringFit(setModel(between, { mean: 0, sd: 3 }))).toBe("wide");
    expect(coveringFit(setModel(between, { mean: 1, sd: 2.3 }))).toBe("aside");
    expect(coveringFit(setModel(between, { mean: 2.2, sd: 0.7 }))).toBe("seeking");
  });

  test("one valley is left when the bumps touch", () => {
    expect(oneValley(between)).toBe("settled");
    expect(oneValley(presetFit("touching"))).toBe("right");
    expect(oneValley(setShare(between, 0))).toBe("lone");
  });
});

test("every preset can be linked to", () => {
  for (const name of presetNames)
    expect(decodeFit(encodeFit(presetFit(name))).state).toEqual(presetFit(name));
});
