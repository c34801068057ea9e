import { klContributions, klDivergence } from "@surprisal/core";
import { defineCommand } from "../command.ts";
import { equation, measured } from "../measured.ts";
import { common } from "../options.ts";
import { pairTable, pairTerms } from "../outcomes.ts";
import { operandForms, readPair, remarks } from "../reading.ts";
import { explanation, mismatch } from "../support.ts";

export default defineCommand({
  name: "kl",
  summary: "KL divergence D(P‖Q): what Q costs on draws from P, beyond H(P)",
  operands: [
    { name: "P", help: "the truth, a distribution" },
    { name: "Q", help: "the model, a distribution over the same outcomes" },
  ],
  options: common,
  notes: [
    ...operandForms,
    "From log-probabilities that training logged, see surprisal policy; of two models, surprisal diff.",
  ],
  examples: [
    {
      line: "surprisal kl 0.5,0.5 0.9,0.1",
      output: `D(P‖Q) = 0.7369655942 bits   truth P, model Q

  outcome    P    Q  P log P/Q
  [0]      0.5  0.9     -0.424
  [1]      0.5  0.1      1.161`,
    },
    {
      line: "surprisal kl A=0.49,B=0.49,C=0.02 A=0.98,B=0.02 --unit nats",
      output: `D(P‖Q) = ∞ nats   truth P, model Q

  outcome     P     Q  P log P/Q
  A        0.49  0.98     -0.340
  B        0.49  0.02      1.567
  C        0.02  0         ∞

Infinite, because Q gives probability 0 to 1 outcome of mass 0.02 under P:
  C  0.02
Over the outcomes both allow, renormalised, D(P‖Q) = 1.2729656758 nats.
Try --smooth epsilon:1e-6: in P and Q alike, each p becomes (p + 1e-6)/(1 +
3·1e-6), which moves 0.0003 % of the mass.`,
    },
  ],
  async run([first, second], values) {
    const { unit, top } = values;
    const pair = await readPair(first!, second!, values);
    const { p, q } = pair;
    const contributions = klContributions(p, q);
    return {
      ...measured("klDivergence", "D(P‖Q)", klDivergence(p, q), unit),
      ...mismatch(pair, unit, top),
      ...pair.sources,
      outcomes: p.length,
      terms: pairTerms(pair, contributions, unit, top),
    };
  },
  show(result, page) {
    const { outcomes, terms, p, q } = result;
    return [
      ...equation(result, "truth P, model Q", page),
      ...pairTable("P log P/Q", terms, outcomes, page),
      ...explanation([[result, "P", "Q"]], result, page),
      ...remarks(page, p, q),
    ];
  },
});
