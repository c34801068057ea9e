import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "@surprisal/core";
import { openBlobRows, thisThread } from "@surprisal/data";
import { numberText } from "@surprisal/data/report";
import { expect, test } from "vitest";
import { columnsOf } from "../../src/tokens/columns.ts";
import { readFiles } from "../../src/tokens/engine.ts";
import { notesOn } from "../../src/tokens/notes.ts";
import { numberRows } from "../../src/tokens/numbers.ts";
import { contentsOf } from "../../src/tokens/opened.ts";
import { paceOf } from "../../src/tokens/pace.ts";
import { questionOf } from "../../src/tokens/placing.ts";
import type { Progress } from "../../src/tokens/question.ts";
import { headline } from "../../src/tokens/readouts.ts";
import { emptySlots } from "../../src/tokens/slots.ts";
import { en } from "../../src/tokens/words/en.ts";
import { es } from "../../src/tokens/words/es.ts";
import { worthText } from "../../src/tokens/worth.ts";
import { fill } from "../../src/words/fill.ts";
import { answer, expected, given, npy, pasted, reference, shard } from "./given.ts";

const base = given("twoModels/base.npy");
const targets = given("twoModels/targets.npy");

// Single precision against SciPy's double: rows to 1e-6, divergences to 3e-7, as CONVENTIONS.md states.
test.each(["near", "far"] as const)("base and %s: the means that SciPy finds", async (name) => {
  const { reading } = await answer({ p: base, q: given(`twoModels/${name}.npy`), targets, ignore: 0 });
  const { comparison, table } = reading;
  const facts = expected.withoutPadding[name];
  const means = comparison!;
  for (const key of ["forwardKl", "reverseKl", "jensenShannon", "totalVariation"] as const)
    expect(Math.abs(means[key]!.mean.value - facts[key])).toBeLessThan(3e-7);
  expect(Math.abs(means.entropyChange!.mean.value - facts.entropyChange)).toBeLessThan(2e-6);
  expect(means.top1Agreement!.value).toBe(facts.top1Agreement);
  expect(reading.p.statistics.perplexity!.value / facts.basePerplexity - 1).toBeCloseTo(0, 6);
  expect(reading.q!.statistics.perplexity!.value / facts.candidatePerplexity - 1).toBeCloseTo(0, 6);
  expect(table.tokens).toBe(144);
  expect(reading.targetsFrom).toBe("targets.npy");
  expect(reading.unsaid).toEqual(expect.arrayContaining(["window", "stride", "context", "bos"]));
});

const lines = (values: readonly (readonly number[])[], name: string) =>
  npy(name, "<f4", [values.length, 2], Float32Array.from(values.flat()));

test("beside another model every number, its card and its spread are of the rows that both have", async () => {
  const even = [0, 0];
  const odd = [0, Math.log(3)];
  const none = [Number.NaN, 0];
  const p = lines([even, none, odd, odd], "p.npy");
  const q = lines([odd, odd, none, even], "q.npy");
  const { reading } = await answer({ p, q, targets: pasted("[0, 0, 0, 0]", "t.json") });
  // Rows 0 and 3: each model gives ½ once and ¼ once to what came.
  const surprise = 1.5 * Math.LN2;
  const [{ statistics: ofP, card }, { statistics: ofQ }] = [reading.p, reading.q!];
  for (const { scored, perToken, perplexity, entropy, faults } of [ofP, ofQ]) {
    expect(scored).toBe(2);
    expect(perToken!.value).toBeCloseTo(surprise, 6);
    expect(perplexity!.value).toBeCloseTo(Math.exp(surprise), 6);
    // H(½) is ln 2, and H(¼) is 2 ln 2 − ¾ ln 3.
    expect(entropy!.value).toBeCloseTo((3 * Math.LN2 - 0.75 * Math.log(3)) / 2, 6);
    expect(faults).toHaveLength(1);
  }
  expect(card.tokensScored).toBe(2);
  const rows = numberRows(reading, columnsOf(reading.table));
  const found = rows.find(({ key }) => key === "surpriseP")!;
  expect(found.median).toBeCloseTo(surprise, 6);
  expect(found.most).toBeCloseTo(2 * Math.LN2, 6);
  // The table keeps what each of them says alone.
  expect(reading.table.p.surprise![2]).toBeCloseTo(2 * Math.LN2, 6);
});

test("scores that one file withholds count in neither", async () => {
  const scores = (logprobs: readonly number[], name: string) =>
    pasted(JSON.stringify({ tokens: logprobs.map((logprob) => ({ text: "a", logprob })) }), name);
  const [p, q] = [scores([-1, -2, -3], "p.json"), scores([-1, -9999, -5], "q.json")];
  const { reading } = await answer({ p, q });
  expect([reading.p, reading.q!].map(({ statistics }) => statistics.perToken!.value)).toEqual([2, 3]);
  expect(reading.p.card.tokensScored).toBe(2);
  expect([reading.p.withheld, reading.q!.withheld]).toEqual([undefined, 1]);
});

test.each([
  [en, "en", "Perplexity, between", " and ∞"],
  [es, "es", "Perplejidad, entre", " y ∞"],
] as const)(
  "beside withheld log-probabilities perplexity and surprise are read between their bounds (%#)",
  async (words, language, name, end) => {
    const top = [
      { text: "a", logprob: Math.log(0.6) },
      { text: "b", logprob: Math.log(0.3) },
    ];
    const tokens = [
      { text: "a", logprob: Math.log(0.6), top },
      { text: "z", logprob: -9999, top },
    ];
    const { reading } = await answer({ p: pasted(JSON.stringify({ tokens }), "p.json") });
    const [perplexity, surprise, ...others] = headline(reading, "nats", words, language);
    // What is not listed has the 0.1 that is left at most: e to the mean of −ln 0.6 and −ln 0.1.
    const least = numberText(1 / Math.sqrt(0.06), language);
    expect(perplexity).toMatchObject({ name, value: `${least}${end}`, strong: true });
    expect(surprise!.value).toBe(`${numberText(-Math.log(0.06) / 2, language)}${end}`);
    expect(others.map((one) => one.name)).not.toContain(words.readouts.surpriseByte);
    const { reading: pair } = await answer({
      p: pasted(JSON.stringify({ tokens }), "p.json"),
      q: pasted(JSON.stringify({ tokens }), "q.json"),
    });
    expect(headline(pair, "nats", words, language).map(({ value }) => value)).toEqual([
      `${least}${end}`,
      `${least}${end}`,
    ]);
  },
);

test.each([
  [en, "en", "the one token"],
  [es, "es", "el único token"],
] as const)(
  "a token alone that no vocabulary names is not one of several (%#)",
  async (words, language, one) => {
    const { reading } = await answer({
      p: lines([[0, 2]], "p.npy"),
      targets: pasted("[1]", "t.json"),
      vocabulary: pasted('["a"]', "v.json"),
    });
    expect(notesOn(reading, "bits", words, language).join(" ")).toContain(one);
  },
);

test("one file alone; what came is beside the logits", async () => {
  const { reading } = await answer({ p: given("modelOutputs/stored.npz") });
  const facts = expected.alone["stored.npz"];
  const { statistics, card } = reading.p;
  expect(statistics.scored).toBe(facts.tokensScored);
  expect(statistics.perToken!.value).toBeCloseTo(facts.surprise, 6);
  expect(statistics.medianRank!.value).toBe(facts.medianRank);
  expect(card.tokensScored).toBe(facts.tokensScored);
  expect(reading.comparison).toBeUndefined();
});

test("a base file of llama.cpp says what came, and that it is coded", async () => {
  const { reading } = await answer({ p: given("modelOutputs/base.kld") });
  expect(reading.p.statistics.perToken!.value).toBeCloseTo(expected.alone["base.kld"].surprise, 6);
  expect(reading.coded).toEqual(["base.kld"]);
});

test("the alternatives at a row are its likeliest tokens and the one that came, by both models", async () => {
  const question = { p: base, q: given("twoModels/far.npy"), targets, ignore: 0 };
  const { reading, alternatives } = await answer(question);
  const { p, q, target } = reading.table;
  for (const row of [0, 75, 143]) {
    const found = await alternatives(row);
    expect(found[0]!.p).toBeCloseTo(p.top1Probability![row]!, 6);
    expect(Math.max(...found.map((one) => one.q!))).toBeCloseTo(q!.top1Probability![row]!, 6);
    const came = found.find((one) => one.came);
    if (target![row]! < 0) expect(came).toBeUndefined();
    else expect(-Math.log(came!.p!)).toBeCloseTo(p.surprise![row]!, 5);
  }
});

test("an answer of a server is read as it was pasted, with what it lists", async () => {
  const { reading, alternatives } = await answer({ p: given("modelOutputs/openai-chat.json") });
  const { table } = reading;
  expect(reading.p.format).toBe("OpenAI chat");
  expect(table.text).toHaveLength(table.tokens);
  const [first] = await alternatives(0);
  expect(first!.p).toBeGreaterThan(0);
});

const text = (tokens: readonly string[], logprob: number, top: Record<string, number> = {}) =>
  JSON.stringify({
    tokens: tokens.map((text) => ({
      ...{ text, logprob },
      top: Object.entries(top).map(([text, logprob]) => ({ text, logprob })),
    })),
  });

test("two files of scores stand beside each other, with bounds of what they only list", async () => {
  const [p, q] = [
    pasted(text(["a", "b"], -1, { c: -0.6 })),
    pasted(text(["a", "b"], -2, { c: -0.2 }), "q.json"),
  ];
  const { reading, alternatives } = await answer({ p, q });
  expect([...reading.table.p.surprise!, ...reading.table.q!.surprise!]).toEqual([1, 1, 2, 2]);
  expect(reading.comparison!.scoredTokens!.perplexityRatio!.value).toBeCloseTo(Math.E, 12);
  expect(reading.comparison!.forwardKl).toBeUndefined();
  const { lower, upper } = reading.listed!.totalVariation;
  expect(lower.value).toBeGreaterThan(0);
  expect(upper.value).toBeGreaterThanOrEqual(lower.value);
  expect((await alternatives(0)).map(({ text }) => text)).toEqual(["c", "a"]);
});

test("what one file lists bounds its entropy, as SciPy has both ends; above only by a vocabulary", async () => {
  const { entropy, outcomes } = JSON.parse(readFileSync(join(reference, "scorePairs/expected.json"), "utf8"));
  const pieces = JSON.stringify(Array.from({ length: outcomes }, (_, i) => `w${i}`));
  const p = given("scorePairs/base.jsonl");
  const { least, most } = entropy["base.jsonl"];
  const [open, bounded] = [await answer({ p }), await answer({ p, vocabulary: pasted(pieces, "v.json") })];
  for (const [{ reading }, upper] of [
    [open, Infinity],
    [bounded, most],
  ] as const) {
    const bounds = reading.p.statistics.entropyBounds!;
    // What is left for others is known to 2⁻²⁰, of which at most 14 times as many nats come.
    expect(bounds.lower.value).toBeCloseTo(least, 4);
    expect(bounds.upper.value).toBeCloseTo(upper, 4);
  }
  expect(open.reading.p.outcomes).toBeUndefined();
  expect(bounded.reading.p.outcomes).toEqual({ count: outcomes, from: "v.json" });
  const told = ({ reading }: Awaited<ReturnType<typeof answer>>) => ({
    rows: numberRows(reading, []).map(({ key }) => key),
    notes: notesOn(reading, "bits", en, "en"),
    value: headline(reading, "bits", en, "en").find(({ symbol }) => symbol === "H(P)")!.value,
  });
  const [ofOpen, ofBounded] = [told(open), told(bounded)];
  expect(ofOpen.rows).toContain("entropyLeastP");
  expect(ofOpen.rows).not.toContain("entropyMostP");
  expect(ofOpen.value).toMatch(/^2\.28\d* and ∞$/);
  expect(ofOpen.notes.join()).toContain("how much more, nothing says without a vocabulary");
  expect(ofBounded.rows).toContain("entropyMostP");
  expect(ofBounded.value).toMatch(/^2\.28\d* and 2\.87\d*$/);
  expect(ofBounded.notes.join()).toContain(`if there are no more than the ${outcomes} of v.json.`);
});

test("scores of the same text in other tokens are compared by bytes, and those of another text not at all", async () => {
  const p = pasted(text(["ab", "cd"], -1));
  const { reading } = await answer({ p, q: pasted(text(["a", "b", "cd"], -1), "q.json") });
  const { one, other, bytes } = reading.byBytes!;
  expect([bytes, other.value, one.value]).toEqual([4, 0.5, 0.75]);
  expect(reading.table.q).toBeUndefined();
  await expect(answer({ p, q: pasted(text(["x"], -1), "other.json") })).rejects.toThrow(
    /^other.json:1: is of another text/,
  );
});

test("tokens that nothing names are known by their number, so that a report marks the one that came", async () => {
  const { reading, alternatives } = await answer({ p: base, q: base, targets, ignore: 0 });
  const row = reading.table.target!.findIndex((target) => target > 0);
  const found = await alternatives(row);
  expect(found.filter(({ came }) => came).map(({ id }) => id)).toEqual([reading.table.target![row]]);
  const carried = reading.carriers!.reduce((sum, { forwardKl }) => sum + forwardKl, 0);
  // Of a model and itself, and there are nine outcomes, which all are shown.
  expect([carried, reading.carriers!.length]).toEqual([0, 9]);
});

test("what cannot be compared is refused with the file that is to blame", async () => {
  const q = given("modelOutputs/stored.npz");
  await expect(answer({ p: base, q })).rejects.toThrow(
    /^stored.npz: has rows over 11 outcomes, expected 9, as base.npy has/,
  );
  await expect(answer({ p: base, q })).rejects.toMatchObject({
    hint: expect.stringMatching(/compared by bytes, .* --scores writes those of each$/),
  });
  const nothing = pasted('{"choices": [{"message": {"content": "a"}}]}', "nolp.json");
  await expect(answer({ p: nothing, q: base, targets })).rejects.toThrow("nolp.json:1:");
  await expect(answer({ p: nothing, q: base, targets })).rejects.not.toThrow("holds the log-probabilities");
  await expect(answer({ p: base, targets: base })).rejects.toThrow("base.npy: holds no array of integers");
  await expect(answer({ p: pasted("not an output", "notes.txt") })).rejects.toThrow("notes.txt: byte 0");
});

test("an index of safetensors is read from its shards, doubles too, and refused without them by their name", async () => {
  const logits = Float32Array.from({ length: 12 }, (_, i) => Math.sin(i));
  const shards = [
    shard("1.safetensors", "a", logits, 3),
    shard("2.safetensors", "b", Float64Array.from(logits), 3),
  ];
  const index = pasted(
    '{"weight_map": {"a": "1.safetensors", "b": "2.safetensors"}}',
    "model.safetensors.index.json",
  );
  const whole = { ...index, beside: shards };
  expect(await contentsOf(whole)).toMatchObject({ shards: ["1.safetensors", "2.safetensors"] });
  const alone = await answer({ p: npy("p.npy", "<f4", [3, 4], logits) });
  for (const array of ["a", "b"]) {
    const { reading, alternatives } = await answer({ p: { ...whole, array } });
    expect(reading.p.format).toBe("safetensors index");
    expect(reading.table).toEqual(alone.reading.table);
    expect(await alternatives(2)).toEqual(await alone.alternatives(2));
  }
  await expect(contentsOf(index)).rejects.toThrow(
    "model.safetensors.index.json: names 1.safetensors, which is not given",
  );
});

test("what came is read from text and from JSON too, wherever it falls", async () => {
  const tokens = [1, 0, 3];
  const logits = npy(
    "p.npy",
    "<f4",
    [3, 4],
    Float32Array.from({ length: 12 }, (_, i) => Math.sin(i)),
  );
  const stored = await answer({ p: logits, targets: npy("t.npy", "<i4", [3], Int32Array.from(tokens)) });
  for (const text of [tokens.join("\n"), tokens.join(" "), JSON.stringify(tokens), ` [\n${tokens}]`]) {
    const targets = pasted(text, "t.txt");
    expect(await contentsOf(targets)).toMatchObject({ logits: [], integers: [{ name: "", shape: [3] }] });
    const { reading } = await answer({ p: logits, targets });
    expect(reading.table).toEqual(stored.reading.table);
    expect(reading.targetsFrom).toBe("t.txt");
  }
  await expect(contentsOf(pasted("1\n2\nx", "t.txt"))).rejects.toThrow(
    "t.txt:3: has x, expected an integer of 32 bits",
  );
});

test("a vocabulary is told from scores, which are JSON too", async () => {
  const kindOf = async (text: string) => (await contentsOf(pasted(text))).kind;
  expect(await kindOf('{"a": 0, "b": 1}')).toBe("vocabulary");
  expect(await kindOf('{"version": "1.0", "model": {"vocab": {"a": 0}}}')).toBe("vocabulary");
  expect(await kindOf('["a", "b"]')).toBe("vocabulary");
  expect(await kindOf(text(["a"], -1))).toBe("scores");
  expect(await kindOf(`${text(["a"], -1)}\n${text(["b"], -1)}`)).toBe("scores");
  expect((await contentsOf(given("modelOutputs/openai-chat.json"))).kind).toBe("scores");
  expect((await contentsOf(targets)).kind).toBe("arrays");
});

const notesOf = async (question: Parameters<typeof answer>[0]) =>
  notesOn((await answer(question)).reading, "bits", en, "en").join("\n");

test("how many tokens came without their log-probability is said, and what perplexity is at least with them", async () => {
  const p = given("modelOutputs/openai-chat.json");
  const { perplexityBounds, scored } = (await answer({ p })).reading.p.statistics;
  expect(perplexityBounds!.tokens).toBe(scored + 1);
  const least = numberText(perplexityBounds!.lower.value, "en");
  expect(await notesOf({ p })).toContain(
    `1 token of openai-chat.json came without a log-probability, and is in no estimate: if as likely as the lists allow, the perplexity of all is at least ${least}.`,
  );
});

test("padding is counted where it is some, and named as the reason where it is all", async () => {
  const q = given("twoModels/near.npy");
  const { rows, paddingRows } = await reading();
  expect(await notesOf({ p: base, q, targets, ignore: 0 })).toContain(`${paddingRows} rows are padding`);
  const nothing = Int32Array.from({ length: rows }, () => -100);
  const all = npy("all.npy", "<i4", [rows], nothing);
  for (const question of [
    { p: base, targets: all },
    { p: base, q, targets: all },
  ]) {
    const said = await notesOf(question);
    expect(said).toContain("Every row is padding");
    expect(said).not.toMatch(/Nothing says what came|list only the likeliest/);
  }

  async function reading() {
    const { table } = (await answer({ p: base, targets, ignore: 0 })).reading;
    // What came is a token, of which there are nine from 0 on; 0 is the one that is left out.
    return { rows: table.tokens, paddingRows: table.target!.filter((target) => target < 0).length };
  }
});

test("a row is counted from 0, as on the command line", async () => {
  const values = Float32Array.from({ length: 6 }, (_, i) => (i < 4 ? i : Number.NaN));
  const said = await notesOf({ p: npy("p.npy", "<f4", [3, 2], values) });
  expect(said).toContain("1 row of p.npy is no distribution, and is left out: row 2, from 0.");
});

test("what there is one of is told as one, in both languages", () => {
  for (const words of [en, es]) {
    const { files, filesOne, reading, notes } = words;
    const { faults, infinite, impossible, bytes } = notes;
    for (const sentence of [files, filesOne, reading.rows, faults, infinite, impossible, bytes]) {
      const told = (amount: string) =>
        fill(sentence, { count: amount, rows: amount, total: amount, spans: amount, bytes: amount });
      expect(told("1")).not.toMatch(/\b1 (tokens|rows|filas|stretches|tramos|bytes)\b/);
      expect(told("2")).toMatch(/\b2 (tokens|rows|filas|stretches|tramos)\b/);
    }
  }
});

test("it is said which doubles are measured as singles, which tokens a vocabulary does not name, and what two files do not say", async () => {
  const doubles = npy(
    "p.npy",
    "<f8",
    [3, 4],
    Float64Array.from({ length: 12 }, (_, i) => Math.sin(i)),
  );
  const came = npy("t.npy", "<i4", [3], Int32Array.of(0, 1, 3));
  const whole = await notesOf({ p: doubles, targets: came, vocabulary: pasted('["a", "b", "c", "d"]') });
  expect(whole).toContain("Doubles of p.npy are measured as singles");
  expect(whole).not.toContain("does not name");
  // Likeliest are 2, 0 and 3 by the sines of 0 to 11.
  const some = await notesOf({ p: doubles, targets: came, vocabulary: pasted('["a", "b"]') });
  expect(some).toContain("does not name 2 of the 4 different tokens");
  const scores = pasted(text(["a", "b"], -1));
  expect(await notesOf({ p: scores, q: scores })).toContain(
    "Taken to be the same, as the files do not say it: window, stride, context before the first scored, BOS token.",
  );
  expect(await notesOf({ p: scores })).not.toContain("Taken to be the same");
});

test("resamples of single tokens are called so, and blocks where neighbours are alike", async () => {
  const random = createRng(1);
  const scores = (logprob: (place: number) => number) =>
    pasted(
      JSON.stringify({
        tokens: Array.from({ length: 300 }, (_, place) => ({ text: "a", logprob: logprob(place) })),
      }),
    );
  const single = await notesOf({ p: scores(() => -random.next()) });
  expect(single).toContain("resamples of single tokens");
  const alike = await notesOf({ p: scores((place) => -1 - Math.sin(place / 20)) });
  expect(alike).toContain("resamples of blocks of neighbouring tokens");
  // A handful of waves, however many tokens they have.
  const few = "fewer than 20 independent sequences, blocks or tokens";
  expect(alike).toContain(few);
  expect(single).not.toContain(few);
});

test("how many independent tokens those are worth is said as the command line says it", async () => {
  const told = async (question: Parameters<typeof answer>[0]) => {
    const { reading } = await answer(question);
    return [worthText(reading, en, "en"), worthText(reading, es, "es"), reading] as const;
  };
  const [pair, , { comparison }] = await told({
    p: base,
    q: given("twoModels/near.npy"),
    targets,
    ignore: 0,
  });
  const { compared, forwardKl } = comparison!;
  const { effectiveSampleSize } = forwardKl!.mean;
  expect(effectiveSampleSize).toBeGreaterThan(20);
  const worth = numberText(effectiveSampleSize, "en", 3);
  expect(pair).toBe(`For the mean of D(P‖Q), these ${compared} tokens are worth ${worth} independent ones.`);
  const few = await told({ p: pasted(text(["a", "b"], -1)) });
  expect(few[0]).toMatch(/^For the mean surprise, these 2 tokens are worth no more than .* too short\.$/);
  expect(few[1]).toMatch(/^Para la sorpresa media, estos 2 tokens no valen por más de .* cortos\.$/);
});

test("when all is read it is said that statistics are computed, and no remaining time", async () => {
  const scores = pasted(text(["a", "b"], -1));
  for (const question of [
    { p: base, targets },
    { p: base, q: base },
    { p: scores },
    { p: scores, q: scores },
  ]) {
    const heard: Progress[] = [];
    const onProgress = (progress: Progress) => heard.push(progress);
    await readFiles(
      { ignore: 0, ...question },
      { start: () => thisThread(openBlobRows), workers: 1, onProgress },
    );
    const last = heard.at(-1)!;
    expect([last.done, last.computing]).toEqual([last.total, true]);
    expect(heard.filter(({ computing }) => computing)).toHaveLength(1);
    expect(paceOf(last, 5000)).toBeUndefined();
    const { computing: _, ...before } = last;
    expect(paceOf(before, 5000)).toBeDefined();
  }
});

test("what was given beside scores and is of no use is named", async () => {
  const vocabulary = { given: pasted('["a", "b"]', "v.json") };
  const slotOf = (logprob: number, top = {}) =>
    ({ given: pasted(text(["a", "b"], logprob, top)), contents: { kind: "scores" } }) as const;
  const [scores, listed] = [slotOf(-1), slotOf(-1, { c: -0.6 })];
  const { unused } = en.notes;
  const came = { given: targets };
  for (const q of [{}, { q: scores }, { q: listed }]) {
    const slots = { ...emptySlots, p: "q" in q ? listed : scores, ...q, vocabulary, targets: came };
    const said = await notesOf(questionOf(slots)!);
    for (const note of Object.values(unused)) expect(said).toContain(note);
  }
  const large = pasted(JSON.stringify([..."abcdefgh"]), "large.json");
  const other = await notesOf({ p: listed.given, vocabulary: large });
  for (const note of Object.values(unused)) expect(other).not.toContain(note);
});
