import { crossEntropy, crossPerplexity, entropy, perplexity } from "@surprisal/core";
import { type ModelPerplexity, type NamedOutput, scoredUnit, type WholePerplexity } from "@surprisal/data";
import { defineCommand } from "../command.ts";
import { equations, type Measured, measured } from "../measured.ts";
import { openTwice } from "../openTwice.ts";
import { common, floor, markdown, outputOptions, resume, rowOptions, vocabulary } from "../options.ts";
import { type KeptPerplexity, modelPerplexity, type OutputOptions } from "../outputs/modelPerplexity.ts";
import { outputNamed } from "../outputs/outputNamed.ts";
import { perplexityReport } from "../outputs/perplexityReport.ts";
import { asMarkdown, asText, type Part } from "../outputs/report.ts";
import { rowPrecision } from "../outputs/rowPrecision.ts";
import { type KeptWholes, wholePerplexity } from "../outputs/wholePerplexity.ts";
import { wholePerplexityReport } from "../outputs/wholePerplexityReport.ts";
import { operandForms, readOne, readPair, remarks } from "../reading.ts";
import { givenAmong, refuseUnused } from "../refuseUnused.ts";
import { type ReportOptions, reportOptions } from "../report/reportOptions.ts";
import { withReport } from "../report/withReport.ts";
import { explanation, mismatch } from "../support.ts";
import { UsageError } from "../usage.ts";

const ofOutputs = { ...outputOptions, vocabulary, floor, resume, ...reportOptions, markdown };

const bases = { bits: "2", nats: "e", bans: "10" };

export default defineCommand({
  name: "perplexity",
  summary: "Perplexity of a model's outputs, of Q at draws from P, or of P",
  operands: [
    { name: "P", help: "the truth, a distribution; or a file of what a model gave out" },
    { name: "Q", help: "the model, a distribution over the same outcomes", optional: true },
  ],
  options: { ...common, ...ofOutputs },
  notes: [
    "Perplexity is 2 to the power of bits and e to the power of nats: the same number whatever the --unit, which is that of the cross-entropy it comes from.",
    {
      title: "What a model gave out is one of",
      rows: [
        [".npy, .npz, .safetensors", "logits; FILE:ARRAY names one of several"],
        ["a base file", "of llama-perplexity --kl-divergence-base"],
        ["JSON, JSON Lines", "log-probabilities of tokens (inspect --help); also -"],
        ["samples", "of lm-evaluation-harness: documents, continuations"],
      ],
    },
    "Logits are batch × sequence × vocabulary, or rows × vocabulary, and each row is scored by the target at its place. Without --targets, the array of integers beside the logits that has their shape is taken: the one called labels or targets, with --shift else input_ids, else the only one that is no mask and no positions; with --shift, each row is scored by the token after its own. A --vocabulary gives the surprise a byte, and a word between white space. Of scores that list the likeliest tokens the mean entropy is bounded, whatever the others are: from below, and from above by how many tokens a --vocabulary has. Tokens that came without their log-probability (−9999, or 0 for an unlikely one) are in no estimate; with them, as likely as the lists allow, the perplexity is at least so much, and at most what a --floor says. Intervals resample blocks of neighbouring tokens, or whole sequences where these differ by more than such blocks explain.",
    "Of samples (lm_eval --log_samples), the surprise a byte of whole documents, or of the right continuation of each, and how often that is the likeliest; nothing a token, as they do not say which there are. What has a name of the harness (word_perplexity, byte_perplexity, bits_per_byte, perplexity, acc) is its number. Intervals resample documents, as if these were independent.",
    rowPrecision,
    ...operandForms,
  ],
  examples: [
    {
      line: "surprisal perplexity 0.5,0.5 0.9,0.1",
      output: `PP(P,Q) = 3.3333333333 outcomes   truth P, model Q
H(P,Q)  = 1.7369655942 bits       2 to this power is the perplexity`,
    },
    {
      line: "surprisal perplexity answers.jsonl",
      files: {
        "answers.jsonl":
          '{"tokens":[{"text":"The","logprob":null},{"text":" cat","logprob":-4.5},{"text":" sat","logprob":-1.25},{"text":" on","logprob":-0.5},{"text":" the","logprob":-0.25},{"text":" mat","logprob":-2}]}\n',
      },
      output: `answers.jsonl: 5 of 6 tokens scored, in 1 sequence

                    estimate            interval             worth, in independent tokens
  perplexity        5.47395   outcomes  1.54883 to 31.1091                              5
  surprise a token  2.45258   bits      0.631179 to 4.95926                             5
  surprise a byte   0.645416  bits      0.180337 to 1.23982                             5
  surprise a word   2.45258   bits      0.631179 to 4.95926                             5

Intervals at 95 %: percentiles of 1000 resamples of single tokens, which show no dependence.
Note: tokens that have no log-probability: the first token of a text, or null: 1, first in line 1 [0]
Note: intervals from fewer than 20 independent tokens are too short

Comparable with perplexities that have the same
  text                 sha256 of the text, 500532af74c472e3
  tokens scored        5
  surprise divided by  token
  mean over            tokens
and the same of what the file does not say: tokeniser, window, stride, context before the first scored, BOS token.`,
    },
  ],
  async run([first, second], values) {
    const { unit, top } = values;
    if (first === "-" && values.report !== "none")
      throw new UsageError(`--report is ${values.report}, expected with a file: standard input is read once`);
    const open = openTwice();
    const isExpected = second === undefined && givenAmong(rowOptions, values) !== undefined;
    const output = await outputNamed(first!, open, isExpected);
    if (output && second !== undefined) {
      await output.output.close();
      throw new UsageError(
        `${second} is given beside ${first}, expected one file of what a model gave out: surprisal diff compares two`,
      );
    }
    if (output) {
      const { normalize, smooth } = common;
      refuseUnused(
        { normalize, smooth },
        values,
        `with distributions only: ${first} is what a model gave out`,
      );
      return ofModel(output, values);
    }
    refuseUnused(ofOutputs, values, `with a model's outputs only: ${first} is a distribution`);
    if (second === undefined) {
      refuseUnused({ top: common.top }, values, "with P and Q");
      const { p, source } = await readOne(first!, values, open);
      const own = measured("entropy", "H(P)", entropy(p), unit);
      return { ...count("perplexity", "PP(P)", perplexity(p)), from: own, p: source, outcomes: p.length };
    }
    const pair = await readPair(first!, second, values, open);
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
    if (isOfModel(result)) return asText(reportOf(result), page);
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
  markdown: (result) => (isOfModel(result) ? asMarkdown(reportOf(result)) : []),
});

async function page(result: ModelPerplexity, kept: KeptPerplexity, options: ReportOptions): Promise<string> {
  const { perplexityPage } = await import("../report/perplexityPage.ts");
  return perplexityPage(result, kept, options);
}

async function wholesPage(
  result: WholePerplexity,
  kept: KeptWholes,
  options: ReportOptions,
): Promise<string> {
  const { wholePerplexityPage } = await import("../report/wholesPages.ts");
  return wholePerplexityPage(result, kept, options);
}

async function ofModel(
  named: NamedOutput,
  options: OutputOptions & ReportOptions,
): Promise<ModelPerplexity | WholePerplexity> {
  if (named.output.kind !== "scores") return ofTokens(named, options);
  const { unit, output } = await scoredUnit(named.output);
  if (unit === undefined || unit === "token") return ofTokens({ ...named, output }, options);
  const measure = (kept?: KeptWholes) => wholePerplexity(named.path, output, options, kept);
  return withReport(options, {}, measure, wholesPage);
}

function ofTokens(named: NamedOutput, options: OutputOptions & ReportOptions): Promise<ModelPerplexity> {
  return withReport(options, {}, (kept) => modelPerplexity(named, options, kept), page);
}

function reportOf(result: ModelPerplexity | WholePerplexity): Part[] {
  return result.measure === "wholePerplexity" ? wholePerplexityReport(result) : perplexityReport(result);
}

function isOfModel(
  result: Measured | ModelPerplexity | WholePerplexity,
): result is ModelPerplexity | WholePerplexity {
  return result.measure === "modelPerplexity" || result.measure === "wholePerplexity";
}

function count(measure: string, symbol: string, value: number): Measured {
  return { measure, symbol, value, unit: "outcomes" };
}
