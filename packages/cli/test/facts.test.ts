import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

interface Measure {
  symbol: string;
  value: number | "Infinity";
  unit: string | null;
  culprits?: { outcome: string | number; mass: number }[];
}

type Result = Measure & {
  measures?: (Measure & { error?: number })[];
  from?: Measure;
  perplexity?: number;
  temperatures?: { t: number; probabilities: number[]; measures: Measure[] }[];
  fits?: Record<
    "forward" | "reverse",
    { mean: number; sd: number; measures: Measure[]; gradientNorm?: number }[]
  >;
};

async function json(...words: string[]): Promise<Result> {
  const { code, stdout, stderr } = await surprisal([...words, "--json"]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

function at(result: Result, symbol: string): Measure {
  return [result, ...(result.measures ?? [])].find((measure) => measure.symbol === symbol)!;
}

// Closed forms to 2⁻⁵⁰ relatively: a few roundings in the command line's own unit conversion, the rest is core's.
function expectExactly(actual: number | string | undefined, expected: number): void {
  expect(Math.abs(Number(actual) / expected - 1)).toBeLessThanOrEqual(2 ** -50);
}

const log2 = Math.log2;

describe("entropy", () => {
  test.each([
    ["fair coin", "0.5,0.5", "bits", 1],
    ["biased coin, H = log2 10 − 0.9 log2 9", "0.9,0.1", "bits", log2(10) - 0.9 * log2(9)],
    ["toy boxes, 9 red and 1 blue", "counts:red=9,blue=1", "bits", 0.4689955935892812],
    ["five tenses, H = ln 5", "counts:1,1,1,1,1", "nats", Math.log(5)],
    ["five tenses, H = log2 5", "counts:1,1,1,1,1", "bits", log2(5)],
    ["H = −0.6 ln 0.6 + 0.4 ln 10", "0.6,0.1,0.1,0.1,0.1", "nats", 0.4 * Math.log(10) - 0.6 * Math.log(0.6)],
  ])("%s", async (_, p, unit, expected) => {
    const result = await json("entropy", p, "--unit", unit);
    expect(result).toMatchObject({ measure: "entropy", symbol: "H(P)", unit });
    expectExactly(result.value, expected);
  });

  test("certain: exactly 0", async () => expect((await json("entropy", "1,0,0,0,0,0,0,0")).value).toBe(0));
});

describe("two distributions", () => {
  test("film reviews", async () => {
    const result = await json("compare", "0.5,0.4,0.1", "0.9,0.05,0.05");
    expect(at(result, "H(P)").value).toBeCloseTo(1.3609640474, 10);
    expect(at(result, "H(P,Q)").value).toBeCloseTo(2.2369655942, 10);
    expect(at(result, "D(P‖Q)").value).toBeCloseTo(0.8760015467, 10);
    expect(at(result, "D(Q‖P)").value).toBeCloseTo(0.5631972159, 10);
  });

  test("a coin taken for another: H = −½ log2 0.09, D = H − 1", async () => {
    expectExactly((await json("cross-entropy", "0.5,0.5", "0.9,0.1")).value, -0.5 * log2(0.09));
    expectExactly((await json("kl", "0.5,0.5", "0.9,0.1")).value, 0.7369655941662062);
    expect((await json("kl", "0.9,0.1", "0.5,0.5")).value).toBeCloseTo(0.5310044064, 10);
  });

  test("a point mass against a model: −ln 0.6 nats, and ∞ the other way", async () => {
    expectExactly(
      (await json("kl", "1,0,0,0,0", "0.6,0.1,0.1,0.1,0.1", "--unit", "nats")).value,
      -Math.log(0.6),
    );
    const reverse = await json("kl", "0.6,0.1,0.1,0.1,0.1", "1,0,0,0,0");
    expect(reverse.value).toBe("Infinity");
    expect(reverse.culprits).toEqual([1, 2, 3, 4].map((outcome) => ({ outcome, mass: 0.1 })));
  });

  test("teacher and student: ∞ because of C, finite the other way", async () => {
    const result = await json("compare", "A=0.49,B=0.49,C=0.02", "A=0.98,B=0.02,C=0", "--unit", "nats");
    expect(at(result, "D(P‖Q)")).toMatchObject({
      value: "Infinity",
      culprits: [{ outcome: "C", mass: 0.02 }],
    });
    expect(at(result, "D(Q‖P)").value).toBeCloseTo(0.6153107746, 10);
    expect(at(result, "D(Q‖P)").culprits).toBeUndefined();
  });
});

test.each([
  ["bits", 2, 8],
  ["nats", Math.E, 20.085536923187668],
  ["bans", 10, 1000],
])("perplexity of 1 and of 3 %s", async (unit, one, three) => {
  expect((await json("units", "1", "--from", unit)).perplexity).toBe(one);
  expect((await json("units", "3", "--from", unit)).perplexity).toBe(three);
});

test("perplexity of a coin taken for another: 1/√0.09 = 10/3, with the cross-entropy it comes from", async () => {
  const result = await json("perplexity", "0.5,0.5", "0.9,0.1");
  expectExactly(result.value, 10 / 3);
  expect(result).toMatchObject({
    symbol: "PP(P,Q)",
    unit: "outcomes",
    from: { symbol: "H(P,Q)", unit: "bits" },
  });
  expectExactly(result.from?.value, -0.5 * log2(0.09));
});

test.each([
  ["0.2", [0.9875, 0.0124, 0.0001, 0], 0.6547, 2.2952],
  ["1.5", [0.4874, 0.2719, 0.1476, 0.093], 0.0531, 0.0485],
])("temperature %s", async (t, probabilities, forward, reverse) => {
  const [row] = (await json("temperature", "0.60,0.25,0.10,0.05", "--t", t)).temperatures!;
  expect(row!.probabilities.map((p) => Number(p.toFixed(4)))).toEqual(probabilities);
  expect(row!.measures.map(({ symbol }) => symbol)).toEqual(["H(T)", "D(T‖P)", "D(P‖T)"]);
  expect(row!.measures[1]!.value).toBeCloseTo(forward, 4);
  expect(row!.measures[2]!.value).toBeCloseTo(reverse, 4);
});

describe("two modes, and one Gaussian", () => {
  const truth = "0.5*N(-2.2,0.7)+0.5*N(2.2,0.7)";

  test.each([
    ["N(0,1.5)", 0.7558, 1.2438],
    ["N(2.2,0.7)", 9.1868, 0.6907],
    ["N(0,2.6)", 0.5157, 1.3756],
  ])("against %s", async (model, forward, reverse) => {
    const result = await json("gaussian", truth, model, "--unit", "nats");
    expect(result.value).toBeCloseTo(forward, 4);
    expect(at(result, "D(Q‖P)").value).toBeCloseTo(reverse, 4);
    for (const { error } of result.measures!) expect(error).toBeLessThan(1e-9);
  });

  test("the best of each direction", async () => {
    const { forward, reverse } = (await json("gaussian", truth, "--unit", "nats")).fits!;
    expect(forward).toHaveLength(1);
    expect(forward[0]!.mean).toBeCloseTo(0, 12);
    expectExactly(forward[0]!.sd, Math.sqrt(5.33));
    expect(forward[0]!.measures[0]!.value).toBeCloseTo(0.5026, 4);
    const best = reverse.slice(0, 2).sort((a, b) => a.mean - b.mean);
    expect(best.map(({ mean }) => Number(mean.toFixed(4)))).toEqual([-2.1933, 2.1933]);
    for (const { sd, measures, gradientNorm } of best) {
      expect(sd).toBeCloseTo(0.7104, 4);
      expect(measures[0]!.value).toBeCloseTo(8.8704, 4);
      expect(measures[1]!.value).toBeCloseTo(0.69052, 5);
      expect(gradientNorm).toBeLessThan(1e-6);
    }
  });

  test("between two Gaussians, ln 2 + 1/8·2 − ½ in closed form", async () => {
    // D(N(0,1)‖N(1,2)) = ln 2 + (1 + 1)/8 − ½
    const result = await json("gaussian", "N(0,1)", "N(1,2)", "--unit", "nats");
    expectExactly(result.value, Math.LN2 - 0.25);
    expect(at(result, "D(Q‖P)").value).toBeCloseTo(2 - Math.LN2, 14); // −ln 2 + (4 + 1)/2 − ½
  });
});

test("mutual information of columns that are one another's function, and of independent ones", async () => {
  await inFolder(
    { "same.csv": "x,y\na,1\nb,2\na,1\nb,2\n", "apart.csv": "x,y\na,1\na,2\nb,1\nb,2\n" },
    async (folder) => {
      expect((await json("mi", `${folder}/same.csv:x,y`)).value).toBe(1);
      const apart = await json("mi", `${folder}/apart.csv:x,y`);
      expect(apart).toMatchObject({ symbol: "I(X;Y)", value: 0, n: 4 });
      expectExactly((apart as unknown as { bias: number }).bias, 1 / 8 / Math.LN2); // (2−1)(2−1)/(2·4) nats
    },
  );
});
