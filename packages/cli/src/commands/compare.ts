import { inUnit, jeffreysContributions, klContributions } from "@surprisal/core";
import { defineCommand } from "../command.ts";
import { directed, measuredRow, symmetric } from "../comparison.ts";
import type { Measured } from "../measured.ts";
import { written } from "../number.ts";
import { common } from "../options.ts";
import { leading, outcomeTable } from "../outcomes.ts";
import { type Page, strong } from "../page.ts";
import { operandForms, readPair, remarks } from "../reading.ts";
import { explanation, type Mismatch, mismatch } from "../support.ts";
import { number, table } from "../table.ts";

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
  entropy                H(P)             1.360964   H(Q)             0.5689956
  cross-entropy          H(P,Q)           2.236966   H(Q,P)           1.132193
  KL divergence          D(P‖Q)           0.8760015  D(Q‖P)           0.5631972
  to the mean of both    D(P‖M)           0.1308203  D(Q‖M)           0.1885687
  Rényi, order 2         D_2(P‖Q)         1.878834   D_2(Q‖P)         0.7235586
  Rényi, order ∞         D_∞(P‖Q)         3          D_∞(Q‖P)         0.8479969
  χ²                     χ²(P‖Q)          2.677778   χ²(Q‖P)          0.65125
  perplexity             PP(P)            2.568568   PP(Q)            1.48349
  cross-perplexity       PP(P,Q)          4.714045   PP(Q,P)          2.191916
  the same both ways
  Jeffreys               J(P,Q)           1.439199
  Jensen–Shannon         JS(P,Q)          0.1596945
  Bhattacharyya          BD(P,Q)          0.1795924
  Bhattacharyya overlap  BC(P,Q)          0.8829524
  Amari, α = ½           A_½(P,Q)         0.4681903
  Hellinger distance     h(P,Q)           0.3421222
  total variation        TV(P,Q)          0.4

  outcome    P     Q  P log P/Q  Q log Q/P    both
  [0]      0.5  0.9      -0.424     0.7632  0.3392
  [1]      0.4  0.05      1.2      -0.15    1.05
  [2]      0.1  0.05      0.1      -0.05    0.05`,
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
      ...directed.flatMap((row) => [
        explained(measuredRow(row, [p, q], ["P", "Q"], unit), forward),
        explained(measuredRow(row, [q, p], ["Q", "P"], unit), reverse),
      ]),
      ...symmetric.map((row) => explained(measuredRow(row, [p, q], ["P", "Q"], unit), either)),
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
      `${outcomes} outcomes; information in ${unit}`,
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
        unit,
        page,
      ),
      ...remarks(p, q),
    ];
  },
});

function explained(measure: Measured, why: Partial<Mismatch>): Explained {
  return measure.value === Infinity ? { ...measure, ...why } : measure;
}

function listing(measures: readonly Measured[], page: Page): string[] {
  const shown = ({ symbol, value }: Measured) => [symbol, number(written(value, 7))];
  const both = directed.map(({ words }, i) => [words, ...measures.slice(2 * i, 2 * i + 2).flatMap(shown)]);
  const same = symmetric.map(({ words }, i) => [words, ...shown(measures[2 * directed.length + i]!)]);
  const titles = ["", "", "truth P, model Q", "", "truth Q, model P"].map((title) => strong(title, page));
  return [...table([titles, ...both, ["the same both ways"], ...same], page)];
}
