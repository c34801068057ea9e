import { type NamedOutput, scoredUnit } from "@surprisal/data";
import { openOutput } from "./outputNamed.ts";

/** Rows of logits, log-probabilities of tokens, or those of whole documents and continuations. */
export type Content = "rows" | "tokens" | "wholes";

/** Scores, open. */
export interface ScoresNamed {
  path: string;
  output: Extract<NamedOutput["output"], { kind: "scores" }>;
}

/** Opens what holds the outputs of a model, and looks at what these are. */
export async function lookInto(text: string): Promise<NamedOutput & { content: Content }> {
  const named = await openOutput(text);
  if (named.output.kind !== "scores") return { ...named, content: "rows" };
  const { unit = "token", output } = await scoredUnit(named.output);
  return { ...named, output, content: unit === "token" ? "tokens" : "wholes" };
}
