import { fewUnits } from "@surprisal/core";
import { defineCommand, type Option } from "../command.ts";
import { type Assertion, assertionShape, parseAssertion } from "../gate/assertion.ts";
import { gateReport } from "../gate/gateReport.ts";
import { measures } from "../gate/measures.ts";
import { type ModelGate, modelGate } from "../gate/modelGate.ts";
import { type WholeGate, wholeGate } from "../gate/wholeGate.ts";
import { wholeGateReport } from "../gate/wholeGateReport.ts";
import { wholeMeasures } from "../gate/wholeMeasures.ts";
import { floor, json, markdown, outputOptions, unit, vocabulary } from "../options.ts";
import { lookInto } from "../outputs/lookInto.ts";
import { asMarkdown, asText, type Part } from "../outputs/report.ts";
import { UsageError } from "../usage.ts";

const { targets, ignore, shift, logits, level, resample } = outputOptions;

const assert: Option<readonly Assertion[]> = {
  placeholder: "WHAT",
  help: "what is to hold, such as 'kl<0.02@95%'; may be given again",
  initial: [],
  many: true,
  expected: assertionShape,
  parse: (text) => [parseAssertion(text)],
};

const exitCodes = { holds: 0, fails: 3, "cannot tell yet": 4 } as const;

const words =
  "It was the best of times it was the worst of times it was the age of wisdom it was the age of foolishness";

/** Scores of these words. */
const scored = (logprobs: readonly number[]) =>
  `${JSON.stringify({ tokens: words.split(" ").map((text, i) => ({ text, logprob: logprobs[i] })) })}\n`;

export default defineCommand({
  name: "gate",
  summary: "Whether a model passes: assertions that hold, fail, or neither",
  operands: [
    { name: "BASE", help: "the truth P, or the one model: logits or log-probabilities" },
    { name: "CANDIDATE", help: "the model Q that is judged, on the same tokens", optional: true },
  ],
  options: {
    ...{ assert, unit, targets, ignore, shift, logits, vocabulary, level, resample, floor, json, markdown },
  },
  notes: [
    {
      title: "An assertion is of one of",
      rows: Object.entries(measures).map(([name, { meaning }]) => [name, meaning] as const),
    },
    {
      title: "Or, of samples of lm-evaluation-harness, of one of",
      rows: Object.entries(wholeMeasures).map(([name, { meaning }]) => [name, meaning] as const),
    },
    "It compares the mean, or of single tokens .median, .p99 (any quantile), .max or .min, by <, <=, > or >= with a number: in bits, nats or bans, as written behind it, else in --unit; of same-top and acc also in %. @95% is how sure it has to be; --level unless given. In a shell it stands in quotes.",
    `It holds if its whole interval satisfies it, and fails if nothing in it does. Else these tokens do not tell, and about how many more would is said. An interval from fewer than ${fewUnits} of what is resampled (sequences, blocks, tokens) decides nothing. A mean that is ∞ is so for certain, whatever its interval: one token suffices. .max and .min are of these tokens alone. A candidate without a distribution where the base has one fails.`,
    "Of samples (lm_eval --log_samples), documents count and not tokens: .p99 of surprise is of documents, and intervals resample these, as those of perplexity and diff do. Which tokens there are is not known, so that divergences cannot be asserted of.",
    "Of scores that list the likeliest tokens, divergences and entropies are known between bounds, whatever the others are: what is asserted holds if all between them satisfies it, and fails if nothing does. D has no upper bound unless --floor assumes one, and the entropy none unless a --vocabulary says how many tokens there are. Where the log-probability of a token that came is withheld, so are perplexities and surprises: at least by what the lists leave it, at most by the --floor.",
    {
      title: "Exit codes",
      rows: [
        ["0", "all hold"],
        ["3", "one fails"],
        ["4", "none fails, and one cannot be told yet"],
        ["1, 2", "the input could not be used; wrong usage"],
      ],
    },
  ],
  examples: [
    {
      line: "surprisal gate base.jsonl q8.jsonl --assert 'perplexity-ratio<1.2@95%' --assert 'surprise.max<8bits'",
      files: {
        "base.jsonl": scored([
          -3.5, -1.5, -1, -5.5, -0.25, -2, -4, -0.5, -0.25, -3, -0.25, -0.25, -1.5, -0.25, -0.25, -5, -0.25,
          -4.5, -0.5, -0.25, -0.25, -1.5, -0.25, -3.5,
        ]),
        "q8.jsonl": scored([
          -3.75, -1.25, -1.25, -5.25, -0.25, -2.25, -4, -0.75, -0.25, -2.75, -0.25, -0.5, -1.25, -0.25, -0.5,
          -5.25, -0.25, -4.25, -0.75, -0.25, -0.25, -1.75, -0.25, -4,
        ]),
      },
      output: `P is base.jsonl, the base; Q is q8.jsonl: 24 tokens in 1 sequence.

  verdict  assertion                 measured        interval             at  to tell
  holds    perplexity-ratio<1.2@95%    1.0645        0.97808 to 1.1658  95 %
  holds    surprise.max<8bits          7.5741  bits  exact

Holds: 2 of 2 assertions.
Note: taken to be the same, as the files do not say it: window, stride, context before the first scored, BOS token`,
    },
  ],
  async run([base, candidate], values): Promise<ModelGate | WholeGate> {
    if (values.assert.length === 0) throw new UsageError(`--assert is missing, expected ${assertionShape}`);
    const { content, ...named } = await lookInto(base!);
    const { output } = named;
    try {
      return content === "wholes" && output.kind === "scores"
        ? await wholeGate({ ...named, output }, candidate, values)
        : await modelGate(named, [base!, candidate], values);
    } finally {
      await output.close();
    }
  },
  show: (result, page) => asText(reportOf(result), page),
  markdown: (result) => asMarkdown(reportOf(result)),
  exitCode: ({ verdict }) => exitCodes[verdict],
});

function reportOf(result: ModelGate | WholeGate): Part[] {
  return result.measure === "wholeGate" ? wholeGateReport(result) : gateReport(result);
}
