import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  compareRows,
  createRng,
  measureRows,
  type Rows,
  scoreTable,
  tokenComparison,
  tokenStatistics,
  tokenTable,
} from "@surprisal/core";
import { paddingTarget } from "@surprisal/core/rows";
import {
  type DiffReport,
  type PerplexityReport,
  type ReportedCandidate,
  reportPage,
} from "@surprisal/data/report";
import { expect, test, vi } from "vitest";
import { generate } from "../../page/build.ts";

const hostile = [
  "<script>alert(1)</script>",
  "</script><img src=x onerror=alert(1)>",
  "<!--",
  "]]>",
  `"' onfocus=alert(1) x='`,
  "&lt;b&gt;",
  "\u202e\u0000\ud800\n",
  "{{constructor}}",
  "$" + "{1}",
];
const resampling = () => ({ rng: createRng(1), dependence: { kind: "independent" } as const });
const random = createRng(3);
const rowsOf = (): Rows => ({
  format: "f32",
  vocabulary: 9,
  values: Float32Array.from({ length: 9 * 60 }, () => 4 * random.next()),
});
const [base, candidate] = [rowsOf(), rowsOf()];
const targets = Int32Array.from({ length: 60 }, (_, row) => row % 9);
const textOf = (token: number) => hostile[token];
const card = { normalizer: "token", averaging: "tokens", tokensScored: 60 } as const;

const pair = compareRows(base, candidate, { targets, symmetric: true });
const diff: DiffReport & { readonly candidates: readonly ReportedCandidate[] } = {
  ...{
    language: "en",
    unit: "bits",
    name: hostile[0]!,
    targetsFrom: hostile[1]!,
    card,
    json: '{"a":"</script>"}\n',
  },
  command: "surprisal diff '<b>'",
  candidates: [
    {
      name: hostile[1]!,
      comparison: tokenComparison(pair, resampling()),
      tokens: tokenTable(pair, { targets, textOf }),
      alternatives: new Map([[0, { p: [{ text: hostile[1]!, logProbability: -1 }] }]]),
      unsaid: ["window"],
    },
  ],
};
const alone = measureRows(base, { targets, ranks: true });
const one: PerplexityReport = {
  ...{ language: "es", unit: "nats", name: "<b>base</b>", card, json: "{}\n" },
  statistics: tokenStatistics(alone, { targets, ...resampling() }),
  tokens: tokenTable(alone, { targets, textOf }),
  quirks: [{ code: "rounded", count: 2, decimals: 3 }],
  coded: ["<i>"],
};

/** A page less its script, its sheet and its data. */
function withoutParts(page: string): string {
  return page.replace(/(<(script|style)[^>]*>).*?<\/\2>/gs, "$1");
}

test("tokens, names and commands stay text: the page has the tags of its own only", () => {
  for (const report of [diff, one]) {
    const page = reportPage(report);
    expect([page.match(/<script/g)?.length, page.match(/<\/script/g)?.length]).toEqual([2, 2]);
    const tags = withoutParts(page).match(/<[a-z][^>]*>/gi)!;
    expect(
      tags.filter((tag) => /^<(img|i)\b|\son\w+=|alert/.test(tag.replace(/(aria-label|href)="[^"]*"/g, ""))),
    ).toEqual([]);
    expect(withoutParts(page)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(/[\p{Cc}\u202e]/u.test(withoutParts(page).replaceAll("\n", ""))).toBe(false);
    expect(page.isWellFormed()).toBe(true);
  }
});

test("its policy lets nothing in but its own script and sheet, by their digests", () => {
  const page = reportPage(diff);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!;
  const digest = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const script = /<script>(.*?)<\/script>/s.exec(page)![1]!;
  const style = /<style>(.*?)<\/style>/s.exec(page)![1]!;
  expect(policy).toBe(
    `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`,
  );
  expect(style).not.toMatch(/@import|url\((?!["']?#)/);
  const tags = withoutParts(page).match(/<[a-z][^>]*>/gi)!;
  expect(tags.filter((tag) => /\s(style|src|srcset)=|<(link|iframe|object|base)\b/.test(tag))).toEqual([]);
});

test("the same input gives the same file, and a date only if it is given", () => {
  vi.useFakeTimers({ now: new Date(2031, 1, 3) });
  const once = reportPage(diff);
  vi.setSystemTime(new Date(2044, 5, 6));
  expect(reportPage(diff) === once).toBe(true);
  vi.useRealTimers();
  expect(reportPage({ ...one, made: "el 3 de mayo" })).toContain("Hecho el 3 de mayo por Surprisal");
});

test("it begins with the answer, with its interval, unit and direction, in its language", () => {
  const { mean } = diff.candidates[0]!.comparison.forwardKl!;
  const bits = (mean.value / Math.LN2).toPrecision(4);
  const page = reportPage(diff);
  expect(page).toContain(`<h1>D(P‖Q) = ${Number(bits)} bits</h1>`);
  expect(page).toMatch(/95 % interval: [\d.]+ to [\d.]+ bits; truth P, model Q/);
  const perplexity = one.statistics.perplexity!.value.toPrecision(4).replace(".", ",");
  expect(reportPage(one)).toMatch(
    new RegExp(`<h1>Perplejidad ${Number(perplexity.replace(",", "."))}`.replace(".", ",")),
  );
  expect(reportPage(one)).toContain('<html lang="es">');
});

test("the numbers can be taken out of it as they were given", () => {
  const saved = /href="data:application\/json;charset=utf-8,([^"]*)"/.exec(reportPage(diff))![1]!;
  expect(decodeURIComponent(saved)).toBe(diff.json);
});

test("an infinite divergence says where, and a row that is no distribution is named", () => {
  const values = Float32Array.from(candidate.values);
  values[9 * 4 + 2] = -Infinity;
  values[9 * 7] = Number.NaN;
  const broken = compareRows(base, { format: "f32", vocabulary: 9, values }, { targets, symmetric: true });
  const page = reportPage({
    ...diff,
    candidates: [
      {
        name: "Q",
        comparison: tokenComparison(broken, resampling()),
        tokens: tokenTable(broken, { targets }),
      },
    ],
  });
  expect(page).toContain("<h1>D(P‖Q) = ∞ bits</h1>");
  expect(page).toContain("Q rules out what P allows at 1 token, counted from 0: 4.");
  expect(page).toContain("Row 7 of Q, from 0, is no distribution (NaN)");
});

test("the median of a chart is that of the table, and a text that one model rules out has no made-up numbers", () => {
  const { estimate } = diff.candidates[0]!.comparison.forwardKl!.quantiles.find(
    ({ share }) => share === 0.5,
  )!;
  const median = (estimate.value / Math.LN2).toPrecision(3);
  expect(reportPage(diff)).toMatch(new RegExp(`D\\(P‖Q\\), token by token.*median ${Number(median)}<`, "s"));
  const values = Float32Array.from(base.values).map((x, i) =>
    i % 9 === Math.floor(i / 9) % 9 ? -Infinity : x,
  );
  const ruledOut = compareRows(base, { format: "f32", vocabulary: 9, values }, { targets, symmetric: true });
  const page = withoutParts(
    reportPage({
      ...diff,
      candidates: [
        {
          name: "Q",
          comparison: tokenComparison(ruledOut, resampling()),
          tokens: tokenTable(ruledOut, { targets }),
        },
      ],
    }),
  );
  expect(/NaN|undefined/.exec(page)).toBeNull();
  expect(page).toContain("60 at ∞");
});

test("a long text is shown in part, says so, and holds all of its tokens", () => {
  const scores = Array.from({ length: 2500 }, (_, i) => ({
    text: ` w${i}`,
    logProbability: 0 - 5 * random.next(),
    top: [],
  }));
  const tokens = scoreTable([{ name: "a", scores }]);
  const page = reportPage({ ...one, language: "en", tokens });
  expect(page).toContain("1,000 tokens are shown at a time");
  expect(page.match(/<span[^>]*> w\d+<\/span>/g)).toHaveLength(1000);
  expect(page).toContain('" w2499"');
});

test("a line breaks before the blank of a token, not behind it", () => {
  const texts = ["The", " cat", "\n", "    ", " sat", ` ${"x".repeat(40)}`];
  const scores = texts.map((text) => ({ text, logProbability: -1, top: [] }));
  const page = reportPage({ ...one, language: "en", tokens: scoreTable([{ name: "a", scores }]) });
  expect(
    page.match(/<wbr><span class="[^"]*word[^"]*">[^<]*</g)!.map((part) => part.split(">").at(-1)),
  ).toEqual([" cat<", " sat<"]);
});

test("several candidates are ranked, each with its own text", () => {
  const [first] = diff.candidates;
  const page = reportPage({ ...diff, candidates: [first!, { ...first!, name: "other" }] });
  expect(page.match(/<h1>/g)).toHaveLength(1);
  expect(page).toContain('id="tokens-2"');
  const [, title] = /<title>(.*)<\/title>/.exec(page)!;
  expect(page.split(title!)).toHaveLength(3); // as the title, and as the heading
});

test("how tokens are spread goes down the page, where there is room for it", () => {
  const page = withoutParts(reportPage(diff));
  const { quantiles, maximum } = diff.candidates[0]!.comparison.forwardKl!;
  const [head, body] = page.slice(page.indexOf(">Of the tokens<")).split("</table>")[0]!.split("<tbody>");
  expect(head!.split("<th").length - 1).toBeLessThan(7);
  expect(head).toContain(">D(P‖Q), bits<");
  const rows = body!.split("<tr>").slice(1);
  expect(rows).toHaveLength(quantiles.length + 2);
  for (const { share, estimate } of quantiles) {
    const cells = rows.find((row) => row.includes(`>${Number((100 * share).toPrecision(3))} %<`))!;
    const [value, low, high] = [estimate.value, estimate.low, estimate.high].map((nats) =>
      nats === Infinity ? "∞" : String(Number((nats / Math.LN2).toPrecision(3))),
    );
    expect(cells).toContain(`>${value}<span class="below">${low} to ${high}</span><`);
  }
  expect(body).toContain(`${Number((maximum / Math.LN2).toPrecision(3))}<`);
});

test("by how sure P is, every mean, share and rate has its interval", () => {
  const page = withoutParts(reportPage(diff));
  const { buckets } = diff.candidates[0]!.comparison;
  const table = page.slice(page.indexOf(">P&#39;s highest probability<")).split("</table>")[0]!;
  expect(buckets.length).toBeGreaterThan(1);
  expect(table.match(/class="below"/g)).toHaveLength(4 * buckets.length);
});

test("script and sheet are those of page/", async () => {
  const generated = join(import.meta.dirname, "../../src/report/page.gen.ts");
  expect(readFileSync(generated, "utf8")).toBe(await generate());
});

test("rows that are padding are counted, in both reports", () => {
  const padded = Int32Array.from(targets, (target, row) => (row < 7 ? paddingTarget : target));
  const tokens = tokenTable(pair, { targets: padded, textOf });
  const ofTwo = reportPage({ ...diff, candidates: [{ ...diff.candidates[0]!, tokens }] });
  expect(ofTwo).toContain("7 rows are padding");
  expect(reportPage({ ...one, tokens: tokenTable(alone, { targets: padded }) })).toContain(
    "7 filas son relleno",
  );
  expect(reportPage(diff)).not.toContain("padding, by what came");
});

test("a few sequences are few, however many tokens they have", () => {
  const dependence = { kind: "clusters", of: targets.map((_, row) => Math.floor(row / 10)) } as const;
  const statistics = tokenStatistics(alone, { ...resampling(), dependence, targets, top: [1] });
  const few = "se apoyan solo en 6 secuencias, bloques o tokens independientes";
  expect(reportPage({ ...one, statistics })).toContain(few);
  expect(reportPage(one)).not.toContain("se apoyan solo en");
});
