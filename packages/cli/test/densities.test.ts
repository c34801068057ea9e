import { describe, expect, test } from "vitest";
import { parseDensity } from "../src/densities.ts";

const parsed = (text: string, normalized = false) => {
  const { family, mean, sd, ...rest } = parseDensity(text, normalized);
  return { family, mean, sd, ...("components" in rest && { components: rest.components }) };
};

describe("parseDensity", () => {
  test.each([
    ["N(0,1.5)", 0, 1.5],
    ["n( -2.5 , 1e-3 )", -2.5, 1e-3],
    ["1*N(+.5,2.)", 0.5, 2],
    [" 1 N(1e+2,3)", 100, 3],
  ])("%j is one Gaussian", (text, mean, sd) => expect(parsed(text)).toEqual({ family: "normal", mean, sd }));

  test("a sum of weighted Gaussians is a mixture: mean Σwμ, variance Σw(σ² + μ²) − mean²", () => {
    const { family, mean, sd, components } = parsed("0.25*N(-2,1) + .75 N(2,1)");
    expect([family, mean]).toEqual(["gaussianMixture", 1]);
    expect(sd).toBeCloseTo(2, 14);
    expect(components).toEqual([
      { weight: 0.25, mean: -2, sd: 1 },
      { weight: 0.75, mean: 2, sd: 1 },
    ]);
  });

  test("weights are divided by their sum when asked, and only then", () => {
    expect(parsed("1*N(0,1)+3*N(1,1)", true).components?.map(({ weight }) => weight)).toEqual([0.25, 0.75]);
    expect(parsed("7*N(3,2)", true)).toEqual({ family: "normal", mean: 3, sd: 2 });
    expect(() => parsed("1*N(0,1)+3*N(1,1)")).toThrow("the weights sum to 4, expected 1");
  });

  test.each([
    ["", "character 1 begins no Gaussian"],
    ["N(0,1)+", "character 7 begins no Gaussian"],
    ["+N(0,1)", "character 1 begins no Gaussian"],
    ["N(0,1)N(1,1)", "character 7 begins no Gaussian"],
    ["N(0;1)", "character 1 begins no Gaussian"],
    ["0.5*N(0,1)+0.5*M(1,1)", "character 11 begins no Gaussian"],
    ["N(0,0)", "Gaussian 1 has standard deviation 0, expected a finite one above 0"],
    ["0.5*N(0,1)+0.5*N(1e999,1)", "Gaussian 2 has mean Infinity, expected a finite one"],
    ["-0.5*N(0,1)+1.5*N(1,1)", "Gaussian 1 has weight -0.5, expected a finite one, at least 0"],
  ])("refuses %j", (text, message) => expect(() => parsed(text)).toThrow(message));
});
