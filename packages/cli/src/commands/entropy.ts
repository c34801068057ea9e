import { entropy, entropyContributions, inUnit, perplexity, selfInformation } from "@surprisal/core";
import { defineCommand } from "../command.ts";
import { equation, measured } from "../measured.ts";
import { counted, written } from "../number.ts";
import { common } from "../options.ts";
import { leading, outcomeTable } from "../outcomes.ts";
import { operandForms, readOne, remarks } from "../reading.ts";
import { wrapped } from "../wrapped.ts";

export default defineCommand({
  name: "entropy",
  summary: "Entropy H(P): the surprise to expect of one draw from P",
  operands: [{ name: "P", help: "a distribution" }],
  options: common,
  notes: operandForms,
  examples: [
    {
      line: "surprisal entropy 0.9,0.1",
      output: `H(P) = 0.4689955936 bits   to be expected of one draw from P
At most 1 bit over 2 outcomes; as uncertain as 1.3841 equally likely ones

  outcome    P  surprise  P × surprise
  [0]      0.9     0.152        0.1368
  [1]      0.1     3.322        0.3322`,
    },
    {
      line: "surprisal entropy bytes:note.txt",
      files: { "note.txt": "banana" },
      output: `H(P) = 1.459147917 bits   to be expected of one draw from P
At most 8 bits over 256 outcomes; as uncertain as 2.7495 equally likely ones

  outcome       P  surprise  P × surprise
  0x6E n   0.3333     1.585        0.5283
  0x61 a   0.5000     1.000        0.5000
  0x62 b   0.1667     2.585        0.4308
  … and 253 more`,
    },
  ],
  async run([text], values) {
    const { unit, top } = values;
    const { p, label, source } = await readOne(text!, values);
    const contributions = entropyContributions(p);
    return {
      ...measured("entropy", "H(P)", entropy(p), unit),
      maximum: inUnit(Math.log(p.length), unit),
      perplexity: perplexity(p),
      p: source,
      outcomes: p.length,
      terms: leading(contributions, top).map((i) => ({
        outcome: label(i),
        p: p[i]!,
        surprise: inUnit(selfInformation(p[i]!), unit),
        term: inUnit(contributions[i]!, unit),
      })),
    };
  },
  show(result, page) {
    const { unit, maximum, outcomes, p, terms } = result;
    const most = counted(written(maximum, 5), unit);
    const equally = counted(written(result.perplexity, 5), "equally likely ones");
    return [
      ...equation(result, "to be expected of one draw from P", page),
      ...wrapped(
        `At most ${most} over ${counted(String(outcomes), "outcomes")}; as uncertain as ${equally}`,
        page.width,
      ),
      ...outcomeTable(
        ["outcome", "P", "surprise", "P × surprise"],
        terms.map(({ outcome, p, surprise, term }) => ({ outcome, numbers: [p, surprise, term] })),
        outcomes,
        page,
      ),
      ...remarks(page, p),
    ];
  },
});
