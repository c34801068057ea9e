import { FormatError, type ScoredSequence, tokenSequences } from "@surprisal/data";
import { openOutput } from "./outputNamed.ts";

/**
 * The sequences of a file that stands beside a base of scores.
 *
 * @throws FormatError if it holds rows of logits, or as `tokenSequences`.
 */
export async function* scoresBeside(base: string, text: string): AsyncGenerator<ScoredSequence> {
  const { path, output } = await openOutput(text);
  try {
    if (output.kind === "scores") yield* tokenSequences(path, output);
    else
      throw new FormatError({
        code: "unsupported",
        source: path,
        problem: "holds rows of logits",
        expected: `log-probabilities of tokens, as ${base} has`,
      });
  } finally {
    await output.close();
  }
}
