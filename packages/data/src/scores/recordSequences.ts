import type { JsonNode } from "../json/jsonNode.ts";
import { choiceScores } from "./choiceScores.ts";
import { sampleScores } from "./lmEval.ts";
import { contentScores } from "./openAi.ts";
import { plainScores } from "./plainScores.ts";
import { QuirkTally } from "./quirks.ts";
import type { ScoredSequence, ScoreFormat } from "./scoredSequence.ts";
import { knownScores, refuseUnscored, tokenSequence } from "./tokenSequence.ts";
import { promptScores } from "./vllm.ts";

/**
 * The sequences of one record: a response of a server, a sample, or a text in the plain form.
 *
 * @param name What to call a record that has no name of its own.
 * @throws FormatError with line and column, if it has no log-probabilities in a known form.
 */
export function recordSequences(record: JsonNode, name: string, line: number): ScoredSequence[] {
  const body = record.get("response").get("body");
  const request = record.get("custom_id");
  const hasFailed = record.get("error").exists || body.get("error").exists;
  if (request.exists && hasFailed) return [failedRequest(request.textOr(name), line)];
  if (body.exists && request.exists)
    return answerSequences(body, request.textOr(name), line).map((one) => ({ ...one, request: one.name }));
  if (body.exists) return recordSequences(body, name, line);
  if (!record.isObject) return record.refuse(knownScores, "unsupported");
  return answerSequences(record, record.get("name").textOr(record.get("id").textOr(name)), line);
}

function answerSequences(record: JsonNode, called: string, line: number): ScoredSequence[] {
  const model = record.get("model");
  const origin = { line, ...(typeof model.value === "string" && { model: model.value }) };

  const sequences: ScoredSequence[] = [];
  const add = (
    format: ScoreFormat,
    part: string,
    scores: (quirks: QuirkTally) => ScoredSequence["scores"],
  ) => {
    const quirks = new QuirkTally();
    const name = part === "" ? called : `${called}, ${part}`;
    sequences.push(tokenSequence(format, { name, ...origin }, scores(quirks), quirks));
  };
  const addPrompt = (owner: JsonNode, part: string) => {
    const prompt = owner.get("prompt_logprobs");
    if (!prompt.exists) return;
    const ids = owner.get("prompt_token_ids").exists
      ? owner.get("prompt_token_ids")
      : record.get("prompt_token_ids");
    add("vLLM prompt_logprobs", part, (quirks) => promptScores(prompt, ids, quirks));
  };

  addPrompt(record, "prompt");
  const choices = record.get("choices");
  const choiceItems = choices.itemsIfAny();
  for (const [i, choice] of choiceItems.entries()) {
    const part = choiceItems.length > 1 ? `choice ${i}` : "";
    addPrompt(choice, part === "" ? "prompt" : `${part}, prompt`);
    const found = choiceScores(choice);
    if (found) add(found.format, part, found.scores);
  }
  if (record.get("completion_probabilities").exists)
    add("llama.cpp server", "", (quirks) => contentScores(record.get("completion_probabilities"), quirks));
  for (const item of record.get("output").isList ? record.get("output").items() : [])
    for (const part of item.get("content").isList ? item.get("content").items() : [])
      if (part.get("logprobs").exists)
        add("OpenAI responses", "", (quirks) => contentScores(part.get("logprobs"), quirks));
  if (record.get("resps").exists || record.get("filtered_resps").exists) {
    const id = record.get("doc_id");
    const document = typeof id.value === "number" ? `document ${id.value}` : called;
    const scores = sampleScores(record, document);
    sequences.push({ format: "lm-evaluation-harness", name: document, ...origin, ...scores, quirks: [] });
  } else if (record.get("tokens").isList && sequences.length === 0)
    add("plain", "", (quirks) => plainScores(record.get("tokens"), quirks));
  if (sequences.length > 0) return sequences;
  if (choices.exists) return refuseUnscored(choices);
  // What holds nothing but numbers by name may be a distribution.
  const areNumbers = record.entries().every(([, member]) => typeof member.value === "number");
  return record.refuse(knownScores, areNumbers ? "unsupported" : "value");
}

/** A line of a batch without an answer: a text without tokens, which says so. */
function failedRequest(name: string, line: number): ScoredSequence {
  const quirks = [{ code: "failed", count: 1, first: 0 }] as const;
  return { format: "OpenAI batch", name, request: name, line, unit: "token", scores: [], quirks };
}
