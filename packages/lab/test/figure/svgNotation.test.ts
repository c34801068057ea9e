import { expect, test } from "vitest";
import { svgNotation } from "../../src/figure/svgNotation.ts";

test("powers are raised, indices lowered, and the rest of the line stays on it", () => {
  expect(svgNotation("2^H")).toMatch(/^2<tspan dy="-0\.4em" font-size="0\.75em">H<\/tspan>/);
  expect(svgNotation("H_α(P)")).toMatch(
    /^H<tspan dy="0\.25em"[^>]*>α<\/tspan><tspan dy="-[^>]*>\u200b<\/tspan>\(P\)$/,
  );
  expect(svgNotation("D(P ‖ Q) < 1")).toBe("D(P ‖ Q) &lt; 1");
});
