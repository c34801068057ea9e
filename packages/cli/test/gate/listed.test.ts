import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "../surprisal.ts";

const cwd = join(import.meta.dirname, "../../../../reference/scorePairs");
/** By NumPy and SciPy, from the whole distributions, of which the files list five outcomes: reference/scorePairs.py. */
const expected = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));

const gate = (assertions: readonly string[], ...rest: string[]) =>
  surprisal(
    ["gate", "base.jsonl", "near.jsonl", ...assertions.flatMap((text) => ["--assert", text]), ...rest],
    { cwd },
  );

const names = {
  kl: "forwardKl",
  "reverse-kl": "reverseKl",
  js: "jensenShannon",
  tv: "totalVariation",
} as const;

test("the truth lies between the bounds, which are those of diff, with its intervals", async () => {
  const { stdout } = await gate(
    Object.keys(names).map((name) => `${name}<0.5`),
    ...["--unit", "nats", "--json"],
  );
  const diff = await surprisal(["diff", "base.jsonl", "near.jsonl", "--unit", "nats", "--json"], { cwd });
  const [{ listed }] = JSON.parse(diff.stdout).candidates;
  for (const { assertion, bounds, low, high, value, tokens } of JSON.parse(stdout).assertions) {
    const name = names[assertion.measure as keyof typeof names];
    expect([value, tokens], name).toEqual([undefined, expected.scored]);
    expect(bounds.lower, name).toBeLessThanOrEqual(expected.whole[name]);
    expect(Number(bounds.upper), name).toBeGreaterThanOrEqual(expected.whole[name]);
    const { lower, upper } = listed[name];
    expect([bounds.lower, bounds.upper, low, high]).toEqual([
      lower.value,
      upper.value,
      lower.low,
      upper.high,
    ]);
  }
});

describe("holds if the bound above is below, fails if the one below is above, and else it cannot be told", () => {
  const { forwardKl, totalVariation } = expected.whole;
  test.each([
    // Of five of the outcomes more than half of a divergence is known.
    [[`kl<${forwardKl / 4}nats`], [], 3, "fails"],
    [[`kl<${2 * forwardKl}nats`], [], 4, "cannot tell yet"],
    [[`kl>${forwardKl / 4}nats`], [], 0, "holds"],
    [[`tv<${4 * totalVariation}`], [], 0, "holds"],
    [[`tv<${totalVariation / 4}`], [], 3, "fails"],
    [["js.max<1bits", "tv.median>0"], [], 0, "holds"],
    [["entropy>0.5"], [], 0, "holds"],
    [["entropy<9"], [], 4, "cannot tell yet"],
    [["kl<20nats"], ["--floor", String(expected.least)], 0, "holds"],
    [["same-top>50%"], [], 0, "holds"],
  ])("%j %j", async (assertions, options, code, verdict) => {
    const ended = await gate(assertions, ...options, "--json");
    expect([ended.code, ended.stderr, JSON.parse(ended.stdout).verdict]).toEqual([code, "", verdict]);
  });
});

test("a person reads both ends, why it cannot be told, and at how many tokens", async () => {
  const { stdout } = await gate(["kl<0.2", "tv<0.9"]);
  const said = stdout.replaceAll(/\s+/g, " ");
  expect(said).toMatch(/ cannot tell yet kl<0\.2 0\.0\d+ to ∞ bits 0\.0\d+ to ∞ 95 % holds tv<0\.9 /);
  expect(said).toContain(
    "Note: kl<0.2: only the likeliest tokens are listed, and of these tokens both is possible, whatever more of them would say; longer lists would tell, or --floor if you can assume one",
  );
  expect(said).toContain("Note: tv<0.9: of 264 of 288 tokens, at which both list others");
  expect(said).not.toContain("more tokens");
});

test("the share of equal likeliest tokens is what NumPy counts; a floor above what is listed is refused", async () => {
  const { stdout } = await gate(["same-top>0"], "--json");
  expect(JSON.parse(stdout).assertions[0].value).toBeCloseTo(expected.top1Agreement, 12);
  expect(await gate(["kl<1"], "--floor", "0.5")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /near\.jsonl: or its base lists a probability of \S+, expected none below --floor, which is 0\.5/,
    ),
  });
});

describe("a --vocabulary says how many tokens there are, which bounds the entropy above", () => {
  const { outcomes, entropy } = expected;
  const withPieces = <T>(count: number, use: (words: string[], file: string) => Promise<T>) =>
    inFolder({ "v.json": JSON.stringify(Array.from({ length: count }, (_, i) => `w${i}`)) }, (folder) => {
      const file = join(folder, "v.json");
      return use(["--vocabulary", file], file);
    });

  test.each([
    ["near.jsonl", ["base.jsonl", "near.jsonl"]],
    ["base.jsonl", ["base.jsonl"]],
  ])("of %s as NumPy has it, and as perplexity prints it", (judged, files) =>
    withPieces(outcomes, async (words) => {
      const line = ["gate", ...files, "--assert", "entropy<9nats", ...words, "--json"];
      const { code, stdout } = await surprisal(line, { cwd });
      const { verdict, outcomes: said, assertions } = JSON.parse(stdout);
      expect([code, verdict, said]).toEqual([0, "holds", outcomes]);
      const [{ bounds, high }] = assertions;
      // What is left for others is known to 2⁻²⁰, of which at most 14 times as many nats come.
      expect(bounds.upper).toBeCloseTo(entropy[judged].most, 4);
      const own = await surprisal(["perplexity", judged, "--unit", "nats", "--json", ...words], { cwd });
      const { upper } = JSON.parse(own.stdout).entropyBounds;
      expect([bounds.upper, high]).toEqual([upper.value, upper.high]);
    }),
  );

  test("its condition is said, and without it what would bound the entropy", () =>
    withPieces(outcomes, async (words, file) => {
      expect((await gate(["entropy<9"], ...words)).stdout).toContain(
        `Note: entropies are at most so much if there are no more than the ${outcomes} outcomes of ${file}: the scores do not say it\n`,
      );
      expect((await gate(["entropy<9"])).stdout).toContain(
        "longer lists would tell, or the --vocabulary, by how many tokens it has\n",
      );
    }));

  test("one that is too small, or has nothing to bound, is refused", () =>
    withPieces(2, async (words) => {
      expect(await gate(["entropy<9"], ...words)).toEqual({
        ...{ code: 1, stdout: "" },
        stderr:
          "surprisal gate: near.jsonl: lists at a token what no 2 outcomes can have, expected the vocabulary of the model\n",
      });
      expect(await gate(["kl<9"], ...words)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(
          "--vocabulary is given, expected with an assertion of entropy, which it bounds above\n",
        ),
      });
    }));
});
