import { execFileSync } from "node:child_process";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { jsonOf } from "../../src/tokens/answerOf.ts";
import type { Question } from "../../src/tokens/question.ts";
import { answer, given, reference } from "./given.ts";

const main = join(import.meta.dirname, "../../../cli/src/main.ts");

/** What the command line prints, where files are called by the names a page has of them. */
function printed(words: readonly string[]): unknown {
  const line = ["--conditions=surprisal-source", main, ...words, "--json"];
  const text = execFileSync(process.execPath, line, { cwd: reference }).toString();
  const named = (key: string, value: unknown) =>
    /^(file|base|targets|vocabulary)$/.test(key) && typeof value === "string" ? basename(value) : value;
  return JSON.parse(text, named);
}

const rows = "twoModels/base.npy";
const scores = "scorePairs/base.jsonl";
const targets = "twoModels/targets.npy";
const words = "vocabularies/byte-level-vocab.json";

type Files = Partial<Record<"p" | "q" | "targets" | "vocabulary", string>>;

test.each<[string, Files, string[]]>([
  ["perplexity", { p: rows, targets }, [rows, "--targets", targets]],
  ["perplexity", { p: rows }, [rows]],
  ["perplexity", { p: "modelOutputs/base.kld" }, ["modelOutputs/base.kld"]],
  ["perplexity", { p: scores, vocabulary: words }, [scores, "--vocabulary", words]],
  ["perplexity", { p: "modelOutputs/openai-chat.json" }, ["modelOutputs/openai-chat.json"]],
  ["diff", { p: rows, q: "twoModels/near.npy", targets }, [rows, "twoModels/near.npy", "--targets", targets]],
  [
    "diff",
    { p: "modelOutputs/openai-chat.json", q: "modelOutputs/openai-chat.json" },
    ["modelOutputs/openai-chat.json", "modelOutputs/openai-chat.json"],
  ],
  ["diff", { p: scores, q: "scorePairs/near.jsonl" }, [scores, "scorePairs/near.jsonl"]],
  ["diff", { p: scores, q: "scorePairs/pieces.jsonl" }, [scores, "scorePairs/pieces.jsonl"]],
])("what is saved as JSON is what %s prints: %j", async (command, files, operands) => {
  const question = Object.fromEntries(
    Object.entries(files).map(([part, file]) => [part, given(file)]),
  ) as unknown as Question;
  const { reading } = await answer({ ...question, ignore: 0 });
  const ignore = files.targets ? ["--ignore", "0"] : [];
  const unit = "nats" as const;
  const vocabulary = question.vocabulary?.name;
  expect(JSON.parse(jsonOf(reading, { unit, vocabulary }))).toEqual(
    printed([command, ...operands, ...ignore, "--unit", unit]),
  );
});
