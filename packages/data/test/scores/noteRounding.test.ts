import {
  createRng,
  jensenShannonDivergence,
  klDivergence,
  listedMeasures,
  normalize,
  type Probabilities,
  totalVariation,
} from "@surprisal/core";
import { expect, test } from "vitest";
import { ScorePairing } from "../../src/outputs/scorePairs.ts";
import type { ScoredSequence } from "../../src/scores/scoredSequence.ts";
import { sequencesOf } from "../modelOutputs.ts";

const [size, listed, decimals] = [8, 5, 2];
const rng = createRng(6);
const weights = Array.from({ length: 300 }, () => Array.from({ length: size }, () => rng.next() ** 3 + 1e-3));
const p = weights.map((row) => normalize(row));
const q = weights.map((row) => normalize(row.map((x) => x * (1 + 0.004 * (rng.next() - 0.5)))));

/** One model's scores of what P finds likeliest, `each` tokens a text, as JSON Lines. */
function scoresOf(model: readonly Probabilities[], each: number): string {
  const written = (x: number) => Number(Math.log(x).toFixed(decimals));
  const tokens = model.map((row, i) => {
    const ids = Array.from({ length: size }, (_, id) => id);
    const came = ids.reduce((best, id) => (p[i]![id]! > p[i]![best]! ? id : best));
    const likeliest = ids.sort((a, b) => row[b]! - row[a]!).slice(0, listed);
    const top = likeliest.map((id) => ({ text: `t${id}`, logprob: written(row[id]!) }));
    return { text: `t${came}`, logprob: written(row[came]!), top };
  });
  const lines: string[] = [];
  for (let at = 0; at < tokens.length; at += each)
    lines.push(JSON.stringify({ name: `${at}`, tokens: tokens.slice(at, at + each) }));
  return lines.join("\n");
}

function pairsOf(base: readonly ScoredSequence[], candidate: readonly ScoredSequence[]) {
  const pairing = new ScorePairing("p", "q", { measures: listedMeasures, floor: 1e-9 });
  for (const [i, sequence] of base.entries()) pairing.take(sequence, candidate[i]);
  const pairs = pairing.whole();
  if (pairs.by !== "tokens") throw new Error("the test expected the same tokens");
  return pairs;
}

const roundedIn = (sequences: readonly ScoredSequence[]) =>
  sequences.map(({ quirks }) => quirks.find(({ code }) => code === "rounded")?.decimals);

test.each([1, 2, 10])("bounds of rounded lists hold the truth with %d tokens a text", async (each) => {
  const pairs = pairsOf(await sequencesOf(scoresOf(p, each)), await sequencesOf(scoresOf(q, each)));
  for (const [measure, of] of [
    ["forwardKl", klDivergence],
    ["jensenShannon", jensenShannonDivergence],
    ["totalVariation", totalVariation],
  ] as const) {
    const { lower, upper } = pairs.boundsOf(measure);
    for (const [i, row] of p.entries()) {
      const truth = of(row, q[i]!);
      expect(lower[i], `${measure} at ${i}`).toBeLessThanOrEqual(truth);
      expect(upper[i], `${measure} at ${i}`).toBeGreaterThanOrEqual(truth);
    }
  }
});

test("texts of few numbers are rounded as their neighbours are, each token of them, whether or not what came is known", async () => {
  const found = await sequencesOf(scoresOf(p.slice(0, 40), 1));
  expect(new Set(roundedIn(found))).toEqual(new Set([decimals]));
  expect(found.map(({ name }) => name)).toEqual(Array.from({ length: 40 }, (_, i) => `${i}`));
  const withheld = scoresOf(p, 1).replaceAll(/("text":"t\d","logprob":)[-.\d]+,"top"/g, '$1-9999,"top"');
  expect(new Set(roundedIn(await sequencesOf(withheld)))).toEqual(new Set([decimals]));
});

test("a text of which two numbers only are round is not rounded among others that are not, nor is a handful alone", async () => {
  const line = (...values: number[]) =>
    JSON.stringify({ tokens: values.map((logprob) => ({ text: "a", logprob })) });
  const exact = Array.from({ length: 30 }, (_, i) => line(Math.log(0.9 - i / 97), Math.log(0.3 + i / 97)));
  const among = await sequencesOf([...exact, line(0, -18.25), ...exact].join("\n"));
  expect(new Set(roundedIn(among))).toEqual(new Set([undefined]));
  const handful = await sequencesOf([line(-1), line(-2), line(-0.5, -3)].join("\n"));
  expect(roundedIn(handful)).toEqual([undefined, undefined, undefined]);
});

test("a text of many numbers tells by itself, wherever it stands", async () => {
  const exact = JSON.stringify({ tokens: p.map((row) => ({ text: "a", logprob: Math.log(row[0]!) })) });
  const lines = [exact, scoresOf(p.slice(0, 10), 10), exact];
  expect(roundedIn(await sequencesOf(lines.join("\n")))).toEqual([undefined, decimals, undefined]);
});
