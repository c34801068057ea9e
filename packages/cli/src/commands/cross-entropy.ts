import { crossEntropy, crossEntropyContributions, entropy, klDivergence } from "@surprisal/core";
import { defineCommand } from "../command.ts";
import { equations, measured } from "../measured.ts";
import { common } from "../options.ts";
import { pairTable, pairTerms } from "../outcomes.ts";
import { operandForms, readPair, remarks } from "../reading.ts";
import { explanation, mismatch } from "../support.ts";

export default defineCommand({
  name: "cross-entropy",
  summary: "Cross-entropy H(P,Q): the surprise of Q at draws from P",
  operands: [
    { name: "P", help: "the truth, a distribution" },
    { name: "Q", help: "the model, a distribution over the same outcomes" },
  ],
  options: common,
  notes: operandForms,
  examples: [
    {
      line: "surprisal cross-entropy 0.5,0.4,0.1 0.9,0.05,0.05",
      output: `H(P,Q) = 2.2369655942 bits   truth P, model Q
H(P)   = 1.3609640474 bits   what P itself costs
D(P‖Q) = 0.8760015467 bits   what Q costs beyond it

  outcome    P     Q  P log 1/Q
  [0]      0.5  0.90      0.076
  [1]      0.4  0.05      1.729
  [2]      0.1  0.05      0.432`,
    },
  ],
  async run([first, second], values) {
    const { unit, top } = values;
    const pair = await readPair(first!, second!, values);
    const { p, q } = pair;
    const contributions = crossEntropyContributions(p, q);
    return {
      ...measured("crossEntropy", "H(P,Q)", crossEntropy(p, q), unit),
      ...mismatch(pair, unit, top),
      entropy: measured("entropy", "H(P)", entropy(p), unit),
      divergence: measured("klDivergence", "D(P‖Q)", klDivergence(p, q), unit),
      ...pair.sources,
      outcomes: p.length,
      terms: pairTerms(pair, contributions, unit, top),
    };
  },
  show(result, page) {
    const { outcomes, terms, p, q } = result;
    return [
      ...equations(
        [
          [result, "truth P, model Q"],
          [result.entropy, "what P itself costs"],
          [result.divergence, "what Q costs beyond it"],
        ],
        page,
      ),
      ...pairTable("P log 1/Q", terms, outcomes, page),
      ...explanation([[result, "P", "Q"]], result, page),
      ...remarks(page, p, q),
    ];
  },
});
