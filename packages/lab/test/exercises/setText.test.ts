import { expect, test } from "vitest";
import { setText } from "../../src/exercises/setText.ts";

test("numbers stand in the letters of the sentence, measures and distributions are set as formulas", () => {
  expect(setText("Heads: {p}. Give D(P‖Q) & T.", { p: 0.25 }, "es")).toBe(
    'Heads: 0,25. Give <math class="set"><mi>D</mi><mo>(</mo><mi class="p">P</mi><mo lspace="0.18em" rspace="0.18em">‖</mo>' +
      '<mi class="q">Q</mi><mo>)</mo></math> &amp; <math class="set"><mi class="q">T</mi></math>.',
  );
  expect(setText("{p} {unit}", { p: ["(", 0.5, ")"], unit: "bits" }, "en")).toBe(
    '<math class="set"><mo>(</mo><mn>0.5</mn><mo>)</mo></math> bits',
  );
  expect(setText("The Parrot, TQ and <b>", {}, "en")).toBe("The Parrot, TQ and &lt;b&gt;");
});
