import { crossEntropy, crossPerplexity, entropy, perplexity } from "@surprisal/core";
import { defineCommand } from "../command.ts";
import { equations, type Measured, measured } from "../measured.ts";
import { common } from "../options.ts";
import { operandForms, readOne, readPair, remarks } from "../reading.ts";
import { explanation, mismatch } from "../support.ts";

const bases = { bits: "2", nats: "e", bans: "10" };

export default defineCommand({
  name: "perplexity",
  summary: "Perplexity of Q at draws from P; of P alone, its own",
  operands: [
    { name: "P", help: "the truth, a distribution" },
    { name: "Q", help: "the model, a distribution over the same outcomes", optional: true },
  ],
  options: common,
  notes: [
    "Perplexity is 2 to the power of bits and e to the power of nats: the same number whatever the --unit, which is that of the cross-entropy it comes from.",
    ...operandForms,
  ],
  examples: [
    {
      line: "surprisal perplexity 0.5,0.5 0.9,0.1",
      output: `PP(P,Q) = 3.3333333333 outcomes   truth P, model Q
H(P,Q)  = 1.7369655942 bits       2 to this power is the perplexity`,
    },
  ],
  async run([first, second], values) {
    const { unit, top } = values;
    if (second === undefined) {
      const { p, source } = await readOne(first!, values);
      const own = measured("entropy", "H(P)", entropy(p), unit);
      return { ...count("perplexity", "PP(P)", perplexity(p)), from: own, p: source, outcomes: p.length };
    }
    const pair = await readPair(first!, second, values);
    const { p, q, sources } = pair;
    const value = crossPerplexity(p, q);
    return {
      ...count("crossPerplexity", "PP(P,Q)", value),
      ...(value === Infinity && crossEntropy(p, q) < Infinity && { overflow: true as const }),
      ...mismatch(pair, unit, top),
      from: measured("crossEntropy", "H(P,Q)", crossEntropy(p, q), unit),
      ...sources,
      outcomes: p.length,
    };
  },
  show(result, page) {
    const { from } = result;
    const power = `${bases[from.unit]} to this power is the perplexity`;
    const both = "q" in result;
    return [
      ...equations(
        [
          [result, both ? "truth P, model Q" : "as many equally likely ones"],
          [from, power],
        ],
        page,
      ),
      ...(both
        ? explanation([[result, "P", "Q"]], { unit: from.unit, outcomes: result.outcomes }, page)
        : []),
      ...(both ? remarks(page, result.p, result.q) : remarks(page, result.p)),
    ];
  },
});

function count(measure: string, symbol: string, value: number): Measured {
  return { measure, symbol, value, unit: "outcomes" };
}
