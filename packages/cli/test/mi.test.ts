import {
  counts,
  createRng,
  estimateMutualInformation,
  informationFromCounts,
  inUnit,
  labelledInformation,
  mixedInformation,
  standardNormal,
} from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const rng = createRng(1);
const height = Array.from({ length: 120 }, () => 170 + 8 * standardNormal(rng));
const weight = height.map((cm) => cm - 100 + 9 * standardNormal(rng));
const tall = height.map((cm) => (cm > 172 ? "tall" : "small"));
const rain = height.map((_, i) => (i % 3 === 0 ? 0 : Math.exp(standardNormal(rng))));
const wind = tall.map((kind) => (rng.next() < 0.8 ? kind : "calm"));
const vast = height.map(() => "1e300");
const columns = { height, weight, tall, rain, wind, vast };
const titles = Object.keys(columns);
const rows = height.map((_, i) =>
  Object.values(columns)
    .map((column) => column[i])
    .join(","),
);
const files = { "t.csv": `${titles.join(",")}\n${rows.join("\n")}\n` };
const few = ["--permutations", "0"];

async function found(pair: string, ...options: string[]) {
  const words = ["mi", `t.csv:${pair}`, "--unit", "nats", "--json", ...options];
  const { stdout, stderr } = await inFolder(files, (cwd) => surprisal(words, { cwd }));
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe("mi --estimator takes the columns for what they are", () => {
  test("numbers: the library's KSG estimate, interval and p-value", async () => {
    const expected = estimateMutualInformation(height, weight, {
      rng: createRng(7),
      k: 4,
      permutations: 19,
      level: 0.8,
    });
    const options = ["--k", "4", "--seed", "7", "--permutations", "19", "--level", "0.8"];
    expect(await found("height,weight", "--estimator", "auto", ...options)).toMatchObject({
      ...expected,
      estimator: "ksg1",
      kinds: { x: "numbers", y: "numbers" },
      columns: { x: "height", y: "weight" },
      n: 120,
      seed: 7,
    });
  });

  test("numbers and labels, in either order", async () => {
    const value = labelledInformation(
      height,
      tall.map((label) => label.length),
    );
    for (const pair of ["height,tall", "tall,height"]) {
      const estimate = await found(pair, "--estimator", "auto", ...few);
      expect(estimate.estimator).toBe("labelled");
      expect(estimate.value).toBeCloseTo(value, 12);
    }
  });

  test("labels, whose bias is taken off", async () => {
    const cells = ["tall", "small"].flatMap((x) =>
      ["tall", "small", "calm"].map((y) => tall.filter((label, i) => label === x && wind[i] === y).length),
    );
    const { value, estimator } = await found("tall,wind", "--estimator", "auto", ...few);
    expect(estimator).toBe("miller-madow");
    expect(value).toBeCloseTo(informationFromCounts(counts(cells), [2, 3]), 12);
    const plain = await found("tall,wind", "--estimator", "plug-in", ...few);
    expect(plain.value).toBeCloseTo((await found("tall,wind")).value, 12);
    expect("pValue" in plain).toBe(false);
    const unseen = await found("tall,wind", "--estimator", "chao-wang-jost", ...few);
    expect(unseen.value).toBeCloseTo(informationFromCounts(counts(cells), [2, 3], "chaoWangJost"), 12);
    const byPrior = await found("tall,wind", "--estimator", "nsb", ...few);
    expect(byPrior.value).toBeCloseTo(informationFromCounts(counts(cells), [2, 3], "nsb"), 12);
  });

  test("numbers that repeat, and labels beside them", async () => {
    const repeating = await found("height,rain", "--estimator", "auto", ...few);
    expect(repeating).toMatchObject({ estimator: "mixed", kinds: { x: "numbers", y: "repeating" } });
    expect(repeating.value).toBeCloseTo(mixedInformation(height, rain), 12);
    const kinds = wind.map((label) => ["tall", "small", "calm"].indexOf(label));
    const { value } = await found("wind,rain", "--estimator", "auto", ...few);
    expect(value).toBeCloseTo(mixedInformation({ labels: kinds }, rain), 12);
  });

  test("or for what --as says", async () => {
    const { estimator, value } = await found(
      "height,rain",
      "--estimator",
      "auto",
      "--as",
      "labels,labels",
      ...few,
    );
    expect(estimator).toBe("miller-madow");
    expect(value).not.toBeNaN();
  });
});

test("mi --estimator prints the interval, the p-value and what was assumed", async () => {
  const { stdout } = await inFolder(files, (cwd) =>
    surprisal(["mi", "t.csv:height,weight", "--estimator", "ksg2", "--permutations", "19"], { cwd }),
  );
  const { value, low, high } = await found("height,weight", "--estimator", "ksg2", ...few);
  const bits = (nats: number) => String(Number(inUnit(nats, "bits").toPrecision(4)));
  expect(stdout).toContain(`I(X;Y) = ${bits(value)} bits   X = height, Y = weight`);
  expect(stdout).toContain(`${bits(low)} to ${bits(high)} bits  at 95 %`);
  expect(stdout).toMatch(/p-value +0\.05 .* of 19 orders of Y/);
  expect(stdout).toContain("Rows are taken for independent");
});

describe("mi refuses", () => {
  test.each([
    [
      ["height,tall", "--estimator", "ksg1"],
      "--estimator ksg1 takes numbers in both columns, and these are numbers and labels",
    ],
    [["height,weight", "--estimator", "labelled"], "--estimator labelled takes numbers and labels"],
    [["height,tall", "--estimator", "ksg1", "--as", "numbers,numbers"], 't.csv: has "'],
    [["height,weight", "--estimator", "ksg"], "Did you mean ksg1?"],
    [
      ["height,weight", "--estimator", "ksg1", "--k", "120"],
      "t.csv: has 120 rows, expected more than k, 120",
    ],
    [
      ["height,weight", "--estimator", "labelled", "--as", "numbers,labels"],
      't.csv: has another label in each row of column "weight", expected one that occurs twice',
    ],
    [
      ["height,vast", "--estimator", "ksg1", "--as", "numbers,numbers"],
      't.csv: has "1e300" in column "vast", expected numbers within ±1e+150',
    ],
    [["height,weight", "--as", "words,numbers", "--estimator", "auto"], "--as is words,numbers"],
    [["tall,wind", "--k", "5"], "--k is given, expected --estimator beside it"],
    [
      ["tall,wind", "--estimator", "auto", "--smooth", "laplace:1"],
      "--smooth is given, expected no --estimator auto beside it",
    ],
  ])("%s", async ([pair, ...options], message) => {
    const { code, stderr } = await inFolder(files, (cwd) =>
      surprisal(["mi", `t.csv:${pair}`, ...options], { cwd }),
    );
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain(message);
  });
});

describe("mi says what its number cannot", () => {
  const shown = async (table: string, ...options: string[]) =>
    (await inFolder({ "t.csv": table }, (cwd) => surprisal(["mi", "t.csv:x,y", ...options], { cwd }))).stdout;
  const numbered = (y: (x: number, i: number) => unknown) =>
    `x,y\n${height.map((x, i) => `${x},${y(x, i)}`).join("\n")}\n`;

  test.each(["ksg1", "ksg2"])(
    "what determines the other column is the most that %s can give",
    async (estimator) => {
      const same = numbered((x) => x);
      // ψ(120) − ψ(3) nats, less 1/3 by rectangles.
      const most = estimator === "ksg1" ? 4.7833193 - 0.9227843 : 4.7833193 - 0.9227843 - 1 / 3;
      const answer = await shown(same, "--unit", "nats", "--estimator", estimator, ...few);
      expect(answer).toContain(`I(X;Y) = ${most.toPrecision(4)} nats`);
      expect(answer.replace(/\s+/g, " ")).toContain("the most that 120 rows and k = 3 can give");
      const noisy = await shown(
        numbered((x, i) => x + Math.sin(i)),
        "--estimator",
        estimator,
        ...few,
      );
      expect(noisy).not.toContain("can give");
    },
  );

  test("rows whose label no other row has are left out, and counted", async () => {
    const half = numbered((x, i) => (i % 2 ? x : "none"));
    expect(await shown(half, "--estimator", "labelled", ...few)).toMatch(
      /^I\(X;Y\) = 0 bits.*\nLeft out: 60 rows, whose label no other row has\.\n$/s,
    );
    const all = numbered((_, i) => (i % 2 ? "odd" : "even"));
    expect(await shown(all, "--estimator", "labelled", ...few)).not.toContain("Left out");
  });

  test("rows with an empty cell are left out of a sample, numbers or labels, and counted", async () => {
    const third = numbered((x, i) => (i % 3 ? "" : x));
    const kept = `x,y\n${height.flatMap((x, i) => (i % 3 ? [] : [`${x},${x}`])).join("\n")}\n`;
    const answer = await shown(third, "--estimator", "auto", ...few);
    expect(answer).toContain("\nLeft out: 80 rows, in which a cell is empty.\n");
    expect(answer.split("\n")[0]).toBe((await shown(kept, "--estimator", "auto", ...few)).split("\n")[0]);
    const labels = "x,y\na,c\na,c\nb,d\nb,d\na,\n,d\n,\n";
    const of = await shown(labels, "--estimator", "plug-in", ...few);
    expect(of).toMatch(/^I\(X;Y\) = 1 bit /);
    expect(of).toContain("Left out: 3 rows, in which a cell is empty.");
    expect(await shown(labels)).toContain("Note: 3 of 7 rows have an empty cell, counted as a value\n");
    expect(await shown("x,y\na,c\n")).not.toContain("empty");
  });

  test("of fewer rows than pairs of values it names no bias", async () => {
    expect(await shown(numbered((x) => x))).toContain(
      "From 120 rows, 120 × 120 values: biased upward, by more than so few rows can tell\n",
    );
    expect(await shown("x,y\na,c\na,d\nb,c\nb,d\n")).toContain("biased upward by about 0.18 bits\n");
  });
});
