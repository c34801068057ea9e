import type { JsonNode } from "../json/jsonNode.ts";
import { completionScores, contentScores } from "./openAi.ts";
import type { QuirkTally } from "./quirks.ts";
import type { Scored, ScoreFormat } from "./scoredSequence.ts";

/** Who wrote the tokens of a choice, or of a piece of one, and how they are read. */
export interface ChoiceScores {
  readonly format: ScoreFormat;
  /** @param from How many tokens came before. */
  scores(quirks: QuirkTally, from?: number): Scored[];
}

/** The tokens of a choice as OpenAI writes chat and completions; nothing if it has no log-probabilities. */
export function choiceScores(choice: JsonNode): ChoiceScores | undefined {
  const logprobs = choice.get("logprobs");
  const content = logprobs.get("content").exists ? logprobs.get("content") : logprobs.get("refusal");
  if (content.exists)
    return { format: "OpenAI chat", scores: (quirks, from) => contentScores(content, quirks, from) };
  if (!logprobs.get("tokens").exists) return undefined;
  return {
    format: "OpenAI completions",
    scores: (quirks, from) => completionScores(logprobs, quirks, from),
  };
}
