import type { JsonNode } from "../json/jsonNode.ts";
import type { HarnessSample, Scored, ScoredSequence } from "./scoredSequence.ts";

/**
 * The log-likelihoods of a sample of lm-evaluation-harness (`--log_samples`): one for each continuation that was asked about, or one for the
 * whole document.
 *
 * @param id What to call the document.
 * @see https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/loggers/evaluation_tracker.py
 */
export function sampleScores(
  sample: JsonNode,
  id: string,
): Required<Pick<ScoredSequence, "unit" | "scores" | "sample">> {
  const filtered = sample.get("filtered_resps");
  const answers = filtered.exists ? filtered.items() : sample.get("resps").items().map(firstOf);
  const asked = argumentsOf(sample.get("arguments"));
  const isGreedy: boolean[] = [];
  const scores = answers.map((answer, i): Scored => {
    const [first, greedy, ...more] = answer.isList ? answer.items() : [answer];
    if (first === undefined || more.length > 0)
      return answer.refuse("a log-likelihood, and whether it is greedy");
    if (greedy !== undefined) isGreedy.push(truth(greedy));
    const text = asked[i]?.[greedy === undefined ? 0 : 1]?.value;
    return { text: typeof text === "string" ? text : "", logProbability: logLikelihood(first), top: [] };
  });
  if (isGreedy.length > 0 && isGreedy.length < scores.length)
    return sample.refuse("log-likelihoods of continuations or of documents, and not of both");
  const unit = isGreedy.length > 0 ? "continuation" : "document";
  return { unit, scores, sample: { id, isGreedy, ...aboutDocument(sample) } };
}

function aboutDocument(sample: JsonNode): Omit<HarnessSample, "id" | "isGreedy"> {
  const text = (key: string) => {
    const { value } = sample.get(key);
    return typeof value === "string" ? value : undefined;
  };
  const [documentHash, promptHash, target] = [text("doc_hash"), text("prompt_hash"), targetOf(sample)];
  const accuracy = sample.get("acc").value;
  const words = countOf(sample.get("word_perplexity"));
  const bytes = countOf(sample.get("byte_perplexity")) ?? countOf(sample.get("bits_per_byte"));
  return {
    ...(documentHash !== undefined && { documentHash }),
    ...(promptHash !== undefined && { promptHash }),
    ...(target !== undefined && { target }),
    ...(typeof accuracy === "number" && { accuracy }),
    isAskedTwice: sample.get("acc_mutual_info").exists,
    ...(words !== undefined && { words }),
    ...(bytes !== undefined && { bytes }),
  };
}

// Older versions write an index as a number.
function targetOf(sample: JsonNode): string | undefined {
  const { value } = sample.get("target");
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The second of a log-likelihood and what it is to be divided by. */
function countOf(metric: JsonNode): number | undefined {
  const count = metric.isList ? metric.items()[1]?.value : undefined;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

function firstOf(repeats: JsonNode): JsonNode {
  return repeats.items()[0] ?? repeats.refuse("at least one answer");
}

// Written as gen_args_0: { arg_0, arg_1 }, or as lists of arguments.
function argumentsOf(node: JsonNode): JsonNode[][] {
  if (!node.exists) return [];
  const requests = node.isObject ? node.entries().map(([, request]) => request) : node.items();
  return requests.map((request) =>
    request.isObject ? request.entries().map(([, argument]) => argument) : request.items(),
  );
}

// Newer versions write every number, and every truth value, as a text.
function truth(node: JsonNode): boolean {
  const { value } = node;
  if (value === true || value === "True") return true;
  return value === false || value === "False" ? false : node.refuse("whether it is greedy: true or false");
}

function logLikelihood(node: JsonNode): number {
  const expected = "a log-likelihood, at most 0";
  const isText = typeof node.value === "string";
  const text = isText ? node.text() : "";
  if (isText && !/^-?(\d+(\.\d+)?(e[+-]\d+)?|inf)$/.test(text))
    return node.refuse(expected, "number", "tasks that generate text have no log-likelihoods");
  const value = isText ? (text === "-inf" ? Number.NEGATIVE_INFINITY : Number(text)) : node.number(expected);
  return value <= 0 ? value : node.refuse(expected, "range");
}
