import { entropy, klDivergence, temperature } from "@surprisal/core";
import { defineCommand, type Option } from "../command.ts";
import { measured } from "../measured.ts";
import { parseNumbers, written } from "../number.ts";
import { common } from "../options.ts";
import { leading, outcomeText } from "../outcomes.ts";
import { operandForms, readOne } from "../reading.ts";
import { numbers, table } from "../table.ts";

const t: Option<number[]> = {
  placeholder: "T[,T…]",
  help: "temperatures from 0 to inf (default 0.5,2)",
  initial: [0.5, 2],
  expected: "numbers from 0 to inf, such as 0.2,1.5",
  parse: (text) => parseNumbers(text, (value) => value >= 0),
};

export default defineCommand({
  name: "temperature",
  summary: "P at other temperatures: probabilities, entropy, KL both ways",
  operands: [{ name: "P", help: "the original distribution, at temperature 1" }],
  options: { t, ...common },
  notes: [
    "At temperature t each probability becomes P to the power 1/t, divided by their sum: below 1 sharper, above 1 flatter, at 0 all on the likeliest, at inf uniform over what is possible.",
    ...operandForms,
  ],
  examples: [
    {
      line: "surprisal temperature 0.6,0.25,0.1,0.05 --t 0.2,1.5",
      output: `T is P at temperature t; information in bits
  outcome        P      t = 0.2  t = 1.5
  [0]      0.60     0.9875       0.4874
  [1]      0.25     0.0124       0.2719
  [2]      0.10     0.000127     0.1476
  [3]      0.05     0.000003968  0.0930
  H(T)     1.49047  0.09822      1.74232
  D(T‖P)   0        0.65475      0.05311
  D(P‖T)   0        2.29524      0.04855`,
    },
  ],
  async run([text], values) {
    const { unit, top } = values;
    const { p, label, source } = await readOne(text!, values);
    const shown = leading(p, top);
    return {
      ...measured("entropy", "H(P)", entropy(p), unit),
      p: source,
      outcomes: p.length,
      terms: shown.map((i) => ({ outcome: label(i), p: p[i]! })),
      temperatures: values.t.map((t) => {
        const at = temperature(p, t);
        return {
          t,
          probabilities: shown.map((i) => at[i]!),
          measures: [
            measured("entropy", "H(T)", entropy(at), unit),
            measured("klDivergence", "D(T‖P)", klDivergence(at, p), unit),
            measured("klDivergence", "D(P‖T)", klDivergence(p, at), unit),
          ],
        };
      }),
    };
  },
  show({ value, unit, outcomes, terms, temperatures }, page) {
    const hidden = outcomes - terms.length;
    const columns = [
      {
        title: "P",
        probabilities: numbers(
          terms.map(({ p }) => p),
          4,
        ),
        measures: numbers([value, 0, 0], 6),
      },
      ...temperatures.map(({ t, probabilities, measures }) => ({
        title: `t = ${written(t)}`,
        probabilities: numbers(probabilities, 4),
        measures: numbers(
          measures.map(({ value }) => value),
          6,
        ),
      })),
    ];
    return [
      `T is P at temperature t; information in ${unit}`,
      ...table(
        [
          ["outcome", ...columns.map(({ title }) => title)].map((title) => ({ title })),
          ...terms.map(({ outcome }, row) => [
            { name: outcomeText(outcome) },
            ...columns.map(({ probabilities }) => probabilities[row]!),
          ]),
          ...(hidden > 0 ? [[{ words: `… and ${hidden} more` }]] : []),
          ...["H(T)", "D(T‖P)", "D(P‖T)"].map((symbol, row) => [
            symbol,
            ...columns.map(({ measures }) => measures[row]!),
          ]),
        ],
        page,
      ),
    ];
  },
});
