import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const reference = join(import.meta.dirname, "../../../reference");
const cwd = join(reference, "twoModels");
/** By NumPy and SciPy, from the same files: reference/twoModels.py. */
const expected = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));
const base = readFileSync(join(reference, "modelOutputs/base.kld"));

const diff = (...words: string[]) => surprisal(["diff", ...words], { cwd });
const compared = async (...words: string[]) =>
  JSON.parse((await diff(...words, "--unit", "nats", "--json")).stdout);

test("of each candidate, as NumPy and SciPy have it; the nearer one told by pairs", async () => {
  const found = await compared(
    "base.npy",
    "near.npy",
    "far.npy",
    "--targets",
    "targets.npy",
    "--ignore",
    "0",
  );
  expect(found.candidates.map(({ file }: { file: string }) => file)).toEqual(["near.npy", "far.npy"]);
  for (const [i, name] of ["near", "far"].entries()) {
    const { comparison } = found.candidates[i];
    const { scoredTokens: scored } = comparison;
    const truth = expected.withoutPadding[name];
    expect([comparison.compared, comparison.scored]).toEqual([128, 128]);
    expect(found.candidates[i].padding).toBe(16);
    // A row's divergence is within 3e-7 of float64, its likelihood and its entropy within 1e-6.
    expect(comparison.forwardKl.mean.value).toBeCloseTo(truth.forwardKl, 6);
    expect(comparison.forwardKl.maximum).toBeCloseTo(truth.forwardKlMaximum, 6);
    const median = comparison.forwardKl.quantiles.find(({ share }: { share: number }) => share === 0.5);
    expect(median.estimate.value).toBeCloseTo(truth.forwardKlMedian, 6);
    expect(comparison.reverseKl.mean.value).toBeCloseTo(truth.reverseKl, 6);
    expect(comparison.jensenShannon.mean.value).toBeCloseTo(truth.jensenShannon, 6);
    expect(comparison.totalVariation.mean.value).toBeCloseTo(truth.totalVariation, 6);
    expect(comparison.entropyChange.mean.value).toBeCloseTo(truth.entropyChange, 5);
    expect(comparison.top1Agreement.value).toBeCloseTo(truth.top1Agreement, 12);
    expect(scored.basePerplexity.value / truth.basePerplexity).toBeCloseTo(1, 5);
    expect(scored.candidatePerplexity.value / truth.candidatePerplexity).toBeCloseTo(1, 5);
    expect(scored.logPerplexityRatio.value).toBeCloseTo(truth.logPerplexityRatio, 5);
    expect(scored.rmsProbabilityChange.value).toBeCloseTo(truth.rmsProbabilityChange, 5);
    expect(scored.correlation.value).toBeCloseTo(truth.correlation, 5);
    for (const { outcome, forwardKl } of found.candidates[i].carriers)
      expect(forwardKl, `D of ${outcome}`).toBeCloseTo(truth.byOutcome.forwardKl[outcome], 6);
    const { low, high, dependence, method } = comparison.forwardKl.mean;
    expect([low < truth.forwardKl, truth.forwardKl < high, dependence, method]).toEqual([
      true,
      true,
      "clusters",
      "studentised",
    ]);
  }
  expect(found.nearer.pairs).toMatchObject([{ one: "near.npy", other: "far.npy", verdict: "better" }]);
});

test("bits are nats over ln 2, and only what is information has them", async () => {
  const inBits = JSON.parse((await diff("base.npy", "far.npy", "--json")).stdout).candidates[0].comparison;
  expect(inBits.forwardKl.mean.value * Math.LN2).toBeCloseTo(expected.far.forwardKl, 6);
  expect(inBits.totalVariation.mean.value).toBeCloseTo(expected.far.totalVariation, 6);
});

test("a model and itself: no divergence, and two copies of a candidate are not told apart", async () => {
  const found = await compared("base.npy", "base.npy");
  expect(found.candidates[0].comparison.forwardKl.mean).toMatchObject({ value: 0, low: 0, high: 0 });
  await inFolder({ "copy.npy": readFileSync(join(cwd, "near.npy")) }, async (folder) => {
    const { stdout } = await diff("base.npy", "near.npy", join(folder, "copy.npy"));
    expect(stdout).toMatch(/near.npy is not distinguishable from \S+copy.npy/);
  });
});

test("a second run of the base is the floor", async () => {
  const { candidates } = await compared("base.npy", "far.npy", "--again", "near.npy");
  const { noiseFloor } = candidates[0].comparison;
  expect(noiseFloor.mean.value).toBeCloseTo(expected.near.forwardKl, 6);
  expect(noiseFloor.excess.value).toBeCloseTo(expected.far.forwardKl - expected.near.forwardKl, 6);
  expect(noiseFloor.verdict).toBe("higher");
});

describe("the outcomes that carry a divergence", () => {
  test("each with its part, as SciPy's kl_div and rel_entr have it; --top of them", async () => {
    const found = await compared("base.npy", "far.npy");
    const { byOutcome } = expected.far;
    const { carriers } = found.candidates[0];
    expect(carriers).toHaveLength(9);
    for (const { outcome, ...carrier } of carriers) {
      // Means of terms in singles: a few 2⁻²⁴ of logits up to 16.
      expect(carrier.baseProbability).toBeCloseTo(byOutcome.p[outcome], 6);
      expect(carrier.candidateProbability).toBeCloseTo(byOutcome.q[outcome], 6);
      for (const name of ["forwardKl", "reverseKl", "forwardTerm", "reverseTerm"])
        expect(carrier[name], `${name} of ${outcome}`).toBeCloseTo(byOutcome[name][outcome], 6);
      expect(carrier.shareOfKl).toBeCloseTo(byOutcome.forwardKl[outcome] / expected.far.forwardKl, 5);
    }
    const parts = carriers.map(({ forwardKl }: { forwardKl: number }) => forwardKl);
    expect(parts).toEqual(parts.toSorted((a: number, b: number) => b - a));
    expect((await compared("base.npy", "far.npy", "--top", "2")).candidates[0].carriers).toEqual(
      carriers.slice(0, 2),
    );
  });

  test("by name, given a vocabulary; not at all with --top 0", async () => {
    const pieces = JSON.stringify(Array.from({ length: 9 }, (_, i) => ` word${i}`));
    await inFolder({ "pieces.json": pieces }, async (folder) => {
      const named = await diff("base.npy", "far.npy", "--vocabulary", join(folder, "pieces.json"));
      expect(named.stdout).toMatch(
        / {2}outcomes that carry D\(P‖Q\) .*\n {2}5 {2}" word5" +0\.07\d+ +0\.06\d+ +0\.0\d+ +0\.135\n/,
      );
    });
    expect((await diff("base.npy", "far.npy", "--top", "0")).stdout).not.toContain("carry");
  });

  test("are those that make it infinite, if it is", async () => {
    const holed = Buffer.from(readFileSync(join(cwd, "far.npy")));
    holed.writeUInt16LE(0xfc00, 128 + 2 * (2 * 9 + 3));
    await inFolder({ "holed.npy": holed }, async (folder) => {
      const { candidates } = await compared("base.npy", join(folder, "holed.npy"));
      const [first, second] = candidates[0].carriers;
      expect([first.outcome, first.forwardKl, first.shareOfKl]).toEqual([3, "Infinity", undefined]);
      expect(second.forwardKl).toBeLessThan(1);
    });
  });
});

describe("--llama", () => {
  const scored = ["--targets", "targets.npy", "--ignore", "0"];
  const numberPattern = /-?\d+\.\d+/g;
  const layout = (text: string) => text.replace(numberPattern, (number) => "#".repeat(number.length));

  function expectLines(stdout: string, lines: readonly string[]): void {
    const text = `${lines.join("\n")}\n`;
    expect(layout(stdout)).toBe(layout(text));
    const [found, wanted] = [stdout, text].map((all) => all.match(numberPattern)!.map(Number));
    found!.forEach((number, i) => {
      // Surprises are within 1e-6 of the reference's doubles, in an exponent and in differences of two; or it is the last digit.
      const tolerance = Math.max(4e-6 * Math.abs(wanted![i]!), 1.1e-6);
      expect(Math.abs(number - wanted![i]!), `number ${i}`).toBeLessThanOrEqual(tolerance);
    });
  }

  test("prints the three blocks of llama-perplexity, by the same names and to its digits", async () => {
    const { stdout } = await diff("base.npy", "far.npy", ...scored, "--llama");
    expectLines(stdout, expected.llama);
  });

  test("of a base file as llama-perplexity reads it: as stored, without what is cut", async () => {
    const { stdout } = await diff("../modelOutputs/base.kld", "besideCodes.npy", "--llama");
    expectLines(stdout, expected.llamaOfCodes);
  });

  test("names the candidates, if there are several; as JSON beside the rest, as Markdown as it is", async () => {
    const text = (await diff("base.npy", "far.npy", ...scored, "--llama")).stdout;
    const several = (await diff("base.npy", "near.npy", "far.npy", ...scored, "--llama")).stdout;
    expect(several).toMatch(/^Q is near.npy\n\n====== Perplexity/);
    expect(several.endsWith(`\n\nQ is far.npy\n\n${text}`)).toBe(true);
    const { llama, comparison } = (await compared("base.npy", "far.npy", ...scored, "--llama")).candidates[0];
    // llama-perplexity keeps surprises in singles: 2⁻²⁴ of up to 16, in the exponent.
    expect(llama.perplexity[0].value / comparison.scoredTokens.candidatePerplexity.value).toBeCloseTo(1, 6);
    const { stdout } = await diff("base.npy", "far.npy", ...scored, "--llama", "--markdown");
    expect(stdout).toBe(`\`\`\`text\n${text}\`\`\`\n`);
  });

  test("needs to know what came, and finite numbers", async () => {
    expect(await diff("base.npy", "far.npy", "--llama")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^surprisal diff: --llama is given, expected beside --targets: it scores what came\n/,
      ),
    });
    const holed = Buffer.from(readFileSync(join(cwd, "far.npy")));
    holed.writeUInt16LE(0xfc00, 128 + 2 * 2 * 9);
    await inFolder({ "holed.npy": holed }, async (folder) => {
      const { code, stderr } = await diff("base.npy", join(folder, "holed.npy"), ...scored, "--llama");
      expect(code).toBe(1);
      expect(stderr).toContain("holed.npy: rules out at row 2 what is possible");
    });
  });
});

test("text names the direction, the method, and what is taken for granted", async () => {
  const { stdout } = await diff("base.npy", "near.npy");
  expect(stdout).toMatch(
    /^P is base.npy, the base: 144 rows over 9 outcomes, in 24 sequences\.\n\nQ is near.npy\n/,
  );
  expect(stdout).toMatch(/ {2}D\(P‖Q\) +\S+ +bits +\S+ to \S+\n/);
  expect(stdout).toContain("Intervals at 95 %: studentised, from 1000 resamples of whole sequences");
  expect(stdout).toMatch(/Note: taken to be the same, as the files do not say it: text, tokeniser/);
  expect(stdout).not.toContain("\n\n\n");
});

test("--markdown writes tables with as many cells in each row", async () => {
  const { stdout } = await diff("base.npy", "near.npy", "far.npy", "--markdown");
  const tables = stdout.split("\n\n").filter((block) => block.startsWith("|"));
  expect(tables).toHaveLength(14);
  for (const block of tables) {
    const cells = block
      .trim()
      .split("\n")
      .map((line) => line.split(" | ").length);
    expect(new Set(cells).size, block).toBe(1);
  }
  expect(stdout).toContain("## Q is far.npy\n");
});

test("every quantile is printed with its interval, in rows that fit a terminal", async () => {
  const scored = ["base.npy", "near.npy", "--targets", "targets.npy", "--ignore", "0"];
  const { comparison } = (await compared(...scored)).candidates[0];
  const { stdout } = await diff(...scored, "--unit", "nats", "--markdown");
  const cellsOf = (line: string) => line.slice(2, -2).split(" | ");
  const tables = stdout
    .split("\n\n")
    .filter((block) => block.startsWith("| of the rows |"))
    .map((block) => block.trim().split("\n").map(cellsOf));
  const inTurn = [
    ...["forwardKl", "reverseKl", "jensenShannon", "totalVariation", "entropyChange"].map(
      (name) => comparison[name],
    ),
    comparison.scoredTokens.probabilityChange,
  ];
  expect(tables).toHaveLength(3);
  for (const [i, { quantiles, minimum, maximum }] of inTurn.entries()) {
    const [heads, , ...rows] = tables[Math.floor(i / 2)]!;
    const at = 1 + 2 * (i % 2);
    expect(heads![at + 1]).toBe("interval");
    expect(rows[0]!.slice(at, at + 2)).toEqual([digits(minimum), ""]);
    expect(rows.at(-1)!.slice(at, at + 2)).toEqual([digits(maximum), ""]);
    const printed = new Map(rows.map((row) => [row[0], row.slice(at, at + 2)]));
    for (const { share, estimate } of quantiles) {
      const name = share === 0.5 ? "median" : `${Number((100 * share).toPrecision(3))} %`;
      const { value, low, high } = estimate;
      expect(printed.get(name)).toEqual([digits(value), `${digits(low, 3)} to ${digits(high, 3)}`]);
    }
  }
  const text = (await diff(...scored)).stdout;
  const spread = text.split("\n\n").filter((block) => block.startsWith("  of the rows "));
  expect(Math.max(...spread.flatMap((block) => block.split("\n").map((line) => line.length)))).toBeLessThan(
    100,
  );
  expect(text).toContain("; of quantiles, Woodruff's.");

  /** As printed; of infinite ends, their sign. */
  function digits(value: number | string, count = 4): string {
    if (typeof value === "string") return value.replace("Infinity", "∞");
    return String(Number(value.toPrecision(count)));
  }
});

describe("base files of llama.cpp", () => {
  test("are compared with their own tokens, as exactly as they are coded", async () => {
    await inFolder({ "a.kld": base, "b.kld": base }, async (folder) => {
      const { stdout } = await surprisal(["diff", "a.kld", "b.kld"], { cwd: folder });
      expect(stdout).toMatch(/perplexity of Q +3584.5 /);
      expect(stdout).toContain("Note: rows of a.kld and b.kld are 16-bit codes");
    });
  });

  test("of another text are refused", async () => {
    const other = Buffer.from(base);
    // The last token of the first window, which came at its last row.
    const at = 20 + 4 * 11;
    other.writeInt32LE((other.readInt32LE(at) + 1) % 33, at);
    await inFolder({ "a.kld": base, "b.kld": other }, async (folder) => {
      expect(await surprisal(["diff", "a.kld", "b.kld"], { cwd: folder })).toEqual({
        code: 1,
        stdout: "",
        stderr: expect.stringMatching(
          /^surprisal diff: b.kld: has another text: sha256 of the targets, \w+, expected sha256 of the targets, \w+, as a.kld has\n$/,
        ),
      });
    });
  });
});

test("infinite where Q rules out what P allows, at the rows named", async () => {
  // In half precision −∞ is 0xfc00; the first outcome of row 2 is behind a header of 128 bytes.
  const holed = Buffer.from(readFileSync(join(cwd, "far.npy")));
  holed.writeUInt16LE(0xfc00, 128 + 2 * 2 * 9);
  await inFolder({ "holed.npy": holed }, async (folder) => {
    const { code, stdout } = await diff("base.npy", join(folder, "holed.npy"), "near.npy");
    expect(code).toBe(0);
    expect(stdout).toMatch(/D\(P‖Q\) +∞ +bits/);
    expect(stdout).toContain(
      "Note: infinite, because at 1 row Q gives probability 0 to what P allows: row 2\n",
    );
    expect(stdout).not.toContain("Candidates, the nearest");
    const several = await diff("base.npy", "far.npy", join(folder, "holed.npy"), "near.npy");
    expect(several.stdout).toMatch(/^ {2}near\.npy is nearer to P than far\.npy /m);
    expect(several.stdout).toContain(`Farther than these, by a D(P‖Q) of ∞: ${join(folder, "holed.npy")}.`);
  });
});

test("rows that are no distribution are named, the first of many, and left out", async () => {
  const broken = Buffer.from(readFileSync(join(cwd, "far.npy")));
  // A NaN of half precision in each of the first twelve rows.
  for (let row = 0; row < 12; row++) broken.writeUInt16LE(0x7e00, 128 + 2 * 9 * row);
  await inFolder({ "broken.npy": broken }, async (folder) => {
    const { stdout } = await diff("base.npy", join(folder, "broken.npy"));
    expect(stdout.match(/Note: row \d+ of Q is no distribution and left out: NaN\n/g)).toHaveLength(10);
    expect(stdout).toContain("Note: and 2 more of Q, which --json lists\n");
    expect(stdout).toContain("Note: 132 of 144 rows are compared\n");
  });
});

describe("what cannot be compared", () => {
  test.each([
    [
      ["base.npy", "../modelOutputs/f4.npy"],
      1,
      "../modelOutputs/f4.npy: has rows over 11 outcomes, expected 9, as base.npy has\nHint: models of one tokeniser may have been padded to different lengths: cut the rows of both to the outcomes they share. Those of two tokenisers are compared by bytes, by what came:\n  surprisal tokens base.npy --targets TARGETS --vocabulary TOKENIZER --scores --output base.jsonl\n  surprisal tokens ../modelOutputs/f4.npy --targets TARGETS --vocabulary TOKENIZER --scores --output candidate.jsonl\n  surprisal diff base.jsonl candidate.jsonl\n",
    ],
    [
      ["base.npy", "../modelOutputs/openai-chat.json"],
      1,
      "../modelOutputs/openai-chat.json: holds the log-probabilities of single tokens, expected rows of logits, or a base file of llama.cpp\n",
    ],
    [
      ["base.npy"],
      2,
      "CANDIDATE is missing, expected surprisal diff BASE CANDIDATE… [options]\nTry: surprisal diff --help\n",
    ],
  ])("%j", async (words, code, message) => {
    expect(await diff(...words)).toEqual({ code, stdout: "", stderr: `surprisal diff: ${message}` });
  });
});

test("perplexity, diff and gate give one interval for one perplexity", async () => {
  const run = async (...words: string[]) =>
    JSON.parse(
      (await surprisal([...words, "--targets", "targets.npy", "--ignore", "0", "--json"], { cwd })).stdout,
    );
  const { perplexity } = await run("perplexity", "near.npy");
  const [candidate] = (await run("diff", "base.npy", "near.npy")).candidates;
  const [judged] = (await run("gate", "near.npy", "--assert", "perplexity<9")).assertions;
  expect(candidate.comparison.scoredTokens.candidatePerplexity).toEqual(perplexity);
  expect([judged.value, judged.low, judged.high]).toEqual([
    perplexity.value,
    perplexity.low,
    perplexity.high,
  ]);
});

test("perplexities come with what others must have in common with them", async () => {
  const words = ["diff", "base.npy", "near.npy", "--targets", "targets.npy", "--ignore", "0"];
  const { card } = JSON.parse((await surprisal([...words, "--json"], { cwd })).stdout);
  const { tokensScored } = expected.alone["base.npy"];
  expect(card).toMatchObject({ normalizer: "token", averaging: "tokens", tokensScored });
  const { stdout } = await surprisal(words, { cwd });
  expect(stdout).toMatch(
    new RegExp(`Comparable with perplexities .*\n(.*\n)? +text .*\n +tokens scored +${tokensScored}\n`),
  );
  expect((await surprisal(["diff", "base.npy", "near.npy"], { cwd })).stdout).not.toContain(
    "Comparable with",
  );
});
