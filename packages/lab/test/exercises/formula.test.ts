import { expect, test } from "vitest";
import { type Formula, surpriseOf, toMathML, toText } from "../../src/exercises/formula.ts";

const term: Formula = [0.5, "·", { log: "bits", of: { over: 0.5, under: 0.9 } }];

test("a formula is written as a calculator reads it", () => {
  expect(toText(term)).toBe("0.5·log2((0.5)/(0.9))");
  expect(toText(surpriseOf(0.25, "nats"))).toBe("ln((1)/(0.25))");
});

test("a formula is set with the decimal mark of the language, and its letters in the colours they have", () => {
  expect(toMathML(term, "es")).toBe(
    '<mn>0,5</mn><mo>·</mo><msub><mi class="name">log</mi><mn>2</mn></msub><mo>&#x2061;</mo><mspace width="0.17em"/>' +
      "<mfrac><mrow><mn>0,5</mn></mrow><mrow><mn>0,9</mn></mrow></mfrac>",
  );
  expect(toMathML("D(P‖Q)", "en")).toBe(
    '<mi>D</mi><mo>(</mo><mi class="p">P</mi><mo lspace="0.18em" rspace="0.18em">‖</mo><mi class="q">Q</mi><mo>)</mo>',
  );
  expect(toMathML({ log: "bans", of: [4, "·", 0.5] }, "en")).toContain(
    "<mo>(</mo><mn>4</mn><mo>·</mo><mn>0.5</mn><mo>)</mo>",
  );
});
