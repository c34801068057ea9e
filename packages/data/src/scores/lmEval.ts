import type { JsonNode } from "../json/jsonNode.ts";
import type { Scored, ScoredSequence } from "./scoredSequence.ts";

/**
 * The log-likelihoods of a sample of lm-evaluation-harness (`--log_samples`): one for each continuation that was asked about, or one for the
 * whole document.
 *
 * @see https://github.com/EleutherAI/lm-evaluation-harness/blob/main/lm_eval/loggers/evaluation_tracker.py
 */
export function sampleScores(sample: JsonNode): Pick<ScoredSequence, "unit" | "scores"> {
  const filtered = sample.get("filtered_resps");
  const answers = filtered.exists ? filtered.items() : sample.get("resps").items().map(firstOf);
  const asked = argumentsOf(sample.get("arguments"));
  let unit: ScoredSequence["unit"] = "document";
  const scores = answers.map((answer, i): Scored => {
    const [first, greedy, ...more] = answer.isList ? answer.items() : [answer];
    if (first === undefined || more.length > 0)
      return answer.refuse("a log-likelihood, and whether it is greedy");
    if (greedy !== undefined) unit = "continuation";
    const text = asked[i]?.[greedy === undefined ? 0 : 1]?.value;
    return { text: typeof text === "string" ? text : "", logProbability: logLikelihood(first), top: [] };
  });
  return { unit, scores };
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

// Newer versions write every number as a text.
function logLikelihood(node: JsonNode): number {
  const expected = "a log-likelihood, at most 0";
  const isText = typeof node.value === "string";
  const text = isText ? node.text() : "";
  if (isText && !/^-?(\d+(\.\d+)?(e[+-]\d+)?|inf)$/.test(text))
    return node.refuse(expected, "number", "tasks that generate text have no log-likelihoods");
  const value = isText ? (text === "-inf" ? Number.NEGATIVE_INFINITY : Number(text)) : node.number(expected);
  return value <= 0 ? value : node.refuse(expected, "range");
}
