import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { finding } from "../src/experiments/experiment.ts";
import { experiments } from "../src/experiments/experiments.ts";
import { inFolder, surprisal } from "./surprisal.ts";

interface Answer {
  findings: { claim: string; verdict: string; held: number; cases: number; because: string }[];
  tables: { title: string; columns: string[]; rows: (string | number)[][] }[];
}

const names = experiments.map(({ name }) => name);
const answers: Record<string, Answer> = {};

beforeAll(async () => {
  for (const name of names) {
    const words = ["experiment", name, "--unit", "nats", "--repeats", "40", "--json"];
    const { code, stdout, stderr } = await surprisal(words);
    expect([code, stderr]).toEqual([0, ""]);
    answers[name] = JSON.parse(stdout);
  }
}, 120_000);

function column(name: string, grid: number, title: string): (string | number)[] {
  const { columns, rows } = answers[name]!.tables[grid]!;
  return rows.map((row) => row[columns.findIndex((one) => one.startsWith(title))]!);
}

function verdicts(name: string): string[] {
  return answers[name]!.findings.map(({ verdict }) => verdict);
}

test("a verdict is counted: true in all cases, false in none, with conditions in some", () => {
  const verdict = (cases: boolean[]) => finding("it rains", cases, "it does").verdict;
  expect(verdict([true, true])).toBe("true");
  expect(verdict([true, false])).toBe("true with conditions");
  expect(verdict([false, false])).toBe("false as stated");
});

describe.each(names)("%s", (name) => {
  test("gives verdicts that follow from its cases, and rows of numbers that are numbers", () => {
    const { findings, tables } = answers[name]!;
    expect(findings.length).toBeGreaterThan(2);
    for (const { claim, verdict, held, cases, because } of findings) {
      expect(held).toBeLessThanOrEqual(cases);
      expect(verdict).toBe(held === cases ? "true" : held === 0 ? "false as stated" : "true with conditions");
      for (const words of [claim, because]) expect(words).toMatch(/^[A-Zk\d].*\.$/);
      expect(because).not.toMatch(/NaN|undefined|e-1[3-9]/);
    }
    for (const { columns, rows } of tables)
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        for (const cell of row) expect(cell).not.toBeNull();
      }
  });

  test("draws a picture without holes that names its lines", () =>
    inFolder({}, async (cwd) => {
      const words = ["experiment", name, "--repeats", "2", "--svg", "it.svg"];
      const { code, stderr } = await surprisal(words, { cwd });
      expect([code, stderr]).toEqual([0, ""]);
      const svg = readFileSync(join(cwd, "it.svg"), "utf8");
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg).toMatch(/^<svg xmlns[^>]+viewBox[^>]+>\n<title[^>]*>[^<]+<\/title>[\s\S]+<\/svg>\n$/);
      const drawn = svg.match(/<path class="line \w+( dashed)?" d="M[\d. L]+"\/>/g)!;
      const named = svg.match(/<text class="(p|q|gap|ink)"[^>]*>[^<]+</g)!;
      expect(drawn.length).toBe(named.length);
      for (const [, x] of svg.matchAll(/<text[^>]* x="([\d.]+)"/g)) expect(Number(x)).toBeLessThan(760);
    }));
});

test("gradient-variance: of draws of P, (1 − Σp²)/8 wherever Q is; the score function's falls to 0", () => {
  const weights = Array.from({ length: 12 }, (_, i) => 1 / (i + 1));
  const total = weights.reduce((sum, x) => sum + x, 0);
  const expected = (1 - weights.reduce((sum, x) => sum + (x / total) ** 2, 0)) / 8;
  for (const variance of column("gradient-variance", 1, "D(P‖Q)")) expect(variance).toBeCloseTo(expected, 14);
  expect(column("gradient-variance", 1, "D(Q‖P), none").at(-1)).toBe(0);
});

test("gradient-variance: batches stray as far as enumeration says, within 5 standard errors", () => {
  const [exact, measured, low, high] = ["variance", "measured", "95 %", "to"].map((title) =>
    column("gradient-variance", 0, title).map(Number),
  );
  exact!.forEach((variance, i) => {
    // A half width of 95 % is 1.96 standard errors.
    const error = (high![i]! - low![i]!) / 2 / 1.96;
    expect(Math.abs(measured![i]! - variance)).toBeLessThan(5 * error);
  });
});

test("gradient-variance: only the batch's own mean, clipping and weights over their sum are biased", () => {
  const biased = column("gradient-variance", 0, "gradient").filter(
    (_, i) => column("gradient-variance", 0, "bias")[i] !== 0,
  );
  expect(biased).toEqual(["… the batch's mean", "… clipped at 2", "… self-normalised"]);
  expect(verdicts("gradient-variance").slice(-2)).toEqual(["false as stated", "false as stated"]);
});

test("kl-estimators: k1 and k3 have the value and not the derivative, k2 the other way round", () => {
  const isZero = (title: string) => column("kl-estimators", 0, title).map((x) => x === 0);
  expect(isZero("bias, nats")).toEqual([true, false, true]);
  expect(isZero("bias of the derivative")).toEqual([false, true, false]);
  expect(isZero("bias, weight")).toEqual([true, false, true]);
});

test("blind-spot: what depends on the parameters is true with conditions", () => {
  expect(verdicts("blind-spot").slice(0, 4)).toEqual(Array(4).fill("true with conditions"));
  const last = (title: string) => column("blind-spot", 0, title).at(-1);
  expect(last("D(P‖Q) by logit")).toBeCloseTo(-0.02, 15);
  expect(last("D(Q‖P) by logit")).toBe(0);
  expect(last("D(P‖Q) by prob")).toBe("-Infinity");
  expect(last("D(Q‖P) by prob")).toBe("-Infinity");
});

test("mode-covering: the optima of the facts", () => {
  const at = column("mode-covering", 0, "d").indexOf(2.2);
  const value = (title: string) => column("mode-covering", 0, title)[at];
  expect(value("sd by D(P‖Q)")).toBeCloseTo(Math.sqrt(2.2 ** 2 + 0.49), 9);
  expect(value("least D(P‖Q)")).toBeCloseTo(0.5026, 4);
  expect(value("|mean|")).toBeCloseTo(2.1933, 4);
  expect(value("least D(Q‖P)")).toBeCloseTo(0.69052, 5);
  expect(verdicts("mode-covering").at(-1)).toBe("false as stated");
  // Of equal bumps the symmetric optimum and the two at the sides change places: the best one cannot come over by and by.
  expect(verdicts("mode-covering")[3]).toBe("false as stated");
});

test("distillation: D(P‖Q) misses nothing and wastes more, T² keeps the gradient's size, and a task has to be said", () => {
  expect(verdicts("distillation")).toEqual([
    "true",
    "true with conditions",
    "true",
    "true with conditions",
    "true with conditions",
    "true with conditions",
    "true with conditions",
    "true",
    "false as stated",
    "false as stated",
  ]);
  expect(column("distillation", 0, "modes missed")).toEqual([0, expect.any(Number), 0]);
  const [forward, reverse, given] = column("distillation", 0, "serves").map(Number);
  expect(given! - Math.max(forward!, reverse!)).toBeGreaterThan(0.2);
  // For large T, T²·∇ goes to the difference of the centred logits over their number; what is left of T falls like 1/T.
  const [warm, hot] = column("distillation", 1, "times T²").map(Number).slice(-2);
  expect(Math.abs(warm! / hot! - 1)).toBeLessThan(0.02);
});

test("ppo: the gradient of reverse KL at the first step on a batch, and at no other", () => {
  const [first, ...later] = column("ppo", 0, "difference");
  expect(first).toBe(0);
  for (const off of later) expect(off).toBeGreaterThan(0.01);
  expect(column("ppo", 0, "beyond").every((off) => off === 0)).toBe(true);
  expect(answers.ppo!.findings[0]).toMatchObject({ verdict: "true with conditions", held: 1 });
});

test("temperature: low and high are the other way round", () => {
  expect(verdicts("temperature")).toEqual(["false as stated", "true with conditions", "true"]);
  const [toIt, fromIt] = ["D(T‖P)", "D(P‖T)"].map((title) => column("temperature", 0, title).map(Number));
  // 0.6547 and 0.0531, 2.2952 and 0.0485 bits.
  expect(toIt![0]! / Math.LN2).toBeCloseTo(0.6547, 4);
  expect(toIt![3]! / Math.LN2).toBeCloseTo(0.0531, 4);
  expect(fromIt![0]! / Math.LN2).toBeCloseTo(2.2952, 4);
  expect(fromIt![3]! / Math.LN2).toBeCloseTo(0.0485, 4);
});

test("estimators: of many even draws the frequencies fall short by (outcomes − 1)/2n, and no sample is above ln 100", () => {
  const at = ["estimator", "draws", "bias"].map((title) => column("estimators", 0, title));
  const bias = (estimator: string, draws: number) =>
    Number(at[2]!.find((_, i) => at[0]![i] === estimator && at[1]![i] === draws));
  // The entropy of 1000 draws strays by some 0.006 nats, its mean over 40 samples by 0.001.
  expect(Math.abs(bias("frequencies", 1000) + 99 / 2000)).toBeLessThan(0.005);
  for (const draws of [30, 100, 300]) expect(bias("frequencies", draws)).toBeLessThan(0);
  expect(verdicts("estimators")[0]).toBe("true");
});

test("equal seeds give equal output, other seeds other draws", async () => {
  const run = async (seed: string) =>
    (await surprisal(["experiment", "gradient-variance", "--repeats", "20", "--json", "--seed", seed]))
      .stdout;
  const [one, again, other] = await Promise.all(["3", "3", "4"].map(run));
  expect(again).toBe(one);
  expect(other).not.toBe(one);
});

test("inference: mean field costs −½ ln(1 − ρ²), and a code ½ ln(λ/β), as long as there is any", () => {
  expect(verdicts("inference")).toEqual([
    "true",
    "true",
    "true with conditions",
    "true with conditions",
    "true with conditions",
  ]);
  const least = column("inference", 0, "least D(Q‖P)");
  for (const [i, rho] of column("inference", 0, "ρ").entries())
    expect(least[i]).toBeCloseTo(-Math.log1p(-(Number(rho) ** 2)) / 2, 12);
  const rates = column("inference", 1, "D(Q‖prior)").map(Number);
  const bounds = column("inference", 1, "−ELBO").map(Number);
  for (const [i, beta] of column("inference", 1, "β").map(Number).entries()) {
    expect(rates[i]).toBeCloseTo(Math.max(0, Math.log(4 / beta) / 2), 6);
    // At β = 1 it is the surprise of the data under N(0, 4), which no bound beats.
    expect(bounds[i]).toBeGreaterThanOrEqual(Math.log(2 * Math.PI * Math.E * 4) / 2 - 1e-9);
    if (beta === 1) expect(bounds[i]).toBeCloseTo(Math.log(2 * Math.PI * Math.E * 4) / 2, 9);
  }
});

test("without a name it lists them; a wrong one is told the nearest", async () => {
  const { stdout } = await surprisal(["experiment"]);
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0]),
  ).toEqual(names);
  const { code, stderr } = await surprisal(["experiment", "pppo"]);
  expect([code, stderr.includes("Did you mean ppo?")]).toEqual([2, true]);
});

test("where no picture can be written, nothing is, and it is said", () =>
  inFolder({}, async (cwd) => {
    const { code, stdout, stderr } = await surprisal(
      ["experiment", "temperature", "--svg", "nowhere/it.svg"],
      { cwd },
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("nowhere/it.svg: lies in a folder that does not exist");
    expect(existsSync(join(cwd, "nowhere"))).toBe(false);
    expect(readdirSync(cwd)).toEqual([]);
  }));
