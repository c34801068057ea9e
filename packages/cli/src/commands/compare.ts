import {
  directedMeasures,
  inUnit,
  jeffreysContributions,
  klContributions,
  symmetricMeasures,
} from "@surprisal/core";
import { defineCommand } from "../command.ts";
import { measuredRow, measureWords } from "../comparison.ts";
import type { Measured } from "../measured.ts";
import { counted } from "../number.ts";
import { common } from "../options.ts";
import { leading, outcomeTable } from "../outcomes.ts";
import type { Page } from "../page.ts";
import { operandForms, readPair, remarks } from "../reading.ts";
import { explanation, type Mismatch, mismatch } from "../support.ts";
import { type Cell, numbers, table, widthOf } from "../table.ts";

type Explained = Measured & Partial<Mismatch>;

export default defineCommand({
  name: "compare",
  summary: "Every measure of P and Q both ways, and the outcomes behind it",
  operands: [
    { name: "P", help: "a distribution" },
    { name: "Q", help: "a distribution over the same outcomes" },
  ],
  options: common,
  notes: operandForms,
  examples: [
    {
      line: "surprisal compare 0.5,0.4,0.1 0.9,0.05,0.05",
      output: `3 outcomes; information in bits
                                   truth P, model Q            truth Q, model P
  entropy                H(P)              1.360964  H(Q)              0.568996
  cross-entropy          H(P,Q)            2.236966  H(Q,P)            1.132193
  KL divergence          D(P‖Q)            0.876002  D(Q‖P)            0.563197
  to the mean of both    D(P‖M)            0.130820  D(Q‖M)            0.188569
  Rényi, order 2         D_2(P‖Q)          1.878834  D_2(Q‖P)          0.723559
  Rényi, order ∞         D_∞(P‖Q)          3.000000  D_∞(Q‖P)          0.847997
  χ²                     χ²(P‖Q)           2.677778  χ²(Q‖P)           0.651250
  perplexity             PP(P)             2.568568  PP(Q)             1.483490
  cross-perplexity       PP(P,Q)           4.714045  PP(Q,P)           2.191916
  the same both ways
  Jeffreys               J(P,Q)            1.439199
  Jensen–Shannon         JS(P,Q)           0.159695
  Bhattacharyya          BD(P,Q)           0.179592
  Bhattacharyya overlap  BC(P,Q)           0.882952
  Amari, α = ½           A_½(P,Q)          0.468190
  Hellinger distance     h(P,Q)            0.342122
  total variation        TV(P,Q)           0.400000

  outcome    P     Q  P log P/Q  Q log Q/P   both
  [0]      0.5  0.90     -0.424     0.7632  0.339
  [1]      0.4  0.05      1.200    -0.1500  1.050
  [2]      0.1  0.05      0.100    -0.0500  0.050`,
    },
  ],
  async run([first, second], values) {
    const { unit, top } = values;
    const pair = await readPair(first!, second!, values);
    const { p, q, label, sources } = pair;
    const forward = mismatch(pair, unit, top);
    const reverse = mismatch({ ...pair, p: q, q: p }, unit, top);
    const either = { culprits: [...(forward.culprits ?? []), ...(reverse.culprits ?? [])] };
    const measures: Explained[] = [
      ...directedMeasures.flatMap((row) => [
        explained(measuredRow(row, [p, q], ["P", "Q"], unit), forward),
        explained(measuredRow(row, [q, p], ["Q", "P"], unit), reverse),
      ]),
      ...symmetricMeasures.map((row) => explained(measuredRow(row, [p, q], ["P", "Q"], unit), either)),
    ];
    const terms = [
      klContributions(p, q),
      klContributions(p, q, "reverse"),
      jeffreysContributions(p, q),
    ] as const;
    return {
      ...measures.find(({ symbol }) => symbol === "D(P‖Q)")!,
      unit,
      ...sources,
      outcomes: p.length,
      measures,
      terms: leading(terms[2], top, (i) => p[i]! + q[i]!).map((i) => {
        const [forward, reverse, both] = terms.map((nats) => inUnit(nats[i]!, unit));
        return { outcome: label(i), p: p[i]!, q: q[i]!, forward: forward!, reverse: reverse!, both: both! };
      }),
    };
  },
  show({ unit, p, q, outcomes, measures, terms }, page) {
    const at = (symbol: string) => measures.find((measure) => measure.symbol === symbol)!;
    return [
      `${counted(String(outcomes), "outcomes")}; information in ${unit}`,
      ...listing(measures, page),
      ...outcomeTable(
        ["outcome", "P", "Q", "P log P/Q", "Q log Q/P", "both"],
        terms.map(({ outcome, p, q, forward, reverse, both }) => ({
          outcome,
          numbers: [p, q, forward, reverse, both],
        })),
        outcomes,
        page,
      ),
      ...explanation(
        [
          [at("D(P‖Q)"), "P", "Q"],
          [at("D(Q‖P)"), "Q", "P"],
        ],
        { unit, outcomes },
        page,
      ),
      ...remarks(page, p, q),
    ];
  },
});

function explained(measure: Measured, why: Partial<Mismatch>): Explained {
  if (measure.value !== Infinity) return measure;
  return why.culprits?.length ? { ...measure, ...why } : { ...measure, overflow: true };
}

/** Both directions side by side where the page is wide enough, else one after the other. */
function listing(measures: readonly Measured[], page: Page): string[] {
  const both = 2 * directedMeasures.length;
  const forward = shown(measures.slice(0, both).filter((_, i) => i % 2 === 0));
  const reverse = shown(measures.slice(0, both).filter((_, i) => i % 2 === 1));
  const same = shown(measures.slice(both));
  const [first, second, third] = ["truth P, model Q", "truth Q, model P", "the same both ways"];
  const beside = table(
    [
      ["", "", { title: first }, "", { title: second }],
      ...directedMeasures.map(({ key }, i) => [{ words: measureWords[key] }, ...forward[i]!, ...reverse[i]!]),
      [third],
      ...symmetricMeasures.map(({ key }, i) => [{ words: measureWords[key] }, ...same[i]!]),
    ],
    page,
  );
  if (beside.every((line) => widthOf(line) <= page.width)) return beside;
  return table(
    [
      [{ title: first }],
      ...directedMeasures.map(({ key }, i) => [{ words: measureWords[key] }, ...forward[i]!]),
      [{ title: second }],
      ...directedMeasures.map(({ key }, i) => [{ words: measureWords[key] }, ...reverse[i]!]),
      [{ title: third }],
      ...symmetricMeasures.map(({ key }, i) => [{ words: measureWords[key] }, ...same[i]!]),
    ],
    page,
  );
}

function shown(measures: readonly Measured[]): Cell[][] {
  const values = numbers(
    measures.map(({ value }) => value),
    7,
  );
  return measures.map(({ symbol, overflow }, i) => [symbol, overflow ? { number: "too large" } : values[i]!]);
}
