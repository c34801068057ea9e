import { defineCommand, type Option } from "../command.ts";
import { json, markdown, outputOptions, unit } from "../options.ts";
import { loggedKl, loggedKlReport } from "../outputs/loggedKl.ts";
import { asMarkdown, asText } from "../outputs/report.ts";

const { level, resample } = outputOptions;

const called = (what: string, initial: string): Option<string> => ({
  placeholder: "NAME",
  help: `${what} (default ${initial})`,
  initial,
  expected: `the name of a column or field, such as ${initial}`,
  parse: (text) => text || undefined,
});

const maybeCalled = (what: string, example: string): Option<string | undefined> => ({
  placeholder: "NAME",
  help: what,
  initial: undefined,
  expected: `the name of a column or field, such as ${example}`,
  parse: (text) => text || undefined,
});

export default defineCommand({
  name: "policy",
  summary: "How far a policy is from its reference, by the logs of training",
  operands: [
    { name: "FILE", help: "log-probabilities: JSON Lines, or a table; - is JSON on standard input" },
  ],
  options: {
    policy: called("ln q, under the policy Q", "logprobs"),
    reference: called("ln p, under the reference P", "ref_logprobs"),
    draws: maybeCalled("the same under who drew, if not Q: weights q/draws", "old_logprobs"),
    mask: maybeCalled("1 for tokens that count, 0 for padding and prompts", "completion_mask"),
    sequence: maybeCalled("what is independent: a text, an episode, a prompt", "prompt_id"),
    ...{ unit, level, resample, json, markdown },
  },
  notes: [
    "A record of JSON has numbers, for one token, or lists of equal length, for the tokens of one sequence; a table (.csv, .tsv) has a row for each token. Logarithms are natural.",
    {
      title: "With r = p/q of what was drawn",
      rows: [
        ["k1", "−ln r: right on average, may be negative; as a loss of slope 0 on average"],
        ["k2", "½(ln r)²: wrong where Q is far; as a loss its slope is that of D(Q‖P)"],
        ["k3", "r − 1 − ln r: right, never negative; as a loss of the slope of D(P‖Q)"],
      ],
    },
    "By k1 and k3 the sum over the tokens of a sequence is D(Q‖P) of whole sequences on average. Intervals resample blocks of neighbouring tokens, or whole sequences where these differ by more than such blocks explain.",
    "surprisal experiment kl-estimators shows what is said of the three here.",
  ],
  examples: [
    {
      line: "surprisal policy rollouts.jsonl",
      files: {
        "rollouts.jsonl":
          '{"logprobs":[-0.25,-0.5,-2],"ref_logprobs":[-0.5,-0.25,-3]}\n{"logprobs":[-1,-0.125],"ref_logprobs":[-1.5,-0.25]}\n',
      },
      output: `rollouts.jsonl: D(Q‖P) of the policy Q (logprobs) from the reference P (ref_logprobs), from 5 tokens in 2 sequences

               estimate        interval               worth, in independent tokens
  k1, a token  0.468876  bits  -0.0901684 to 1.08202                             5
  k2, a token  0.200625  bits  0.0281776 to 0.450842                             5
  k3, a token  0.157177  bits  0.0280676 to 0.342215                             5

                  estimate        interval              worth, in independent sequences
  k1, a sequence  1.17219   bits  0.901684 to 1.4427                                  2
  k2, a sequence  0.501562  bits  0.191608 to 0.811516                                2
  k3, a sequence  0.392942  bits  0.164507 to 0.621377                                2

Intervals at 95 %: percentiles of 1000 resamples of single tokens, which show no dependence.
  largest log p/q    0.3607 bits
  P likes it better  20 % of tokens, where k1 is below 0
Note: intervals from fewer than 20 independent tokens are too short
Note: fewer than 20 sequences, so that blocks of neighbouring tokens are resampled`,
    },
    {
      line: "surprisal policy steps.csv --policy new --reference base --draws old --unit nats --json | cut -c 1-43",
      files: {
        "steps.csv": "new,base,old\n-0.25,-0.5,-0.5\n-0.5,-0.25,-0.5\n-2,-3,-1.5\n",
      },
      output: '{"measure":"estimateLoggedKl","symbol":"D(Q',
    },
  ],
  run([file], { policy, reference, draws, mask, sequence, ...options }) {
    const names = {
      ...{ policy, reference },
      ...(draws !== undefined && { draws }),
      ...(mask !== undefined && { mask }),
      ...(sequence !== undefined && { sequence }),
    };
    return loggedKl(file!, names, options);
  },
  show: (result, page) => asText(loggedKlReport(result), page),
  markdown: (result) => asMarkdown(loggedKlReport(result)),
});
