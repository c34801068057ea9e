import type { JsonNode } from "../json/jsonNode.ts";
import { type ChoiceScores, choiceScores } from "./choiceScores.ts";
import { contentScores } from "./openAi.ts";
import { QuirkTally } from "./quirks.ts";
import type { Scored, ScoredSequence, ScoreFormat } from "./scoredSequence.ts";
import { type Origin, refuseUnscored, tokenSequence } from "./tokenSequence.ts";

/** A part of an answer as a server sends it before the rest is known. */
interface Piece {
  readonly key: string;
  readonly name: string;
  readonly found: ChoiceScores | undefined;
  /** Where log-probabilities would be, if it has text and none of it. */
  readonly unscored: JsonNode | undefined;
  readonly isLast: boolean;
  /** How many tokens there are with it, where that is said. */
  readonly tokens?: number;
}

/** What is there of an answer so far. */
interface Begun {
  readonly origin: Origin;
  readonly quirks: QuirkTally;
  readonly scores: Scored[];
  format?: ScoreFormat;
  unscored?: JsonNode;
  tokens?: number;
}

/**
 * Answers that were streamed, a line for each piece, and have to be put together: OpenAI's by id and choice until one gives a reason to finish, those of llama.cpp's server by slot until one stops.
 * Pieces of several may alternate.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 * @see https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
 */
export class StreamedAnswers {
  readonly #begun = new Map<string, Begun>();

  /**
   * Takes a record, if it is of pieces.
   *
   * @returns The answers that it ends; `undefined` if it is of none.
   * @throws FormatError if an answer ends that has text and no log-probabilities.
   */
  take(record: JsonNode, name: string, line: number): ScoredSequence[] | undefined {
    const pieces = this.#ofServer(record, name) ?? this.#ofChoices(record, name);
    const model = record.get("model").value;
    return pieces?.flatMap(({ key, name, tokens, found, unscored, isLast }) => {
      const before = this.#begun.get(key);
      const isAnother = before?.tokens !== undefined && tokens !== undefined && tokens < before.tokens;
      const origin = { name, line, ...(typeof model === "string" && { model }) };
      const begun: Begun = before && !isAnother ? before : { origin, quirks: new QuirkTally(), scores: [] };
      if (found) {
        begun.format ??= found.format;
        begun.scores.push(...found.scores(begun.quirks, begun.scores.length));
      }
      if (unscored) begun.unscored ??= unscored;
      if (tokens !== undefined) begun.tokens = tokens;
      if (isLast) this.#begun.delete(key);
      else this.#begun.set(key, begun);
      return [...(isAnother ? [ended(before)] : []), ...(isLast ? [ended(begun)] : [])];
    });
  }

  /** The answers that were cut off. */
  rest(): ScoredSequence[] {
    return Array.from(this.#begun.values(), ended);
  }

  #ofChoices(record: JsonNode, name: string): Piece[] | undefined {
    const kind = record.get("object").value;
    const choices = record.get("choices");
    if (!choices.isList) return undefined;
    const id = record.get("id").textOr("");
    const pieces = choices.items().map((choice, i): Piece => {
      const { value: index = i } = choice.get("index");
      const text = choice.get("delta").get("content").value ?? choice.get("text").value;
      const found = choiceScores(choice);
      return {
        key: `choice ${index} of ${id}`,
        name: `${id || name}${index === 0 ? "" : `, choice ${index}`}`,
        found,
        unscored: found || !text ? undefined : choice.get("logprobs"),
        isLast: choice.get("finish_reason").exists,
      };
    });
    // Of completions, pieces are written like the whole, but for the reason to finish. What has no choices says what all of it cost, or what a filter thinks.
    const isOfCompletion = choices
      .items()
      .every((choice, i) => choice.get("finish_reason").value === null || this.#begun.has(pieces[i]!.key));
    const isPiece =
      kind === "chat.completion.chunk" ||
      (kind === "text_completion" && isOfCompletion) ||
      (kind === "" && pieces.length === 0);
    return isPiece ? pieces : undefined;
  }

  #ofServer(record: JsonNode, name: string): Piece[] | undefined {
    const key = `task ${record.get("index").value} of slot ${record.get("id_slot").value}`;
    const { value: text } = record.get("content");
    const { value: stop } = record.get("stop");
    // The last piece has no text; in 2024 it had all tokens once more.
    if (stop === true && text === "" && this.#begun.has(key))
      return [{ key, name, found: undefined, unscored: undefined, isLast: true }];
    if (stop !== false || typeof text !== "string") return undefined;
    const tokens = record.get("completion_probabilities");
    const scores: ChoiceScores["scores"] = (quirks, from) => contentScores(tokens, quirks, from);
    const found = tokens.exists ? { format: "llama.cpp server" as const, scores } : undefined;
    const { value: count } = record.get("tokens_predicted");
    const unscored = found || !text ? undefined : tokens;
    return [
      { key, name, found, unscored, isLast: false, ...(typeof count === "number" && { tokens: count }) },
    ];
  }
}

function ended({ origin, format = "OpenAI chat", scores, quirks, unscored }: Begun): ScoredSequence {
  return scores.length === 0 && unscored
    ? refuseUnscored(unscored)
    : tokenSequence(format, origin, scores, quirks);
}
