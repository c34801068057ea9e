import { renyiDivergence, renyiEntropy } from "@surprisal/core";
import { defineCommand, type Option } from "../command.ts";
import { type Information, measured } from "../measured.ts";
import { parseNumbers, written } from "../number.ts";
import { common } from "../options.ts";
import type { Page } from "../page.ts";
import { operandForms, readOne, readPair, remarks } from "../reading.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { explanation, mismatch } from "../support.ts";
import { type Cell, numbers, table } from "../table.ts";

const order: Option<number[]> = {
  placeholder: "A[,A…]",
  help: "orders from 0 to inf (default 0,0.5,1,2,inf)",
  initial: [0, 0.5, 1, 2, Infinity],
  expected: "numbers from 0 to inf, such as 2 or 0,1,inf",
  parse: (text) => parseNumbers(text, (value) => value >= 0),
};

const entropyNames = new Map([
  [0, "Hartley: the log of how many outcomes are possible"],
  [1, "Shannon"],
  [2, "collision: the surprise of two draws that agree"],
  [Infinity, "min-entropy: the surprise of the likeliest outcome"],
]);
const divergenceNames = new Map([
  [0, "the surprise, under Q, of what P allows"],
  [0.5, "twice the Bhattacharyya distance, the same both ways"],
  [1, "KL divergence"],
  [2, "the log of 1 + χ²"],
  [Infinity, "the worst outcome: the largest log P/Q"],
]);

export default defineCommand({
  name: "renyi",
  summary: "Rényi entropy of P, or divergence of P from Q, by order",
  operands: [
    { name: "P", help: "a distribution; the truth, when Q is given" },
    { name: "Q", help: "the model, a distribution over the same outcomes", optional: true },
  ],
  options: { order, ...common },
  notes: operandForms,
  examples: [
    {
      line: "surprisal renyi 0.5,0.25,0.25",
      output: `Rényi entropy of P
  H_0(P)    1.5849625007  bits  Hartley: the log of how many outcomes are possible
  H_0.5(P)  1.5431066063  bits
  H_1(P)    1.5000000000  bits  Shannon
  H_2(P)    1.4150374993  bits  collision: the surprise of two draws that agree
  H_∞(P)    1.0000000000  bits  min-entropy: the surprise of the likeliest outcome`,
    },
    {
      line: "surprisal renyi 0.5,0.5 0.9,0.1 --order 1,2",
      output: `Rényi divergence: truth P, model Q
  D_1(P‖Q)  0.7369655942  bits  KL divergence
  D_2(P‖Q)  1.4739311883  bits  the log of 1 + χ²`,
    },
  ],
  async run([first, second], values) {
    const { unit, top, order: orders } = values;
    if (second === undefined) {
      refuseUnused({ top: common.top }, values, "with P and Q");
      const { p, source } = await readOne(first!, values);
      const entropyOf = (order: number) =>
        measured("renyiEntropy", symbol("H", order, "P"), renyiEntropy(p, order), unit);
      return { ...family(orders, entropyOf), p: source, outcomes: p.length };
    }
    const pair = await readPair(first!, second, values);
    const { p, q, sources } = pair;
    const divergenceOf = (order: number) => {
      const divergence = measured(
        "renyiDivergence",
        symbol("D", order, "P‖Q"),
        renyiDivergence(p, q, order),
        unit,
      );
      return { ...divergence, ...(divergence.value === Infinity && mismatch(pair, unit, top)) };
    };
    return { ...family(orders, divergenceOf), ...sources, outcomes: p.length };
  },
  show(result, page) {
    if (!("q" in result))
      return ["Rényi entropy of P", ...list(result.measures, entropyNames, page), ...remarks(page, result.p)];
    const infinite = result.measures.find(({ value }) => value === Infinity) ?? {};
    return [
      "Rényi divergence: truth P, model Q",
      ...list(result.measures, divergenceNames, page),
      ...explanation([[infinite, "P", "Q"]], result, page),
      ...remarks(page, result.p, result.q),
    ];
  },
});

interface Member extends Information {
  order: number;
}

function symbol(letter: string, order: number, of: string): string {
  return `${letter}_${written(order)}(${of})`;
}

/** The first order as the headline, and all of them. */
function family(
  orders: readonly number[],
  at: (order: number) => Information,
): Member & { measures: Member[] } {
  const measures = orders.map((order) => ({ ...at(order), order }));
  return { ...measures[0]!, measures };
}

function list(measures: readonly Member[], names: ReadonlyMap<number, string>, page: Page): string[] {
  const values = numbers(measures.map(({ value }) => value));
  const row = ({ symbol, unit, order }: Member, i: number): Cell[] => [
    symbol,
    values[i]!,
    unit,
    { words: names.get(order) ?? "" },
  ];
  return table(measures.map(row), page);
}
