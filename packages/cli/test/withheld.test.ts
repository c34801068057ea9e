import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "@surprisal/core";
import { describe, expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

// A chat answer of 60 tokens, of which 6 came from outside the two listed: less likely than both, and in the 0.1 they leave.
const [tokens, hidden] = [60, 6];
const listed = (...shares: number[]) =>
  shares.map((p, i) => ({ token: "ab"[i], bytes: [97 + i], logprob: Math.log(p) }));
const content = (sentinel: number) =>
  Array.from({ length: tokens }, (_, i) =>
    i % 10 === 3
      ? { token: "z", bytes: [122], logprob: sentinel, top_logprobs: listed(0.6, 0.3) }
      : { token: "a", bytes: [97], logprob: Math.log(0.9), top_logprobs: listed(0.9, 0.05) },
  );
const answer = (sentinel: number) =>
  JSON.stringify({
    id: "x",
    object: "chat.completion",
    choices: [{ logprobs: { content: content(sentinel) } }],
  });
const of = (surprise: number) => Math.exp((hidden * surprise - (tokens - hidden) * Math.log(0.9)) / tokens);
const least = of(-Math.log(0.1));

const run = (sentinel: number, words: readonly string[]) =>
  inFolder({ "x.json": answer(sentinel) }, (cwd) => surprisal(words, { cwd }));

describe.each([-9999, 0])("tokens that stand at %d because they are not listed", (sentinel) => {
  test("are counted by their lists: the perplexity is at least so much, and at most what a floor says", async () => {
    const {
      perplexity,
      perplexityBounds: open,
      tokensScored,
    } = JSON.parse((await run(sentinel, ["perplexity", "x.json", "--json"])).stdout);
    expect([perplexity.value, tokensScored]).toEqual([expect.closeTo(1 / 0.9, 9), tokens - hidden]);
    // What two singles leave is known to 2⁻²⁰ of 0.1.
    expect(open.lower.value).toBeCloseTo(least, 4);
    expect([open.upper.value, open.tokens, open.withheld]).toEqual(["Infinity", tokens, hidden]);
    const { stdout } = await run(sentinel, ["perplexity", "x.json", "--floor", "0.001", "--json"]);
    const { lower, upper, floor } = JSON.parse(stdout).perplexityBounds;
    expect([lower, upper.value, floor]).toEqual([open.lower, expect.closeTo(of(Math.log(1000)), 9), 0.001]);
  });

  test("a gate decides by the bounds, whatever the others' perplexity is", async () => {
    const gate = async (assertion: string, ...rest: string[]) => {
      const { code, stdout } = await run(sentinel, ["gate", "x.json", "--assert", assertion, ...rest]);
      return { code, said: stdout.replaceAll(/\s+/g, " ") };
    };
    const ends = await Promise.all([
      gate("perplexity<1.15"),
      gate("perplexity<2"),
      gate("perplexity>1.15"),
      gate("perplexity<6", "--floor", "0.001"),
      gate("surprise.max<8bits"),
      gate("surprise.max>=0.5bits"),
    ]);
    expect(ends.map(({ code }) => code)).toEqual([3, 4, 0, 0, 4, 0]);
    expect(ends[1]!.said).toContain(
      `Note: 6 of 60 tokens of x.json came without their log-probability, and count as at least as surprising as the lists say`,
    );
    expect(ends[1]!.said).toContain(
      "Note: perplexity<2: of some tokens that came it is not known how unlikely they are, and both is possible, whatever more tokens would say; --floor would tell, if you can assume one",
    );
  });
});

test("a person reads both ends, how many tokens are in no estimate, and what would bound them above", async () => {
  const said = (await run(-9999, ["perplexity", "x.json"])).stdout;
  expect(said).toMatch(/\n {2}perplexity +1\.384\d +∞ {2}outcomes {2}1\.\d+ to ∞\n/);
  expect(said).toContain("6 of 60 tokens came without their log-probability, and are in no estimate");
  expect(said).toContain("--floor 1e-9.");
});

test("of a ratio of perplexities both ends are open without a floor", async () => {
  const files = { "x.json": answer(-9999), "y.json": answer(0) };
  const gate = (...rest: string[]) =>
    inFolder(files, (cwd) =>
      surprisal(["gate", "x.json", "y.json", "--assert", "perplexity-ratio<1.1", "--json", ...rest], { cwd }),
    );
  const [open, closed] = await Promise.all([gate(), gate("--floor", "0.001")]);
  expect([open.code, JSON.parse(open.stdout).assertions[0].bounds]).toEqual([
    4,
    { lower: 0, upper: "Infinity" },
  ]);
  const { lower, upper } = JSON.parse(closed.stdout).assertions[0].bounds;
  // The six are off by a factor of 100 at most, either way.
  expect([lower, upper]).toEqual([expect.closeTo(100 ** -0.1, 4), expect.closeTo(100 ** 0.1, 4)]);
});

test("a floor is refused where nothing is withheld, and above what is listed", async () => {
  const exact = JSON.stringify({
    tokens: [
      { text: "a", logprob: -1 },
      { text: "b", logprob: -2 },
    ],
  });
  const refused = await inFolder({ "e.json": exact }, (cwd) =>
    surprisal(["perplexity", "e.json", "--floor", "1e-9"], { cwd }),
  );
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining("--floor is given, expected with tokens whose log-probability is withheld"),
  ]);
  expect(await run(-9999, ["perplexity", "x.json", "--floor", "0.2"])).toMatchObject({ code: 1, stdout: "" });
});

test("diff names how many tokens either withholds, and bounds both perplexities of all", async () => {
  const exact = JSON.stringify({
    tokens: Array.from({ length: tokens }, (_, i) => ({ text: i % 10 === 3 ? "z" : "a", logprob: -1 })),
  });
  const files = { "x.json": answer(-9999), "y.json": answer(0), "e.json": exact };
  const diff = (...words: string[]) => inFolder(files, (cwd) => surprisal(["diff", ...words], { cwd }));
  const { candidates, withheld } = JSON.parse((await diff("x.json", "y.json", "e.json", "--json")).stdout);
  const [near, known] = candidates;
  expect([withheld, near.withheld, known.withheld]).toEqual([hidden, hidden, undefined]);
  const alone = JSON.parse((await run(-9999, ["perplexity", "x.json", "--json"])).stdout).perplexityBounds;
  const { lower, upper, tokens: all } = near.perplexityBounds.base;
  expect({ lower, upper, tokens: all }).toEqual({
    ...{ lower: alone.lower, upper: alone.upper, tokens: alone.tokens },
  });
  expect(near.perplexityBounds.candidate.lower.value).toBeCloseTo(least, 4);
  expect(Object.keys(known.perplexityBounds)).toEqual(["base", "ratio", "difference"]);
  const { stdout } = await diff("x.json", "y.json", "--floor", "0.001");
  const said = stdout.replaceAll(/\s+/g, " ");
  expect(said).toMatch(/ perplexity of Q 1\.384\d* 2\.19\d+ outcomes /);
  expect(said).toContain(
    "Note: 6 of 60 tokens of Q came without their log-probability, and are in no estimate",
  );
});

/** Two models, as good, of 300 words; one's tokens are the words, the other's are halves of them. */
const rng = createRng(12);
const surprises = () => Array.from({ length: 300 }, () => -1.5 * Math.log(1 - rng.next()));
const [ofP, ofQ] = [surprises(), surprises()];
const limit = 1.8;
const perBit = 1 / Math.LN2;
const plain = (tokens: [text: string, surprise: number][], isWithheld: (surprise: number) => boolean) =>
  JSON.stringify({
    tokens: tokens.map(([text, surprise]) =>
      isWithheld(surprise)
        ? { text, logprob: -9999, top: [{ text: "zz", logprob: -limit }] }
        : { text, logprob: -surprise },
    ),
  });
const never = () => false;
const unlikely = (surprise: number) => surprise > limit;
const words = (surprise: number[], isWithheld = never as typeof unlikely) =>
  plain(
    surprise.map((nats) => ["abcdefg", nats]),
    isWithheld,
  );
const halves = (isWithheld = never as typeof unlikely) =>
  plain(
    ofQ.flatMap((nats): [string, number][] => [
      ["abc", 0.8 * nats],
      ["defg", 0.2 * nats],
    ]),
    isWithheld,
  );
const sum = (column: number[]) => column.reduce((total, x) => total + x, 0);
const json = (files: Record<string, string>, ...options: string[]) =>
  inFolder(files, async (cwd) =>
    JSON.parse((await surprisal(["diff", ...Object.keys(files), "--json", ...options], { cwd })).stdout),
  );

test("by bytes, who withholds the unlikely tokens is not the better for it, and the whole text is between the ends", async () => {
  const of = async (candidate: string, ...options: string[]) =>
    (await json({ "p.json": words(ofP), "q.json": candidate }, ...options)).candidates[0];
  const whole = await of(halves());
  const truth = ((sum(ofQ) - sum(ofP)) / 2100) * perBit;
  expect([whole.verdict, whole.bounds]).toEqual(["not distinguishable", undefined]);
  expect(whole.difference.value).toBeCloseTo(truth, 12);
  const open = await of(halves(unlikely));
  expect(open.difference.high).toBeLessThan(0);
  expect([open.verdict, open.bounds.spans, open.bounds.bytes]).toEqual(["not distinguishable", 300, 2100]);
  expect(open.bounds.difference.lower.value).toBeLessThan(truth);
  expect(open.bounds.difference.upper.value).toBe("Infinity");
  const { lower, upper } = (await of(halves(unlikely), "--floor", "1e-7")).bounds.difference;
  expect([lower.value <= truth, truth <= upper.value]).toEqual([true, true]);
  // What both cut alike at first is bounded too when another sequence is cut otherwise.
  const two = [words(ofP), words(ofP)].join("\n");
  const later = await inFolder(
    { "p.jsonl": two, "q.jsonl": [words(ofQ, unlikely), halves(unlikely)].join("\n") },
    async (cwd) => JSON.parse((await surprisal(["diff", "p.jsonl", "q.jsonl", "--json"], { cwd })).stdout),
  );
  expect(later.candidates[0].bounds).toMatchObject({ spans: 600, bytes: 4200 });
  const refused = await inFolder({ "p.json": words(ofP), "q.json": halves(unlikely) }, (cwd) =>
    surprisal(["diff", "p.json", "q.json", "--floor", "0.3"], { cwd }),
  );
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("none below --floor")]);
  const said = await inFolder({ "p.json": words(ofP), "q.json": halves(unlikely) }, (cwd) =>
    surprisal(["diff", "p.json", "q.json"], { cwd }),
  );
  expect(said.stdout).toContain("By these bounds: Q and P are not distinguishable by their surprise a byte.");
});

test("the ratio and the difference of perplexities are bounded as gate has it, and candidates are ranked by what is known", async () => {
  const files = {
    "p.json": words(ofP),
    "hides.json": words(ofQ, unlikely),
    "worse.json": words(
      ofP.map((nats) => 3 * nats + 1),
      unlikely,
    ),
    "full.json": words(ofQ),
  };
  const { candidates, lessSurprised } = await json(files);
  const [hides, , full] = candidates;
  expect(hides.scored.perplexityRatio.high).toBeLessThan(1);
  const { ratio, difference } = hides.perplexityBounds;
  const gate = await inFolder(files, (cwd) =>
    surprisal(["gate", "p.json", "hides.json", "--assert", "perplexity-ratio<9", "--json"], { cwd }),
  );
  expect(ratio.lower.value).toBeCloseTo(JSON.parse(gate.stdout).assertions[0].bounds.lower, 12);
  for (const [bounds, truth] of [
    [ratio, full.scored.perplexityRatio.value],
    [difference, full.scored.perplexityDifference.value],
  ]) {
    expect(bounds.lower.value).toBeLessThan(truth);
    expect(bounds.upper.value).toBe("Infinity");
  }
  expect(full.perplexityBounds).toBeUndefined();
  const verdictOf = (one: string, other: string) =>
    lessSurprised.pairs.find(
      (pair: { one: string; other: string }) => pair.one === one && pair.other === other,
    )?.verdict;
  expect(lessSurprised.candidates.map(({ name }: { name: string }) => name)).toEqual([
    ...["hides.json", "full.json", "worse.json"],
  ]);
  expect(verdictOf("hides.json", "full.json")).toBe("not distinguishable");
  const said = await inFolder(files, (cwd) => surprisal(["diff", ...Object.keys(files)], { cwd }));
  expect(said.stdout).toMatch(/\n {2}hides\.json +\d\.\d+ to ∞ .*\n {2}full\.json +\d\.\d+ +\d\.\d+ to \d/);
  const report = await inFolder(files, async (cwd) => {
    await surprisal(["diff", "p.json", "hides.json", "--report", "r.html"], { cwd });
    return readFileSync(join(cwd, "r.html"), "utf8");
  });
  expect(report).toMatch(
    /On what came, Q is not distinguishable from P: its perplexity is 0\.\d+ to ∞ times P/,
  );
});

test.each([
  ["en", "6 tokens came without their log-probability", "at least 1.38", "Perplexity, between"],
  ["es", "6 tokens salieron sin su log-probabilidad", "al menos 1,38", "Perplejidad, entre"],
])("reports in %s say the same", (language, note, bound, title) =>
  inFolder({ "x.json": answer(-9999), "y.json": answer(0) }, async (cwd) => {
    const report = async (...words: string[]) => {
      await surprisal([...words, "--report", "r.html", "--language", language], { cwd });
      return readFileSync(join(cwd, "r.html"), "utf8");
    };
    const ofOne = await report("perplexity", "x.json");
    expect(ofOne).toContain(note);
    expect(ofOne).toContain(bound);
    expect(ofOne).toMatch(new RegExp(`<h1>${title} 1[.,]384 (and|y) ∞</h1>`));
    expect(ofOne).toMatch(new RegExp(`<dt>${title}</dt><dd><span class="value">1[.,]384 (and|y) ∞</span>`));
    expect(ofOne).not.toContain(`<dt>${title.replace(/,.*/, "")}</dt>`);
    rmSync(join(cwd, "r.html"));
    const ofTwo = await report("diff", "x.json", "y.json");
    expect(ofTwo).toContain(bound.slice(-4));
    expect(ofTwo.match(/<span class="value">1[.,]384 (and|y) ∞<\/span>/g)).toHaveLength(2);
  }),
);
