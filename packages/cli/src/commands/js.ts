import { jensenShannonContributions, jensenShannonDivergence } from "@surprisal/core";
import { defineCommand, type Option } from "../command.ts";
import { equation, measured } from "../measured.ts";
import { parseNumber, written } from "../number.ts";
import { common } from "../options.ts";
import { pairTable, pairTerms } from "../outcomes.ts";
import { operandForms, readPair, remarks } from "../reading.ts";

const weight: Option<number> = {
  placeholder: "W",
  help: "the weight of P in the mixture M (default 0.5)",
  initial: 0.5,
  expected: "a number from 0 to 1",
  parse(text) {
    const value = parseNumber(text);
    return value !== undefined && value >= 0 && value <= 1 ? value : undefined;
  },
};

export default defineCommand({
  name: "js",
  summary: "Jensen–Shannon divergence: how well one draw tells P from Q",
  operands: [
    { name: "P", help: "a distribution" },
    { name: "Q", help: "a distribution over the same outcomes" },
  ],
  options: { ...common, weight },
  notes: operandForms,
  examples: [
    {
      line: "surprisal js A=1 B=1",
      output: `JS(P,Q) = 1 bit   both against M = ½P + ½Q, the same both ways

  outcome  P  Q  contribution
  A        1  0           0.5
  B        0  1           0.5`,
    },
  ],
  async run([first, second], values) {
    const { unit, top, weight } = values;
    const pair = await readPair(first!, second!, values);
    const { p, q } = pair;
    const contributions = jensenShannonContributions(p, q, weight);
    return {
      ...measured("jensenShannonDivergence", "JS(P,Q)", jensenShannonDivergence(p, q, weight), unit),
      weight,
      ...pair.sources,
      outcomes: p.length,
      terms: pairTerms(pair, contributions, unit, top),
    };
  },
  show(result, page) {
    const { outcomes, terms, weight, p, q } = result;
    const mixture =
      weight === 0.5 ? "½P + ½Q, the same both ways" : `${written(weight)} P + ${written(1 - weight)} Q`;
    return [
      ...equation(result, `both against M = ${mixture}`, page),
      ...pairTable("contribution", terms, outcomes, page),
      ...remarks(page, p, q),
    ];
  },
});
