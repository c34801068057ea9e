import type { JsonNode } from "../json/jsonNode.ts";
import { logProbabilityOf } from "./logProbability.ts";
import type { QuirkTally } from "./quirks.ts";
import type { Alternative, Scored } from "./scoredSequence.ts";
import { tokenOf } from "./tokenText.ts";

/**
 * The plain form: `{ "name": …, "tokens": [{ "text", "logprob", "id", "bytes", "top": [{ "text", "logprob", "id", "bytes" }] }] }`. Only `text` and
 * `logprob` must be there; `logprob` is in nats, or null where the token was not scored.
 */
export function plainScores(tokens: JsonNode, quirks: QuirkTally): Scored[] {
  return tokens.items().map((token, index) => {
    const alternative = (node: JsonNode): Alternative => ({
      ...tokenOf(node.get("text").text(), node.get("bytes"), node.get("id"), quirks, index),
      logProbability: logProbabilityOf(node.get("logprob"), quirks, index),
    });
    return { ...alternative(token), top: token.get("top").itemsIfAny().map(alternative) };
  });
}
