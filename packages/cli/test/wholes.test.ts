import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const cwd = join(import.meta.dirname, "../../../reference/harness");
/** Its own metrics of the samples that lm-evaluation-harness wrote, and intervals by NumPy: reference/harness.py. */
const { low, high, compared } = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));

const of = async (command: string, ...words: string[]) =>
  JSON.parse((await surprisal([command, ...words, "--json"], { cwd })).stdout);

/** Ends by a thousand resamples are known to a few per cent of the width. */
function expectInterval({ low, high }: { low: number; high: number }, [from, to]: [number, number]) {
  expect(Math.abs(low - from)).toBeLessThan(0.1 * (to - from));
  expect(Math.abs(high - to)).toBeLessThan(0.1 * (to - from));
}

// Sums of 32 doubles on either side: 32·2⁻⁵³, some times over through an exponential; of values below 700.
const digits = 10;

describe("perplexity of samples has the digits of the harness", () => {
  test.each([
    ["low", low],
    ["high", high],
  ])("%s", async (model, expected) => {
    const rolling = await of("perplexity", `rolling-${model}.jsonl`);
    expect(rolling.wordPerplexity.value).toBeCloseTo(expected.rolling.word_perplexity, digits);
    expect(rolling.bytePerplexity.value).toBeCloseTo(expected.rolling.byte_perplexity, digits);
    expect(rolling.surprisePerByte.value).toBeCloseTo(expected.rolling.bits_per_byte, digits);
    const single = await of("perplexity", `last_word-${model}.jsonl`);
    expect(single.perplexity.value).toBeCloseTo(expected.last_word.perplexity, digits);
    expect(single.greedy.value).toBe(expected.last_word.acc);
    const choices = await of("perplexity", `choices-${model}.jsonl`);
    expect([choices.likeliest.value, choices.greedy.value]).toEqual([
      expected.choices.acc,
      expected.choices.exact_match,
    ]);
  });

  test("with intervals over documents, as NumPy has them", async () => {
    for (const name of ["rolling", "choices"]) {
      const { surprisePerByte } = await of("perplexity", `${name}-low.jsonl`, "--unit", "nats");
      expectInterval(surprisePerByte, compared[name].ofLowPerByteInterval);
      expect(surprisePerByte.dependence).toBe("independent");
    }
  });

  test("from standard input too, and nothing of tokens is said", async () => {
    const input = readFileSync(join(cwd, "rolling-low.jsonl"), "utf8");
    const { stdout } = await surprisal(["perplexity", "-"], { input });
    expect(stdout).toMatch(/^standard input: 32 documents, scored whole, of 5528 bytes and 1112 words\n/);
    expect(stdout).toMatch(/\n {2}word_perplexity +9\.29665 .*\n.*\n {2}bits_per_byte +0\.647066 {2}bits/);
    expect(stdout.match(/.*token.*/g)).toEqual([
      "Note: how many tokens a document has is not written in samples, so that nothing is said per token",
      "Note: comparable with what has the same of what samples do not say: task, examples in the prompt, window, BOS token",
    ]);
  });
});

describe("diff of samples", () => {
  test("a change of acc has an interval though no document changes, and though one is ruled out", async () => {
    const name = "choices-low.jsonl";
    const [sample, ...others] = readFileSync(join(cwd, name), "utf8").trimEnd().split("\n");
    const ruledOut = JSON.parse(sample!);
    ruledOut.filtered_resps[Number(ruledOut.target)][0] = "-inf";
    const input = [JSON.stringify(ruledOut), ...others].join("\n");
    const { stdout } = await surprisal(["diff", name, "-"], { cwd, input });
    // ±1.96·√(2/34²), of 32 documents.
    expect(stdout).toMatch(/^ {2}acc +\S+ +\S+ +\S+ +-0\.0\d+ to 0\.0\d+ +not distinguishable$/m);
    expect(stdout).toContain("Intervals at 95 %: Bonett and Price's.");
  });

  test("differences in pairs, by document and by byte, as NumPy has them", async () => {
    for (const name of ["rolling", "choices"]) {
      const found = await of("diff", `${name}-low.jsonl`, `${name}-high.jsonl`, "--unit", "nats");
      const [{ surprise, surprisePerByte, right }] = found.candidates;
      expect(surprise.difference.value).toBeCloseTo(compared[name].surprise, digits);
      expect(surprisePerByte.difference.value).toBeCloseTo(compared[name].perByte, digits);
      expectInterval(surprisePerByte.difference, compared[name].perByteInterval);
      expect([surprise.verdict, surprisePerByte.verdict]).toEqual(["higher", "higher"]);
      if (name === "choices")
        expect(right).toMatchObject({
          difference: { value: compared.choices.right },
          verdict: "not distinguishable",
        });
      else expect(right).toBeUndefined();
    }
  });

  test("the documents that differ most are named, and --top says how many", async () => {
    const likelihoods = (file: string): number[] =>
      readFileSync(join(cwd, file), "utf8")
        .trim()
        .split("\n")
        .map((line) => Number(JSON.parse(line).filtered_resps[0]));
    const [base, candidate] = [likelihoods("rolling-low.jsonl"), likelihoods("rolling-high.jsonl")];
    const apart = base.map((one, i) => ({ id: `document ${i}`, difference: one - candidate[i]! }));
    const expected = apart.sort((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
    const words = ["rolling-low.jsonl", "rolling-high.jsonl", "--unit", "nats", "--top"];
    const [{ furthest }] = (await of("diff", ...words, "3")).candidates;
    expect(furthest).toMatchObject(expected.slice(0, 3));
    const [{ furthest: none }] = (await of("diff", ...words, "0")).candidates;
    expect(none).toEqual([]);
  });

  test("documents in another order are the same; another document is refused by name", async () => {
    const lines = readFileSync(join(cwd, "rolling-high.jsonl"), "utf8").trim().split("\n");
    const files = {
      "base.jsonl": readFileSync(join(cwd, "rolling-low.jsonl"), "utf8"),
      "turned.jsonl": lines.toReversed().join("\n"),
      "fewer.jsonl": lines.slice(1).join("\n"),
      "other.jsonl": lines.join("\n").replaceAll("The owl waits", "The fox waits"),
    };
    await inFolder(files, async (cwd) => {
      const diff = (file: string) => surprisal(["diff", "base.jsonl", file, "--json"], { cwd });
      const [{ file, ...turned }] = JSON.parse((await diff("turned.jsonl")).stdout).candidates;
      const [same] = (await of("diff", "rolling-low.jsonl", "rolling-high.jsonl")).candidates;
      expect({ file: same.file, ...turned }).toEqual(same);
      expect((await diff("fewer.jsonl")).stderr).toBe(
        "surprisal diff: fewer.jsonl: has 31 documents, expected 32 documents, as base.jsonl has\n",
      );
      expect((await diff("other.jsonl")).stderr).toMatch(
        /^surprisal diff: other\.jsonl:\d+: has another document \d+, expected that of base\.jsonl\n$/,
      );
    });
  });

  test("several candidates are compared with each other, and a model with itself is not told apart", async () => {
    const words = ["diff", "choices-high.jsonl", "choices-low.jsonl", "choices-high.jsonl"];
    const found = await of(...(words as [string, ...string[]]));
    expect(found.candidates[1].surprise).toMatchObject({
      difference: { value: 0, low: 0, high: 0 },
      verdict: "not distinguishable",
    });
    expect(found.lessSurprised.pairs).toEqual([
      expect.objectContaining({ one: "choices-low.jsonl", other: "choices-high.jsonl", verdict: "better" }),
    ]);
    const { stdout } = await surprisal(words, { cwd });
    expect(stdout).toContain("choices-low.jsonl is less surprised than choices-high.jsonl");
    expect(stdout).toMatch(/\n {2}surprise a byte .* not distinguishable\n/);
    expect(stdout).not.toContain("surprise a token");
  });
});

test("probability 0 is infinite, and named", async () => {
  const sample = (id: number, logLikelihood: string) =>
    JSON.stringify({
      doc_id: id,
      arguments: { gen_args_0: { arg_0: "a", arg_1: " b" } },
      filtered_resps: [[logLikelihood, "False"]],
    });
  const files = {
    "p.jsonl": [sample(0, "-1.5"), sample(1, "-2")].join("\n"),
    "q.jsonl": [sample(0, "-1.5"), sample(1, "-inf")].join("\n"),
  };
  await inFolder(files, async (cwd) => {
    const { stdout } = await surprisal(["perplexity", "q.jsonl"], { cwd });
    expect(stdout).toContain(
      "Note: infinite, because the model gives probability 0 to 1 document: document 1\n",
    );
    const { stdout: both } = await surprisal(["diff", "p.jsonl", "q.jsonl"], { cwd });
    expect(both).toContain("Note: infinite, because Q gives probability 0 to 1 document: document 1\n");
    expect(both).not.toContain("surprise a");
  });
});

describe("what makes sense of tokens alone is refused, with what to do", () => {
  const why = "where tokens are scored, and not whole documents or continuations";
  test.each([
    ["perplexity rolling-low.jsonl --resample blocks", `--resample is given, expected ${why}\n`],
    ["perplexity rolling-low.jsonl --vocabulary v.json", `--vocabulary is given, expected ${why}\n`],
    ["diff rolling-low.jsonl rolling-high.jsonl --floor 1e-9", `--floor is given, expected ${why}\n`],
    [
      "diff rolling-low.jsonl rolling-high.jsonl --llama",
      "--llama is given, expected with rows of logits only\n",
    ],
    [
      "tokens ../scorePairs/base.jsonl rolling-low.jsonl",
      "rolling-low.jsonl:1: scores a whole document (document 0), expected scores of tokens: how many a whole has is not written there\nHint: surprisal perplexity FILE and surprisal diff BASE CANDIDATE take samples as they are\n",
    ],
    [
      "tokens rolling-low.jsonl --sort kl",
      "--sort is kl, expected bytes, words, surprise, surprise_per_byte\n",
    ],
    [
      "diff rolling-low.jsonl choices-low.jsonl",
      "choices-low.jsonl: scores choices between continuations, expected whole documents, as rolling-low.jsonl does\n",
    ],
    [
      "diff rolling-low.jsonl ../twoModels/base.npy",
      "../twoModels/base.npy: holds rows of logits, expected samples of lm-evaluation-harness, as the base has\n",
    ],
    [
      "diff rolling-low.jsonl ../scorePairs/base.jsonl",
      "../scorePairs/base.jsonl:1: scores tokens (line 1), expected whole documents\n",
    ],
    [
      "perplexity generated-low.jsonl",
      'generated-low.jsonl:1:368: filtered_resps[0] is "a river", expected a log-likelihood, at most 0\nHint: tasks that generate text have no log-likelihoods\n',
    ],
  ])("%s", async (line, message) => {
    const [command] = line.split(" ");
    expect((await surprisal(line.split(" "), { cwd })).stderr).toContain(`surprisal ${command}: ${message}`);
  });
});

test("inspect says what can be done with samples", async () => {
  const { stdout } = await surprisal(["inspect", "choices-low.jsonl"], { cwd });
  expect(stdout).toContain("continuations  128");
  expect(stdout).toContain("Scored whole, so that their tokens are not known: surprisal perplexity says");
});
