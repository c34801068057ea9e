import { emptyRowMeasures, tokenResampling, tokenStatistics, tokenTable } from "@surprisal/core";
import { decodeTokens, keptRows, reportPage } from "@surprisal/data/report";
import { expect, test } from "vitest";
import { firstTokens, mostTokens } from "../../src/report/firstTokens.ts";

const [tokens, last] = [mostTokens + 5000, mostTokens + 4000];
const measures = emptyRowMeasures(tokens);
const surprise = Float64Array.from({ length: tokens }, (_, row) => (row === last ? 1000 : row % 7));
const sequence = Int32Array.from({ length: tokens }, (_, row) => Math.floor(row / 1000));
const rows = { ...measures, entropy: surprise.map((nats) => nats / 2), negativeLogLikelihood: surprise };
const targets = new Int32Array(tokens);
const table = tokenTable(rows, { sequence, targets });

test("the first tokens have all columns, and the sequences they are in", () => {
  const named = { ...table, sequenceNames: Array.from({ length: 105 }, (_, i) => `s${i}`) };
  const first = firstTokens(named, 2500);
  expect([first.tokens, first.sequenceNames]).toEqual([2500, ["s0", "s1", "s2"]]);
  for (const column of [
    first.sequence,
    first.position,
    first.target,
    first.p.surprise,
    first.p.entropy,
    first.p.top1,
  ])
    expect(column).toHaveLength(2500);
  expect(first.p.surprise![2499]).toBe(surprise[2499]);
  expect(firstTokens(table, tokens)).toBe(table);
});

test("of a text that no browser bears a page holds the first tokens, says so, and counts all", () => {
  const page = reportPage({
    ...{ language: "en", unit: "nats", name: "long.jsonl", card: {}, json: "{}" },
    statistics: tokenStatistics(rows, tokenResampling(sequence)),
    tokens: table,
  });
  const [, data] = /<script type="application\/json" class="data">(.*?)<\/script>/s.exec(page)!;
  expect(decodeTokens(JSON.parse(data!)).table.tokens).toBe(mostTokens);
  expect(page).toContain("this page holds its first 100,000 tokens of 105,000");
  expect(page).toContain("The command surprisal tokens, on the same files, writes every token.");
  expect(page).toContain("The first 100,000 tokens at full precision");
  // What is most striking of all lies behind what the page holds, and is listed all the same.
  expect(page).toContain("The most striking of all 105,000");
  expect(page).toContain(`<th scope="row" class="n">${last.toLocaleString("en")}</th>`);
  expect(keptRows(table).at(-1)).toBeLessThan(mostTokens);
});
