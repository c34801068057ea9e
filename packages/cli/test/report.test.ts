import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeTokens } from "@surprisal/data/report";
import { expect, test } from "vitest";
import { inFolder, surprisal } from "./surprisal.ts";

const reference = join(import.meta.dirname, "../../../reference");
const cwd = join(reference, "twoModels");
/** By NumPy and SciPy, from the same files: reference/twoModels.py. */
const expected = JSON.parse(readFileSync(join(cwd, "expected.json"), "utf8"));
const withTargets = ["--targets", "targets.npy", "--ignore", "0"];

/** What can be saved from a page: its results, and the tokens of each of its texts. */
function heldBy(page: string) {
  const results = /href="data:application\/json;charset=utf-8,([^"]*)"/.exec(page)![1]!;
  const texts = page.matchAll(/<script type="application\/json" class="data">(.*?)<\/script>/gs);
  return {
    results: decodeURIComponent(results),
    texts: Array.from(texts, ([, data]) => decodeTokens(JSON.parse(data!))),
  };
}

async function reported(folder: string, ...words: string[]) {
  const file = join(folder, "out.html");
  const { code, stdout, stderr } = await surprisal([...words, "--report", file], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return { page: readFileSync(file, "utf8"), stdout };
}

test("diff: beside what is printed, a page with the same numbers, and every token's to the last digit", async () => {
  await inFolder({}, async (folder) => {
    const { page, stdout } = await reported(
      folder,
      "diff",
      "base.npy",
      "near.npy",
      "far.npy",
      ...withTargets,
      "--json",
    );
    const { results, texts } = heldBy(page);
    expect(results).toBe(stdout);
    expect(texts).toHaveLength(2);
    for (const [i, name] of ["near", "far"].entries()) {
      const { table, alternatives } = texts[i]!;
      expect([table.tokens, new Set(table.sequence).size, alternatives.size]).toEqual([144, 24, 144]);
      const divergences = table.forwardKl!.filter((nats) => !Number.isNaN(nats));
      const mean = divergences.reduce((sum, nats) => sum + nats, 0) / divergences.length;
      expect(mean).toBeCloseTo(expected.withoutPadding[name].forwardKl, 6);
      // Each list holds what came, with the likelihood of the table.
      for (const [row, { p, q }] of alternatives) {
        const came = table.target![row]!;
        if (came < 0) continue;
        expect(0 - p.find(({ id }) => id === came)!.logProbability).toBeCloseTo(table.p.surprise![row]!, 5);
        expect(0 - q!.find(({ id }) => id === came)!.logProbability).toBeCloseTo(table.q!.surprise![row]!, 5);
        expect(p[0]!.id).toBe(table.p.top1![row]);
      }
    }
    expect(page).toContain("near.npy is nearer to P than far.npy");
    expect(page).toContain(`--report ${join(folder, "out.html")}`);
    expect(readdirSync(folder)).toEqual(["out.html"]);
  });
});

test("perplexity: of logits, of a base file of llama.cpp, and of JSON, in either language", async () => {
  await inFolder({}, async (folder) => {
    const logits = await reported(folder, "perplexity", "base.npy", ...withTargets, "--language", "es");
    expect(logits.page).toContain('<html lang="es">');
    expect(logits.page).toContain("<h1>Perplejidad ");
    expect(heldBy(logits.page).texts[0]!.alternatives.size).toBe(144);
    const doubles = await reported(folder, "perplexity", join(reference, "modelOutputs/f8.npy"), "--logits");
    expect(doubles.page).toMatch(/Doubles of .*f8\.npy are measured as singles/);
    const base = await reported(folder, "perplexity", join(reference, "modelOutputs/base.kld"));
    expect(base.page).toMatch(/16-bit codes/);
    const chat = await reported(folder, "perplexity", join(reference, "modelOutputs/openai-chat.json"));
    const { table, alternatives } = heldBy(chat.page).texts[0]!;
    expect(table.text).toHaveLength(table.tokens);
    expect(alternatives.size).toBe(table.tokens);
  });
});

test("scores of one model: between which values its entropy is, and under which condition", async () => {
  const file = join(reference, "scorePairs/base.jsonl");
  const { outcomes } = JSON.parse(readFileSync(join(reference, "scorePairs/expected.json"), "utf8"));
  const pieces = JSON.stringify(Array.from({ length: outcomes }, (_, i) => `w${i}`));
  await inFolder({ "v.json": pieces }, async (folder) => {
    const vocabulary = ["--vocabulary", join(folder, "v.json")];
    const open = await reported(folder, "perplexity", file);
    expect(open.page).toContain(
      "The entropy of a token is at least 2.285 bits on average, whatever the tokens",
    );
    const bounded = await reported(folder, "perplexity", file, ...vocabulary, "--language", "es");
    expect(bounded.page).toContain(
      "La entropía de un token está en promedio entre 2,285 bits y 2,878 bits, sean",
    );
    expect(bounded.page).toContain(`si no hay más tokens que los ${outcomes} de ${vocabulary[1]}, cosa que`);
    expect(bounded.page).toContain("Entre qué valores está la entropía");
    const { stdout } = await surprisal(["perplexity", file, ...vocabulary, "--json"]);
    expect(JSON.parse(heldBy(bounded.page).results).entropyBounds).toEqual(JSON.parse(stdout).entropyBounds);
  });
});

test("scores of two models: bounds, not made-up divergences, and which is less surprised", async () => {
  const of = (logprob: number) =>
    JSON.stringify({
      name: "a",
      tokens: [" cat", " sat", " on"].map((text, i) => ({
        text,
        logprob: logprob - i,
        top: [{ text: " dog", logprob: logprob - 0.25 }],
      })),
    });
  await inFolder({ "base.jsonl": of(-1), "near.jsonl": of(-1.25), "far.jsonl": of(-2) }, async (folder) => {
    const file = (name: string) => join(folder, `${name}.jsonl`);
    const { page, stdout } = await reported(
      folder,
      "diff",
      file("base"),
      file("near"),
      file("far"),
      "--json",
    );
    expect(heldBy(page).results).toBe(stdout);
    expect(page).toContain(`${file("near")} is less surprised than ${file("far")}`);
    expect(page).toContain("Taken to be the same, as the files do not say it: window, stride");
    const bits = JSON.parse(stdout).candidates[0].listed.forwardKl.lower.value.toPrecision(4);
    expect(page).toContain(
      `D(P‖Q) is at least ${Number(bits)} bits, whatever the tokens outside the lists are`,
    );
    expect(page).not.toContain("<h1>D(P‖Q) =");
    const { table, alternatives } = heldBy(page).texts[1]!;
    expect([table.forwardKl, Array.from(table.q!.surprise!), alternatives.get(2)!.q]).toEqual([
      undefined,
      [2, 3, 4],
      [
        { text: " dog", logProbability: -2.25 },
        { text: " on", logProbability: -4 },
      ],
    ]);
  });
});

test("scores of two models that cut a text otherwise: by bytes, with the card of each and P's tokens", async () => {
  await inFolder({}, async (folder) => {
    const [base, pieces] = ["../scorePairs/base.jsonl", "../scorePairs/pieces.jsonl"];
    const { page, stdout } = await reported(folder, "diff", base, pieces, "--unit", "nats", "--json");
    const { results, texts } = heldBy(page);
    expect(results).toBe(stdout);
    const [found] = JSON.parse(stdout).candidates;
    expect(page).toContain(`${found.bytes.toLocaleString("en")} bytes in ${found.spans} stretches`);
    for (const { value } of [found.base, found.candidate]) expect(page).toContain(value.toPrecision(3));
    const verdicts = { lower: "Q is less surprised", higher: "Q is more surprised" };
    expect(page).toContain(
      verdicts[found.verdict as keyof typeof verdicts] ?? "Q and P are not distinguishable",
    );
    expect(page).not.toContain("Perplexity");
    const scored = (file: string) =>
      readFileSync(join(cwd, file), "utf8")
        .trim()
        .split("\n")
        .flatMap((line): { logprob: number | null }[] => JSON.parse(line).tokens)
        .filter(({ logprob }) => logprob !== null).length;
    expect(scored(base)).not.toBe(scored(pieces));
    expect(page).toMatch(
      new RegExp(`tokens scored</th>.*>${scored(base)}</td>.*>${scored(pieces)}</td>`, "i"),
    );
    expect(texts.map(({ table }) => table.q)).toEqual([undefined]);
    const both = await reported(folder, "diff", base, "../scorePairs/near.jsonl", pieces, "--language", "es");
    expect(heldBy(both.page).texts.map(({ table }) => table.q === undefined)).toEqual([false, true]);
    expect(both.page).toContain("Los dos cortan el texto en otros tokens");
  });
});

test("a report is there whole or not at all, and only of a model's outputs", async () => {
  await inFolder({}, async (folder) => {
    const file = join(folder, "out.html");
    const missing = await surprisal(["diff", "base.npy", "missing.npy", "--report", file], { cwd });
    expect([missing.code, existsSync(file), readdirSync(folder)]).toEqual([1, false, []]);
    const numbers = await surprisal(["perplexity", "0.5,0.5", "--report", file], { cwd });
    expect([numbers.code, numbers.stderr]).toEqual([2, expect.stringContaining("--report is")]);
    const unread = await surprisal(["diff", "base.npy", "near.npy", "--language", "es"], { cwd });
    expect([unread.code, unread.stderr]).toEqual([2, expect.stringContaining("expected with --report")]);
    const nowhere = await surprisal(["perplexity", "base.npy", "--report", join(folder, "no/out.html")], {
      cwd,
    });
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      expect.stringContaining("lies in a folder that does not exist"),
    ]);
  });
});
