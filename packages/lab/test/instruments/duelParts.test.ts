import { probabilities } from "@surprisal/core";
import { parseOperand, resolveOperand } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { commandOf } from "../../src/instruments/duel/command.ts";
import {
  type Duel,
  duelOf,
  isRefusal,
  measure,
  move,
  type Refusal,
} from "../../src/instruments/duel/model.ts";
import { pictureOf } from "../../src/instruments/duel/picture.ts";
import { readoutsOf } from "../../src/instruments/duel/readouts.ts";
import { rescale } from "../../src/instruments/duel/scales.ts";
import { csvOf, jsonOf } from "../../src/instruments/duel/table.ts";
import { verdictOf } from "../../src/instruments/duel/verdict.ts";
import { duelWords } from "../../src/instruments/duel/words/duelWords.ts";

const films = duelOf(
  ["amazing", "terrible", "okay"],
  probabilities([0.5, 0.4, 0.1]),
  probabilities([0.9, 0.05, 0.05]),
);
const words = duelWords("en");
const palette = {
  paper: "#fff",
  ink: "#000",
  "ink-2": "#555",
  rule: "#ddd",
  p: "#c00",
  "p-tint": "#fcc",
  q: "#00c",
  "q-tint": "#ccf",
  gap: "#b70",
  "gap-ink": "#850",
  "gap-tint": "#fec",
};

function done(result: Duel | Refusal): Duel {
  if (isRefusal(result)) throw new Error(result.refused);
  return result;
}

const infinite = done(move(films, "q", 1, 0));

describe("the command of a duel", () => {
  test("is short, and says the unit when it is not bits", () => {
    expect(commandOf(films, "bits")).toBe(
      "surprisal compare amazing=0.5,terrible=0.4,okay=0.1 0.9,0.05,0.05",
    );
    expect(commandOf(films, "nats")).toContain("--unit nats");
  });

  test("quotes what the shell would take apart", () => {
    const spaced = { ...films, names: ["so so", "ñu", "#1"] };
    expect(commandOf(spaced, "bits")).toBe("surprisal compare 'so so=0.5,ñu=0.4,#1=0.1' 0.9,0.05,0.05");
  });

  test("carries every probability to its last digit", async () => {
    const moved = done(move(done(move(films, "p", 0, 0.123)), "q", 2, 1e-9));
    const operands = commandOf(moved, "bits").split(" ").slice(2);
    const read = await Promise.all(operands.map((text) => resolveOperand(parseOperand(text), never)));
    expect(read.map(({ probabilities }) => [...probabilities])).toEqual([[...moved.p], [...moved.q]]);
    expect(read[0]?.names).toEqual(films.names);
  });
});

function never(): never {
  throw new Error("no file is opened");
}

describe("what the figure says", () => {
  const say = (duel: Duel) => verdictOf(duel, measure(duel), words, "en");

  test("nothing while nothing is remarkable", () => expect(say(films)).toBe(""));

  test("the culprit of ∞ with its mass, or all of them together", () => {
    expect(say(infinite)).toBe(
      "Infinite: Q calls “terrible” impossible, and it happens with probability 0.40.",
    );
    expect(say(done(move(films, "q", 0, 1)))).toContain("“terrible” and “okay”");
    expect(say(done(move(films, "q", 0, 1)))).toContain("0.50");
  });

  test("which direction is infinite", () => {
    expect(say(done(move(films, "p", 1, 0)))).toContain("D(Q‖P) is infinite");
    expect(say(done(move(done(move(films, "p", 0, 0)), "q", 1, 0)))).toContain("infinite too");
  });

  test("that the gap is closed", () => expect(say({ ...films, q: films.p })).toContain("Q equals P"));
});

test("readouts say the change since before, where both are finite", () => {
  const row = readoutsOf(measure(films), measure({ ...films, q: films.p }), "bits", words, "en");
  expect(row.map(({ value }) => value)).toEqual(["1.361", "2.237", "0.876", "0.563"]);
  expect(row.map(({ delta }) => delta)).toEqual([undefined, "+0.876", "+0.876", "+0.563"]);
  expect(readoutsOf(measure(infinite), measure(films), "bits", words, "es")[2]).toMatchObject({
    value: "∞",
    delta: undefined,
  });
});

test("an infinite bill leaves the scales as they are", () => {
  const scales = rescale({ cost: 1, up: 1, down: 1 }, measure(films));
  expect(scales.cost).toBeGreaterThanOrEqual(2.237);
  expect(rescale(scales, measure(infinite)).cost).toBe(scales.cost);
});

test("the table has a row for each outcome, at full precision", () => {
  const [head, first, , , end] = csvOf(films, "bits").split("\r\n");
  expect(head).toBe("outcome,P,Q,P log P/Q (bits),Q log Q/P (bits)");
  expect(first).toMatch(/^amazing,0\.5,0\.9,-0\.42399\d+,0\.7631\d+$/);
  expect(end).toBe("");
});

test("the data says ∞ as JSON can, with its culprit", () => {
  const data = JSON.parse(jsonOf(infinite, "bits", "https://example.org/#films=1"));
  expect(data["D(P‖Q)"]).toBe("Infinity");
  expect(data.culprits).toEqual([{ outcome: "terrible", mass: 0.4 }]);
  expect(data["H(P)"]).toBeCloseTo(1.3609640474, 10);
});

test("the drawing stands on its own, says its numbers, and cannot be broken by a name", () => {
  const setting = { title: "Figure", words, language: "en", unit: "bits", palette } as const;
  const svg = pictureOf({ ...films, names: ["<b>", "x", "y"] }, setting);
  expect(svg).toContain("&lt;b&gt;");
  expect(svg).not.toContain("<b>");
  expect(svg).toContain("0.876 wasted");
  expect(svg).not.toContain("NaN");
  const wild = pictureOf(infinite, setting);
  expect(wild).toContain("∞");
  expect(wild).not.toMatch(/="-?(NaN|Infinity)"/);
});
