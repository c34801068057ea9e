import { fromUnit, inUnit } from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commit, historyOf, undo } from "../../src/figure/history.ts";
import { decodeAmount, encodeAmount } from "../../src/instruments/units/codec.ts";
import { commandOf } from "../../src/instruments/units/command.ts";
import { csvOf, jsonOf } from "../../src/instruments/units/contents.ts";
import { fieldText, remarkOf, sentenceOf } from "../../src/instruments/units/format.ts";
import {
  type Amount,
  beyond,
  type Field,
  fields,
  inText,
  mostPieces,
  natsOf,
  pieces,
  read,
  recount,
  write,
} from "../../src/instruments/units/model.ts";
import { pictureOf } from "../../src/instruments/units/picture.ts";
import { presetAmount, presetNames } from "../../src/instruments/units/presets.ts";
import { endOf, shortest, ticksOf } from "../../src/instruments/units/scale.ts";
import { unitsWords } from "../../src/instruments/units/words/unitsWords.ts";

const counts = { token: 1000, character: 4200, byte: 4300 };
const draw: Amount = { value: 3, field: "bits", per: null, counts };
const text: Amount = { value: 3, field: "nats", per: "token", counts };
const words = unitsWords("en");
const count = fc.oneof(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(1, mostPieces));
const amounts = fc
  .record({
    field: fc.constantFrom(...fields),
    per: fc.constantFrom(null, ...pieces),
    counts: fc.record({ token: count, character: count, byte: count }),
    number: fc.oneof(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.constantFrom(0, 1e-300, 5e-324, 1100, 1e300, Number.MAX_VALUE, Infinity),
    ),
  })
  .map(
    ({ number, ...rest }): Amount => ({
      ...rest,
      value: rest.field === "perplexity" ? Math.max(Number.MIN_VALUE, Math.abs(number)) : number + 0,
    }),
  );

describe("an amount", () => {
  test("is the same in every unit, and its perplexity the same from every base", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (nats) => {
        const units = [
          { ...draw, value: inUnit(nats, "bits"), field: "bits" as const },
          { ...draw, value: nats, field: "nats" as const },
          { ...draw, value: inUnit(nats, "bans"), field: "bans" as const },
        ];
        for (const amount of units) {
          // Converting rounds by at most 2⁻⁵² of 30 nats, 7e-15, which a power turns into as much of itself.
          expect(Math.abs(read(amount, "nats") - nats)).toBeLessThan(1.4e-14);
          expect(Math.abs(read(amount, "perplexity") / Math.exp(nats) - 1)).toBeLessThan(3e-14);
        }
      }),
    );
    expect(fields.map((field) => read(draw, field))).toEqual([
      3,
      Math.log(8),
      inUnit(Math.log(8), "bans"),
      8,
    ]);
    expect(read({ ...draw, value: 3, field: "nats" }, "perplexity")).toBeCloseTo(20.0855, 4);
    expect(read({ ...draw, value: 3, field: "bans" }, "perplexity")).toBe(1000);
  });

  test("comes back from the field it was written into to the last digit, and from the others all but", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...fields), (now, field) => {
        expect(read(now, now.field)).toBe(now.value);
        const there = write(now, read(now, field), field);
        if (beyond(now, field) || there === now || !Number.isFinite(natsOf(now))) return;
        // A logarithm near zero keeps its distance from zero, not its digits.
        expect(Math.abs(natsOf(there) - natsOf(now))).toBeLessThanOrEqual(
          1e-15 + 1e-14 * Math.abs(natsOf(now)),
        );
      }),
    );
  });

  test("a text costs the same however it is cut", () => {
    fc.assert(
      fc.property(amounts, (now) => {
        if (now.per === null || !Number.isFinite(natsOf(now))) return;
        const bill = natsOf(now) * now.counts[now.per];
        if (Math.abs(bill) > 1e300) return;
        for (const piece of pieces)
          expect(Math.abs(natsOf(now, piece) * now.counts[piece] - bill)).toBeLessThanOrEqual(
            1e-15 * 4 * Math.abs(bill) + 1e-305,
          );
      }),
    );
    expect(read(text, "bits", "character")).toBeCloseTo((inUnit(3, "bits") * 1000) / 4200, 12);
    const finer = recount(text, "token", 2000);
    expect([read(finer, "nats"), read(finer, "nats", "byte")]).toEqual([3, (3 * 2000) / 4300]);
  });

  test("minus nothing is nothing", () => expect(write(draw, -0, "bits").value).toBe(0));

  test("what is none changes nothing", () => {
    for (const [value, field] of [
      [Number.NaN, "bits"],
      [-Infinity, "nats"],
      [0, "perplexity"],
      [-2, "perplexity"],
    ] as [number, Field][])
      expect(write(draw, value, field)).toBe(draw);
    for (const wrong of [0, -1, 1.5, Number.NaN, Infinity, mostPieces * 10])
      expect(recount(text, "byte", wrong)).toBe(text);
  });

  test("too large and too small for a double is said, and stands as a power", () => {
    const said = (value: number, field: Field) => {
      const now = write(draw, value, field);
      return [fieldText(now, "perplexity", null, "en"), remarkOf(now, words, "en")];
    };
    expect(said(1100, "bits")).toEqual(["2^1100", words.over]);
    expect(said(-1100, "bits")).toEqual(["2^−1100", `${words.negative} ${words.under}`]);
    expect(said(400, "bans")[0]).toBe("10^400");
    expect(said(1.7e308, "nats")[1]).toBe(words.overUnit);
    expect(said(Infinity, "bits")).toEqual(["∞", words.infinite]);
    expect(said(1023, "bits")).toEqual(["8.98847E307", ""]);
    expect(said(-1, "bits")).toEqual(["0.5", words.negative]);
    expect(beyond(draw, "perplexity")).toBeUndefined();
  });
});

test("the presets are what their names say", () => {
  const bits = (name: Parameters<typeof presetAmount>[0]) => read(presetAmount(name), "bits");
  expect([bits("coin"), bits("byte")]).toEqual([1, 8]);
  expect(read(presetAmount("byte"), "perplexity")).toBe(256);
  expect(bits("die")).toBeCloseTo(Math.log2(6), 14);
  expect(read(presetAmount("digit"), "perplexity")).toBe(10);
  expect(bits("vocabulary")).toBeCloseTo(Math.log2(50_257), 13);
  expect(read(presetAmount("loss"), "perplexity")).toBe(Math.exp(3));
});

describe("links", () => {
  test("restore the state to the last digit", () => {
    fc.assert(
      fc.property(amounts, (now) => {
        for (const link of [encodeAmount(now), encodeURIComponent(encodeAmount(now)).replaceAll("~", "%7E")])
          expect(decodeAmount(link).state).toEqual(now);
      }),
    );
    expect(encodeAmount(text)).toBe("1~3~nats~token~1000~4200~4300");
    for (const name of presetNames)
      expect(decodeAmount(encodeAmount(presetAmount(name))).state).toEqual(presetAmount(name));
  });

  test.each([
    "",
    "1",
    "1~3",
    "1~3~bits~draw~1~1",
    "1~NaN~bits~draw~1~1~1",
    "1~-Infinity~bits~draw~1~1~1",
    "1~0~perplexity~draw~1~1~1",
    "1~1e999~bits~draw~1~1~1",
    "1~3~trits~draw~1~1~1",
    "1~3~bits~word~1~1~1",
    "1~3~bits~token~0~1~1",
    "1~3~bits~token~1.5~1~1",
    "1~3~bits~token~1~1~1~1",
    "1~3~bits~token~9999999999999999~1~1",
    "<b>~1",
  ])("%s is refused", (link) => expect(decodeAmount(link)).toEqual({ problem: "damaged" }));

  test("another version is told apart, and nothing throws", () => {
    expect(decodeAmount("2~later")).toEqual({ problem: "version" });
    fc.assert(fc.property(fc.string({ unit: "binary" }), (link) => void decodeAmount(`1~${link}`)));
  });
});

test("what is done can be undone, to the last digit", () => {
  fc.assert(
    fc.property(amounts, fc.double({ noNaN: true }), (now, value) => {
      const changed = commit(historyOf(now), write(now, value, "nats", "byte"));
      if (changed.present !== now) expect(undo(changed).present).toBe(now);
    }),
  );
  expect(inText(inText(draw, true), false)).toEqual(draw);
});

test("the rulers are equally long, and every mark stands where its label says", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 2000, noNaN: true }),
      fc.integer({ min: 3, max: 8 }),
      (end, room) => {
        for (const field of fields) {
          const ticks = ticksOf(field, end, room);
          expect(ticks.length).toBeGreaterThan(0);
          for (const { bits, label } of ticks) {
            expect(bits).toBeLessThanOrEqual(end * (1 + 1e-9));
            if (typeof label !== "number") expect(bits).toBeCloseTo(label.power * Math.log2(10), 6);
            else if (field === "perplexity") expect(bits).toBeCloseTo(Math.log2(label), 6);
            else expect(bits).toBeCloseTo(inUnit(fromUnit(label, field), "bits"), 6);
          }
        }
      },
    ),
  );
});

test("the rulers hold what they have to show, and stay as they are while it fits", () => {
  const bits = (value: number) => ({ ...draw, value });
  expect([endOf(bits(0), shortest), endOf(bits(5), shortest)]).toEqual([shortest, shortest]);
  expect([endOf(bits(16), shortest), endOf(bits(7), 20), endOf(bits(0), 20)]).toEqual([20, 20, shortest]);
  expect(endOf(bits(1e6), shortest)).toBeGreaterThan(1e6);
  expect([endOf(bits(Infinity), 20), endOf(bits(-12), shortest)]).toEqual([20, 15]);
});

test("the command carries the amount, from the unit it was written in", () => {
  expect(commandOf(draw)).toBe("surprisal units 3");
  expect(commandOf(text)).toBe("surprisal units 3 --from nats");
  expect(commandOf({ ...draw, value: 8, field: "perplexity" })).toBe(
    `surprisal units ${Math.log(8)} --from nats`,
  );
  expect(commandOf({ ...draw, value: Infinity })).toBe("surprisal units inf");
});

test("what is saved has the numbers in full, and stands on its own", () => {
  expect(csvOf(draw)).toBe(
    `per,bits,nats,bans,perplexity,count\r\ndraw,3,${Math.log(8)},${inUnit(Math.log(8), "bans")},8,\r\n`,
  );
  expect(csvOf(text).split("\r\n")).toHaveLength(5);
  expect(JSON.parse(jsonOf({ ...draw, value: Infinity }, "x")).draw.bits).toBe("Infinity");
  expect(JSON.parse(jsonOf(text, "x")).counts).toEqual(counts);
  const palette = new Proxy({}, { get: () => "#000" }) as Parameters<typeof pictureOf>[1]["palette"];
  for (const now of [draw, text, { ...draw, value: Infinity }, { ...draw, value: -2000 }]) {
    const svg = pictureOf(now, { title: "<b>", words, language: "en", palette });
    expect(svg).toContain("&lt;b&gt;");
    expect(svg).not.toMatch(/="-?(NaN|Infinity)"/);
  }
});

test("an amount is said whole, in the language's own numerals", () => {
  expect(sentenceOf({ ...draw, value: 1.5 }, words, "en")).toBe(
    "1.5 bits, 1.03972 nats or 0.451545 bans are one amount: perplexity 2.82843, whichever the base.",
  );
  expect(sentenceOf(text, unitsWords("es"), "es")).toContain("Por token: 4,3281 bits, 3 nats o 1,3029 bans");
  expect(remarkOf(text, words, "en")).toBe("The whole text costs 4328.1 bits, 541 bytes, however it is cut.");
});
