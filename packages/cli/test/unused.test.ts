import { join } from "node:path";
import { expect, test } from "vitest";
import { surprisal } from "./surprisal.ts";

const cwd = join(import.meta.dirname, "../../../reference");

const [base, near, codes] = ["twoModels/base.npy", "twoModels/near.npy", "modelOutputs/base.kld"];
const scores = "scorePairs/base.jsonl";

test.each([
  ["perplexity 0.5,0.5 --shift", "--shift is given, expected with a model's outputs only: 0.5,0.5 is a"],
  ["perplexity 0.5,0.5 0.9,0.1 --level 0.9", "--level is given, expected with a model's outputs only"],
  ["perplexity 0.5,0.5 --language es", "--language is given, expected with a model's outputs only"],
  ["perplexity 0.5,0.5 --top 3", "--top is given, expected with P and Q"],
  [`perplexity ${base} --normalize`, "--normalize is given, expected with distributions only"],
  [`perplexity ${scores} --smooth laplace:1`, "--smooth is given, expected with distributions only"],
  [`perplexity ${scores} --ignore 0`, "--ignore is given, expected beside logits only"],
  [`perplexity ${scores} --logits`, "--logits is given, expected beside logits only"],
  [
    `perplexity ${base} --shift`,
    `--shift is given, expected with --targets FILE: ${base} does not say what came`,
  ],
  [
    `perplexity ${codes} --ignore 0`,
    `--ignore is given, expected with --targets FILE: ${codes} says itself what`,
  ],
  [`diff ${base} ${near} --ignore 0`, "--ignore is given, expected with --targets FILE"],
  [`diff ${base} ${near} --llama --unit nats`, "--unit is given, expected without --llama"],
  [`diff ${base} ${near} --floor 1e-9`, "--floor is given, expected with scores of tokens only"],
  [`diff ${scores} ${scores} --top 3`, "--top is given, expected with rows of logits only"],
  [`diff ${scores} ${scores} --again x.npy`, "--again is given, expected with rows of logits only"],
  [`diff ${base} ${near} --json --markdown`, "--json is given, expected without --markdown"],
  [`tokens ${base} --shift`, "--shift is given, expected with --targets FILE"],
  [`tokens ${scores} --vocabulary x.json`, "--vocabulary is given, expected beside logits only"],
  [`gate ${base} ${near} --assert kl<1 --shift`, "--shift is given, expected with --targets FILE"],
  [
    `gate ${base} ${near} --assert kl<1 --vocabulary x.json`,
    "--vocabulary is given, expected with an assertion of entropy",
  ],
  [
    `gate ${base} ${near} --assert entropy<1 --vocabulary vocabularies/words.json`,
    "--vocabulary is given, expected with scores that list the likeliest tokens",
  ],
  [
    `gate ${base} ${near} --assert tv<1 --unit nats`,
    "--unit is given, expected with an assertion of information",
  ],
  [
    `gate ${base} ${near} --assert kl<1@90% --level 0.5`,
    "--level is given, expected with an assertion that has",
  ],
  ["experiment --seed 2", "--seed is given, expected with the NAME of an experiment"],
  ["experiment --svg x.svg", "--svg is given, expected with the NAME of an experiment"],
  ["estimate 3,1 --top 3", "--top is given, expected with P and Q"],
  [
    "estimate 3,1 --estimator nsb --concentration 2",
    "--concentration is given, expected with an estimator that",
  ],
  ["renyi 0.5,0.5 --top 3", "--top is given, expected with P and Q"],
])("an option without effect is wrong usage: %s", async (line, message) => {
  const { code, stdout, stderr } = await surprisal(line.split(" "), { cwd });
  expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
});
