import { openModelOutput, sourceName } from "@surprisal/data";
import { defineCommand } from "../command.ts";
import { type Arrays, inspectArrays, showArrays } from "../inspect/arrays.ts";
import { type Base, inspectBase, showBase } from "../inspect/base.ts";
import { inspectScores, type Scores, showScores } from "../inspect/scores.ts";
import { json } from "../options.ts";
import { openWatched } from "../progress.ts";

type Inspected = { file: string } & (Arrays | Base | Scores);

export default defineCommand({
  name: "inspect",
  summary: "What a file holds of a model: logits, log-probabilities, quirks",
  operands: [{ name: "FILE", help: "what a model gave out; - is standard input, for JSON" }],
  options: { json },
  notes: [
    {
      title: "A file is one of",
      rows: [
        [".npy, .npz", "arrays as NumPy saves them"],
        [".safetensors", "tensors; its .index.json stands for all shards"],
        ["a base file", "of llama-perplexity --kl-divergence-base"],
        ["JSON, JSON Lines", "the log-probabilities of tokens"],
      ],
    },
    "Of JSON, what OpenAI (chat, completions, responses, batches), vLLM (prompt_logprobs), llama.cpp's server and lm-evaluation-harness (samples) write is known, and the plain form. Answers streamed in pieces, one on each line, are put together. Those samples score whole documents or continuations and no tokens: perplexity, diff and gate read them, and tokens writes a row for each.",
    'The plain form has a text on each line: {"tokens": [{"text": " cat", "logprob": -1.5, "top": [{"text": " dog", "logprob": -0.9}]}]}. Log-probabilities are in nats, and null where a token was not scored; id and bytes may stand beside text.',
    "A file is known by its first bytes. Of arrays the headers are read, and one to three rows; JSON is read to its end.",
  ],
  examples: [
    {
      line: "surprisal inspect answers.jsonl",
      files: {
        "answers.jsonl":
          '{"name":"a","tokens":[{"text":"So","logprob":null},{"text":" it","logprob":-1.5}]}\n{"name":"b","tokens":[{"text":"Yes","logprob":-9999.0,"top":[{"text":"No","logprob":-0.25}]}]}\n',
      },
      output: `answers.jsonl: log-probabilities in the plain form
  sequences     2
  tokens        3
  scored        1
  alternatives  1  at most, listed beside a token

  tokens  that are peculiar                                                         first in
       1  have no log-probability: the first token of a text, or null               a [0]
       1  stand at −9999, which means “not known, or impossible”: taken as unknown  b [0]
       1  are not in the list of the likeliest beside them                          b [0]`,
    },
  ],
  async run([path]): Promise<Inspected> {
    const output = await openModelOutput(path!, openWatched);
    const file = sourceName(path!);
    try {
      if (output.kind === "arrays") return { file, ...(await inspectArrays(output)) };
      return { file, ...(output.kind === "base" ? await inspectBase(output) : await inspectScores(output)) };
    } finally {
      await output.close();
    }
  },
  show(result, page) {
    if (result.kind === "arrays") return showArrays(result, page);
    return result.kind === "base" ? showBase(result, page) : showScores(result, page);
  },
});
