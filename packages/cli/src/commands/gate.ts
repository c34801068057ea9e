import { defineCommand, type Option } from "../command.ts";
import { type Assertion, assertionShape, parseAssertion } from "../gate/assertion.ts";
import { gateReport } from "../gate/gateReport.ts";
import { measures } from "../gate/measures.ts";
import { modelGate } from "../gate/modelGate.ts";
import { floor, json, markdown, outputOptions, unit } from "../options.ts";
import { asMarkdown, asText } from "../outputs/report.ts";

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

export default defineCommand({
  name: "gate",
  summary: "Whether a model passes: assertions that hold, fail, or neither",
  operands: [
    { name: "BASE", help: "the truth P, or the one model: logits or log-probabilities" },
    { name: "CANDIDATE", help: "the model Q that is judged, on the same tokens", optional: true },
  ],
  options: { assert, unit, targets, ignore, shift, logits, level, resample, floor, json, markdown },
  notes: [
    {
      title: "An assertion is of one of",
      rows: Object.entries(measures).map(([name, { meaning }]) => [name, meaning] as const),
    },
    "It compares the mean, or of single tokens .median, .p99 (any quantile), .max or .min, by <, <=, > or >= with a number: in bits, nats or bans, as written behind it, else in --unit; of same-top also in %. @95% is how sure it has to be; --level unless given. In a shell it stands in quotes.",
    "It holds if its whole interval satisfies it, and fails if nothing in it does. Else these tokens do not tell, and about how many more would is said. A mean that is ∞ is so for certain, whatever its interval: one token suffices. .max and .min are of these tokens alone. A candidate without a distribution where the base has one fails.",
    "Of scores that list the likeliest tokens, divergences and entropies are known between bounds, whatever the others are: what is asserted holds if all between them satisfies it, and fails if nothing does. D has no upper bound unless --floor assumes one, nor has the entropy.",
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
      line: "surprisal gate base.jsonl q8.jsonl --assert 'perplexity-ratio<3@95%' --assert 'surprise.max<8bits'",
      files: {
        "base.jsonl":
          '{"tokens":[{"text":"The","logprob":-1.5},{"text":" cat","logprob":-4.5},{"text":" sat","logprob":-1.25},{"text":" on","logprob":-0.5}]}\n',
        "q8.jsonl":
          '{"tokens":[{"text":"The","logprob":-1.25},{"text":" cat","logprob":-5},{"text":" sat","logprob":-1.5},{"text":" on","logprob":-0.5}]}\n',
      },
      output: `P is base.jsonl, the base; Q is q8.jsonl: 4 tokens in 1 sequence.

  verdict  assertion               measured        interval             at  to tell
  holds    perplexity-ratio<3@95%    1.1331        0.84648 to 1.5169  95 %
  holds    surprise.max<8bits        7.2135  bits  exact

Holds: 2 of 2 assertions.
Note: taken to be the same, as the files do not say it: window, stride, context before the first scored, BOS token
Note: intervals from fewer than 20 independent tokens are too short: perplexity-ratio<3@95%`,
    },
  ],
  run: (files, values) => modelGate(files, values),
  show: (result, page) => asText(gateReport(result), page),
  markdown: (result) => asMarkdown(gateReport(result)),
  exitCode: ({ verdict }) => exitCodes[verdict],
});
