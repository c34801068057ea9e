import type { ModelDiff, ScoreDiff, WholeDiff } from "@surprisal/data";
import { defineCommand, flag } from "../command.ts";
import { again, floor, json, markdown, outputOptions, resume, top, unit, vocabulary } from "../options.ts";
import { diffReport, llamaText } from "../outputs/diffReport.ts";
import { lookInto } from "../outputs/lookInto.ts";
import { type KeptDiff, modelDiff } from "../outputs/modelDiff.ts";
import { asCode, asMarkdown, asText } from "../outputs/report.ts";
import { rowPrecision } from "../outputs/rowPrecision.ts";
import { type KeptScores, scoreDiff } from "../outputs/scoreDiff.ts";
import { scoreDiffReport } from "../outputs/scoreDiffReport.ts";
import { type KeptWholePairs, wholeDiff } from "../outputs/wholeDiff.ts";
import { wholeDiffReport } from "../outputs/wholeDiffReport.ts";
import { refuseWholeOptions } from "../outputs/wholeOptions.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { type ReportOptions, reportOptions } from "../report/reportOptions.ts";
import { withReport } from "../report/withReport.ts";
import { UsageError } from "../usage.ts";

const llama = flag("print what llama-perplexity --kl-divergence prints");

/** What has an effect on rows of logits, and on what is said of them but in the blocks of llama.cpp. */
const ofRows = { again, top, llama };
const unsaidByLlama = {
  unit,
  again,
  top,
  vocabulary,
  level: outputOptions.level,
  resample: outputOptions.resample,
};

export default defineCommand({
  name: "diff",
  summary: "What models disagree about on the same tokens, with intervals",
  operands: [
    { name: "BASE", help: "the truth P: a file of logits, or of scores" },
    { name: "CANDIDATE", help: "a model Q: the same rows or the same text; one or more", rest: true },
  ],
  options: {
    unit,
    ...outputOptions,
    again,
    top,
    vocabulary,
    floor,
    llama,
    resume,
    ...reportOptions,
    json,
    markdown,
  },
  notes: [
    {
      title: "A file is one of",
      rows: [
        [".npy, .npz, .safetensors", "logits; FILE:ARRAY names one of several"],
        ["a base file", "of llama-perplexity --kl-divergence-base"],
        ["JSON, JSON Lines", "log-probabilities of tokens: see inspect --help"],
        ["samples", "of lm-evaluation-harness: documents, continuations"],
      ],
    },
    "Each row of a candidate is compared with the row of the base at its place. With targets, what came is compared too: perplexities, and the probability of it; rows whose target is padding (--ignore) are left out of everything, and counted. The last of a sequence stays, with --shift too: nothing came after it, but its distribution counts.",
    "Candidates are compared with each other row by row, so that what is hard for both falls out. “Not distinguishable” says that these rows do not tell at this --level, not that both are equal.",
    "Of log-probabilities of tokens, what came is compared: perplexities and their ratio. Where both list the likeliest tokens, divergences are bounded, whatever the others are. Models that cut a text into other tokens are compared by bytes, between places where both cut; of logits, make scores first: surprisal tokens FILE --targets TARGETS --vocabulary TOKENIZER --scores --output SCORES, for each of the two.",
    "Samples (lm_eval --log_samples) of one task are compared by document, whatever their order: surprise a byte, and acc, how often the right continuation is the likeliest; both by the differences in pairs; then the documents that differ most (--top).",
    "An outcome's part of D(P‖Q) is P log P/Q − P + Q, averaged over the rows: never below 0, and all parts sum to D(P‖Q). A --vocabulary gives outcomes their names; with --top 0 they are left out, which saves time on large files.",
    "--report writes charts, the text as a heat map by each measure, what else could have come, and every number, as one file that asks for nothing; of samples, the documents that differ most, shaded.",
    "Intervals resample blocks of neighbouring tokens, or whole sequences where these differ by more than such blocks explain; those of quantiles are Woodruff's, with an infinite end where so few rows leave it open.",
    rowPrecision,
  ],
  examples: [
    {
      line: "surprisal diff base.safetensors q8.safetensors",
      // Six rows of logits over three outcomes, as safetensors lays them out, in half precision.
      files: {
        "base.safetensors":
          '@\x00\x00\x00\x00\x00\x00\x00{"logits":{"dtype":"F16","shape":[6,3],"data_offsets":[0,36]}}  \x00@\x00\x00\x00<\x00\x00\x00B\x00\x00\x00<\x00<\x00@\x00B\x00\x00\x00\x00\x00\x00\x00@\x00<\x00@\x00@\x00\x00',
        "q8.safetensors":
          '@\x00\x00\x00\x00\x00\x00\x00{"logits":{"dtype":"F16","shape":[6,3],"data_offsets":[0,36]}}  \x00@\x004\x00<\x00\x00\x00B\x00\x00\x00<\x00<\x00@\x00A\x00\x00\x00\x00\x00\x00\x00@\x00<\x00@\x00@\x004',
      },
      output: `P is base.safetensors, the base: 6 rows over 3 outcomes, in 1 sequence.

Q is q8.safetensors

                               mean        interval
  D(P‖Q)                  0.0039783  bits  0 to 0.0102203
  D(Q‖P)                  0.0044479  bits  0 to 0.0116201
  Jensen–Shannon          0.0010473  bits  0 to 0.00271045
  total variation         0.014952         0 to 0.0335896
  H(Q) − H(P)             0.049361   bits  0 to 0.119422
  same likeliest outcome  1                0.609666 to 1

  P's highest probability  rows  D(P‖Q), bits  interval         share of D(P‖Q)  same likeliest
  0.25 to 0.5                 1      0.00288   not known                  0.121               1
  0.5 to 0.75                 3      0.001319  0 to 0.00395567            0.166               1
  0.75 to 0.95                2      0.008517  0 to 0.0170338             0.714               1

  outcomes that carry D(P‖Q)  P, on average  Q, on average  part of D(P‖Q), bits  share of it
  1                                  0.3984         0.405               0.001853        0.466
  2                                  0.2033         0.2092              0.001708        0.429
  0                                  0.3984         0.3858              0.000418        0.105

  of the rows  D(P‖Q), bits  interval       D(Q‖P), bits  interval
  least            0                            0
  0.1 %            0         0 to 0             0         0 to 0
  1 %              0         0 to 0             0         0 to 0
  5 %              0         0 to 0             0         0 to 0
  10 %             0         0 to 0.000337      0         0 to 0.000362
  25 %             0         0 to 0.00331       0         0 to 0.00355
  median           0.00144   0 to 0.0159        0.001547  0 to 0.0181
  75 %             0.003687  0 to ∞             0.003944  0 to ∞
  90 %             0.01049   0.00254 to ∞       0.0118    0.00273 to ∞
  95 %             0.01376   0.00338 to ∞       0.01558   0.00362 to ∞
  99 %             0.01638   0.00572 to ∞       0.01861   0.00628 to ∞
  99.9 %           0.01697   0.00987 to ∞       0.01929   0.0111 to ∞
  most             0.01703                      0.01937

  of the rows  Jensen–Shannon, bits  interval        total variation  interval
  least                   0                                 0
  0.1 %                   0          0 to 0                 0         0 to 0
  1 %                     0          0 to 0                 0         0 to 0
  5 %                     0          0 to 0                 0         0 to 0
  10 %                    0          0 to 0.0000871         0         0 to 0.00194
  25 %                    0          0 to 0.000855          0         0 to 0.019
  median                  0.0003726  0 to 0.00423           0.008281  0 to 0.0482
  75 %                    0.000952   0 to 1                 0.02116   0 to 1
  90 %                    0.002769   0.000658 to 1          0.03658   0.0146 to 1
  95 %                    0.003643   0.000872 to 1          0.04352   0.0194 to 1
  99 %                    0.004343   0.00149 to 1           0.04907   0.0264 to 1
  99.9 %                  0.0045     0.0026 to 1            0.05032   0.0352 to 1
  most                    0.004517                          0.05046

  of the rows  H(Q) − H(P), bits  interval
  least                  0
  0.1 %                  0        -∞ to 0
  1 %                    0        -∞ to 0
  5 %                    0        -∞ to 0
  10 %                   0        -∞ to 0.00522
  25 %                   0        -∞ to 0.0478
  median                 0.02235  0 to 0.187
  75 %                   0.0505   0 to ∞
  90 %                   0.1257   0.0395 to ∞
  95 %                   0.1624   0.0483 to ∞
  99 %                   0.1917   0.0723 to ∞
  99.9 %                 0.1983   0.119 to ∞
  most                   0.199

Intervals at 95 %: percentiles of 1000 resamples of single tokens, which show no dependence; of rates, Wilson's; of quantiles, Woodruff's.
Note: intervals from fewer than 20 independent rows are too short
Note: what came is not known, so that perplexities are not compared: --targets FILE says it
Note: taken to be the same, as the files do not say it: text, tokeniser, window, stride, context before the first scored, BOS token`,
    },
  ],
  async run(files, values): Promise<ModelDiff | ScoreDiff | WholeDiff> {
    if (files[0] === "-")
      throw new UsageError(
        "BASE is -, expected a file, which is looked into and then read: a CANDIDATE of scores may be -",
      );
    const { content, output } = await lookInto(files[0]!);
    await output.close();
    if (content === "wholes") {
      refuseUnused({ again, llama }, values, "with rows of logits only");
      refuseWholeOptions(values);
      const kept: KeptWholePairs = { candidates: [] };
      return withReport(values, kept, (kept) => wholeDiff(files, values, kept), wholesPage);
    }
    if (content === "tokens") {
      refuseUnused(ofRows, values, "with rows of logits only");
      return withReport(values, { candidates: [] }, (kept) => scoreDiff(files, values, kept), scorePage);
    }
    refuseUnused({ floor }, values, "with scores of tokens only");
    if (values.llama && !values.json && values.report === "none")
      refuseUnused(unsaidByLlama, values, "without --llama, which prints nothing of it");
    return withReport(values, { candidates: [] }, (kept) => modelDiff(files, values, kept), page);
  },
  show(result, page) {
    if (result.measure === "wholeDiff") return asText(wholeDiffReport(result), page);
    if (result.measure === "scoreDiff") return asText(scoreDiffReport(result), page);
    return llamaText(result) ?? asText(diffReport(result), page);
  },
  markdown(result) {
    if (result.measure === "wholeDiff") return asMarkdown(wholeDiffReport(result));
    if (result.measure === "scoreDiff") return asMarkdown(scoreDiffReport(result));
    const llama = llamaText(result);
    return llama ? asCode(llama) : asMarkdown(diffReport(result));
  },
});

async function scorePage(result: ScoreDiff, kept: KeptScores, options: ReportOptions): Promise<string> {
  const { scoreDiffPage } = await import("../report/scoreDiffPage.ts");
  return scoreDiffPage(result, kept, options);
}

async function wholesPage(result: WholeDiff, kept: KeptWholePairs, options: ReportOptions): Promise<string> {
  const { wholeDiffPage } = await import("../report/wholesPages.ts");
  return wholeDiffPage(result, kept, options);
}

async function page(result: ModelDiff, kept: KeptDiff, options: ReportOptions): Promise<string> {
  const { diffPage } = await import("../report/diffPage.ts");
  return diffPage(result, kept, options);
}
