import { inUnit, probabilities } from "@surprisal/core";
import { parseOperand, resolveOperand } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commit, historyOf, undo } from "../../src/figure/history.ts";
import { decodeSurprise, encodeSurprise } from "../../src/instruments/surprise/codec.ts";
import { commandOf } from "../../src/instruments/surprise/command.ts";
import { csvOf, jsonOf } from "../../src/instruments/surprise/contents.ts";
import { fourBits } from "../../src/instruments/surprise/goals.ts";
import { probabilityAt } from "../../src/instruments/surprise/grip.ts";
import {
  measure,
  pressed,
  type Surprise,
  setProbability,
  top,
} from "../../src/instruments/surprise/model.ts";
import { pictureOf } from "../../src/instruments/surprise/picture.ts";
import { readoutsOf } from "../../src/instruments/surprise/readouts.ts";
import { surpriseWords } from "../../src/instruments/surprise/words/surpriseWords.ts";
import { linearScale } from "../../src/plot/scale.ts";

const bits = (nats: number) => inUnit(nats, "bits");
const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 1e-12, 2 ** -12));
const states = fc
  .array(share, { minLength: 1, maxLength: 2 })
  .map((p) => p.reduce((now, x, i) => setProbability(now, i, x), { p } as Surprise));
const words = surpriseWords("en");

describe("surprise", () => {
  test("says what the facts say: 3, 10 and 9.96578428 bits, and nothing for what is certain", () => {
    const of = (p: number) => bits(measure({ p: [p] }).total);
    expect([of(1 / 8), of(1 / 1024), of(1), of(0)]).toEqual([3, 10, 0, Infinity]);
    expect(of(0.001)).toBeCloseTo(9.96578428, 8); // as many decimals as the fact is printed with
  });

  test("of two events is the sum of both, and of their product", () => {
    fc.assert(
      fc.property(states, (now) => {
        const { each, all, total } = measure(now);
        const sum = each.reduce((a, b) => a + b, 0);
        expect(all).toBe(now.p.reduce((a, b) => a * b, 1));
        // The product rounds once, by 2⁻⁵³ of itself, and so its logarithm by as much; sums of size 60 round by less than 1e-14.
        if (Number.isFinite(sum)) expect(Math.abs(total - sum)).toBeLessThan(2e-14);
        else expect(total).toBe(Infinity);
      }),
    );
  });

  test("never grows when a probability does", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(measure({ p: [less] }).total).toBeGreaterThanOrEqual(measure({ p: [more] }).total);
      }),
    );
  });
});

describe("keys", () => {
  test("up and down move by one bit, exactly, and stop at the ends", () => {
    let p = 1;
    for (let i = 0; i < top; i++) p = pressed("ArrowUp", false, p)!;
    expect(bits(measure({ p: [p] }).total)).toBe(top);
    expect(pressed("ArrowUp", false, p)).toBe(p);
    for (let i = 0; i < top; i++) p = pressed("ArrowDown", false, p)!;
    expect([p, pressed("ArrowDown", false, 1)]).toEqual([1, 1]);
  });

  test("Home and End reach exactly 0 and 1, and zero can be left again", () => {
    expect([pressed("Home", false, 0.3), pressed("End", false, 0.3)]).toEqual([0, 1]);
    expect(pressed("ArrowDown", false, 0)).toBe(2 ** -top);
    expect(pressed("ArrowUp", false, 1e-9)).toBe(1e-9);
    expect(pressed("a", false, 0.3)).toBeUndefined();
  });
});

test("a hand on the curve gets the point it is on, to two digits; past the top, zero", () => {
  const [x, y] = [linearScale([0, 1], [40, 440]), linearScale([0, top], [280, 30])];
  fc.assert(
    fc.property(fc.double({ min: 2 ** -top, max: 1, noNaN: true }), (p) => {
      const found = probabilityAt({ x: x(p), y: y(-Math.log2(p)) }, x, y);
      // Two digits: off by at most 5 in the third, one part in twenty of the smallest.
      expect(Math.abs(found - p)).toBeLessThanOrEqual(0.0501 * p);
    }),
  );
  expect(probabilityAt({ x: 38, y: 10 }, x, y)).toBe(0);
  expect(probabilityAt({ x: 900, y: 280 }, x, y)).toBe(1);
});

describe("links", () => {
  test("restore the state", () => {
    fc.assert(
      fc.property(states, (now) => {
        for (const text of [encodeSurprise(now), encodeSurprise(now).replaceAll("~", "%7e")])
          expect(decodeSurprise(text).state).toEqual(now);
      }),
    );
    expect(encodeSurprise({ p: [0.25, 0.125] })).toBe("1~.25~.125");
  });

  test.each([
    "",
    "1",
    "1~",
    "1~2",
    "1~.5~.5~.5",
    "1~-.5",
    "1~1e-3",
    "1~NaN",
    "1~.1234567890123",
    "x~1",
    "%E0%A4%A",
    "<b>",
  ])("%s is refused", (text) => expect(decodeSurprise(text)).toEqual({ problem: "damaged" }));

  test("another version is told apart, and nothing throws", () => {
    expect(decodeSurprise("2~later")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void decodeSurprise(`1~${text}`)));
  });
});

test("what is done can be undone, to the last digit", () => {
  fc.assert(
    fc.property(states, share, (now, value) => {
      const changed = commit(historyOf(now), setProbability(now, 0, value));
      expect(undo(changed).present).toEqual(now);
    }),
  );
});

test("the command carries a whole distribution, with both events in it", async () => {
  const never = () => {
    throw new Error("no file is opened");
  };
  await fc.assert(
    fc.asyncProperty(states, async (now) => {
      const operand = commandOf(now, "bits").split(" ")[2]!;
      const { probabilities: p } = await resolveOperand(parseOperand(operand), never);
      expect(p[0]).toBe(measure(now).all);
    }),
  );
  expect(commandOf({ p: [0.001] }, "nats")).toBe("surprisal entropy A=0.001,not-A=0.999 --unit nats");
  expect(commandOf({ p: [0.25, 0.5] }, "bits")).toBe(
    "surprisal entropy A+B=0.125,A=0.125,B=0.375,neither=0.375",
  );
  expect(probabilities([0.125, 0.125, 0.375, 0.375]).length).toBe(4);
});

test("readouts show one event, or two and what they come to", () => {
  const values = (p: number[], before?: number[]) =>
    readoutsOf(measure({ p }), before && measure({ p: before }), "bits", words, "en");
  expect(values([0.125]).map(({ value }) => value)).toEqual(["0.125", "8", "3.000"]);
  expect(values([0]).map(({ value }) => value)).toEqual(["0", "∞", "∞"]);
  expect(values([0.25, 0.125]).map(({ value }) => value)).toEqual(["2.000", "3.000", "0.03125", "5.000"]);
  expect(values([0.5, 0.125], [0.25, 0.125]).at(-1)).toMatchObject({ value: "4.000", delta: "−1.000" });
});

test("the goal of four bits knows what is in its way", () => {
  expect(fourBits({ p: [0.25, 0.25] })).toBe("right");
  expect(fourBits({ p: [1, 0.0625] })).toBe("certain");
  expect(fourBits({ p: [0, 0.5] })).toBe("impossible");
  expect(fourBits({ p: [0.5, 0.5] })).toBe("less");
  expect(fourBits({ p: [0.25, 0.125] })).toBe("more");
});

test("what is saved has the numbers in full, and stands on its own", () => {
  expect(csvOf({ p: [0.25, 0.125] }, "bits")).toBe(
    "event,probability,surprise (bits)\r\nA,0.25,2\r\nB,0.125,3\r\nA and B,0.03125,5\r\n",
  );
  expect(JSON.parse(jsonOf({ p: [0] }, "bits", "x"))["surprise of all"]).toBe("Infinity");
  const colour = "#000";
  const palette = {
    paper: colour,
    ink: colour,
    "ink-2": colour,
    rule: colour,
    p: colour,
    "p-tint": colour,
    q: colour,
    "q-tint": colour,
    gap: colour,
    "gap-ink": colour,
    "gap-tint": colour,
  };
  for (const p of [[0.125], [0, 0.5], [0.25, 0.125]]) {
    const svg = pictureOf({ p }, { title: "<b>", words, language: "en", unit: "bits", palette });
    expect(svg).toContain("&lt;b&gt;");
    expect(svg).not.toMatch(/="-?(NaN|Infinity)"/);
  }
});
