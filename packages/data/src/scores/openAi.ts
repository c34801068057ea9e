import type { JsonNode } from "../json/jsonNode.ts";
import { logProbabilityOf, ofProbability } from "./logProbability.ts";
import type { QuirkTally } from "./quirks.ts";
import type { Alternative, Scored } from "./scoredSequence.ts";
import { tokenOf } from "./tokenText.ts";

/**
 * The tokens of `logprobs.content`, as OpenAI's chat and responses write them, and of llama.cpp's `completion_probabilities`: token, bytes, logprob,
 * top_logprobs; or prob, top_probs after the sampler.
 *
 * @param from How many tokens came before these.
 * @see https://platform.openai.com/docs/api-reference/chat/object
 * @see https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
 */
export function contentScores(content: JsonNode, quirks: QuirkTally, from = 0): Scored[] {
  return content.items().map((item, i) => {
    const index = from + i;
    if (item.get("probs").exists) return formerScore(item, quirks, index);
    const isSampled = item.get("prob").exists || item.get("top_probs").exists;
    if (isSampled) quirks.add("afterSampling", index);
    const alternative = (node: JsonNode): Alternative => ({
      ...tokenOf(node.get("token").text(), node.get("bytes"), node.get("id"), quirks, index),
      logProbability: isSampled
        ? ofProbability(node.get("prob"), quirks, index)
        : logProbabilityOf(node.get("logprob"), quirks, index),
    });
    const top = item.get(isSampled ? "top_probs" : "top_logprobs");
    return { ...alternative(item), top: top.itemsIfAny().map(alternative) };
  });
}

// As llama.cpp's server wrote them until the end of 2024.
function formerScore(item: JsonNode, quirks: QuirkTally, index: number): Scored {
  quirks.add("afterSampling", index);
  const text = item.get("content").text();
  const top = item
    .get("probs")
    .items()
    .map((other) => ({
      ...tokenOf(other.get("tok_str").text(), undefined, undefined, quirks, index),
      logProbability: ofProbability(other.get("prob"), quirks, index),
    }));
  const logProbability = top.find((other) => other.text === text)?.logProbability;
  return { ...tokenOf(text, undefined, undefined, quirks, index), logProbability, top };
}

/**
 * The tokens of the `logprobs` of a completion: four lists of one length.
 *
 * @param from How many tokens came before these.
 * @see https://platform.openai.com/docs/api-reference/completions/object
 */
export function completionScores(logprobs: JsonNode, quirks: QuirkTally, from = 0): Scored[] {
  const texts = logprobs.get("tokens").items();
  const values = logprobs.get("token_logprobs");
  const tops = logprobs.get("top_logprobs");
  const refuseUnequal = (list: JsonNode) => {
    if (list.items().length !== texts.length)
      list.refuse(`${texts.length} entries, one for each token`, "lengths");
  };
  refuseUnequal(values);
  if (tops.exists) refuseUnequal(tops);
  const valueItems = values.items();
  const topItems = tops.itemsIfAny();
  return texts.map((text, i) => {
    const index = from + i;
    const top = topItems[i];
    return {
      ...tokenOf(text.text(), undefined, undefined, quirks, index),
      logProbability: logProbabilityOf(valueItems[i]!, quirks, index),
      top: top?.exists
        ? top.entries().map(([other, value]) => ({
            ...tokenOf(other, undefined, undefined, quirks, index),
            logProbability: logProbabilityOf(value, quirks, index),
          }))
        : [],
    };
  });
}
