import type { JsonNode } from "../json/jsonNode.ts";
import { noticed } from "./noticed.ts";
import type { QuirkTally } from "./quirks.ts";
import type { Scored, ScoredSequence, ScoreFormat } from "./scoredSequence.ts";

/** What a sequence is called, and where it is from. */
export type Origin = Pick<ScoredSequence, "name" | "line" | "model">;

/** A text that was scored token by token. */
export function tokenSequence(
  format: ScoreFormat,
  origin: Origin,
  read: readonly Scored[],
  quirks: QuirkTally,
): ScoredSequence {
  const scores = noticed(read, quirks);
  return { format, ...origin, unit: "token", scores, quirks: quirks.list() };
}

/** Refuses what has no log-probabilities. */
export function refuseUnscored(node: JsonNode): never {
  return node.refuse(
    knownScores,
    "value",
    "ask the server for them: logprobs, top_logprobs, prompt_logprobs, n_probs",
  );
}

export const knownScores =
  "log-probabilities as OpenAI, vLLM, llama.cpp and lm-evaluation-harness write them, or the plain form";
