import type { JsonNode } from "../json/jsonNode.ts";
import { type Spelling, usualSpace } from "./spelling.ts";

/** Pieces by the numbers of their tokens, how they are written, and the tokens that are text beside them. */
export interface Pieces {
  readonly pieces: ReadonlyMap<number, string>;
  readonly added: ReadonlyMap<number, string>;
  /** Those that are no text. */
  readonly special: ReadonlySet<number>;
  readonly spelling: Spelling;
}

/** More tokens than any model has. */
const most = 2 ** 31 - 1;

/**
 * What is in a `tokenizer.json` of Hugging Face.
 *
 * @see https://github.com/huggingface/tokenizers
 */
export function tokenizerPieces(root: JsonNode): Pieces {
  const model = root.get("model");
  const vocabulary = model.get("vocab");
  const added = new Map<number, string>();
  const special = new Set<number>();
  for (const token of root.get("added_tokens").itemsIfAny()) {
    const number = token.get("id").integer(most);
    added.set(number, token.get("content").text());
    if (token.get("special").value === true) special.add(number);
  }
  if (model.get("type").value === "WordPiece")
    model.get("type").refuse("BPE, Unigram or WordLevel, whose pieces say where spaces are", "unsupported");
  return {
    pieces: vocabulary.isList ? listedPieces(vocabulary) : numberedPieces(vocabulary),
    added,
    special,
    spelling: spellingOf(root),
  };
}

/** `{"piece": 0, …}` */
export function numberedPieces(vocabulary: JsonNode): Map<number, string> {
  const pieces = new Map<number, string>();
  for (const [piece, number] of vocabulary.entries()) {
    const token = number.integer(most);
    if (pieces.has(token)) number.refuse("the number of one piece only", "names");
    pieces.set(token, piece);
  }
  return pieces;
}

/** `["piece", …]`, or `[["piece", −1.5], …]` with the scores of SentencePiece. */
export function listedPieces(vocabulary: JsonNode): Map<number, string> {
  return new Map(
    vocabulary.items().map((item, token) => [token, (item.isList ? firstOf(item) : item).text()]),
  );
}

function firstOf(item: JsonNode): JsonNode {
  return item.items()[0] ?? item.refuse("a piece and its score");
}

/** By what turns pieces into text again; where that is not said, by what makes pieces of text. */
function spellingOf(root: JsonNode): Spelling {
  for (const part of [root.get("decoder"), root.get("pre_tokenizer"), root.get("normalizer")])
    for (const step of stepsOf(part)) {
      const { value: type } = step.get("type");
      if (type === "ByteLevel") return { kind: "letters" };
      const marks =
        type === "Metaspace" ? step.get("replacement") : type === "Replace" ? spaceMark(step) : undefined;
      if (marks?.exists) return { kind: "marked", space: marks.text() };
    }
  return { kind: "text" };
}

/** What stands for a space, in a step that replaces one by the other. */
function spaceMark(step: JsonNode): JsonNode | undefined {
  const sides = [step.get("pattern").get("String"), step.get("content")];
  return sides.find(({ value }) => value === usualSpace);
}

function stepsOf(part: JsonNode): JsonNode[] {
  if (!part.exists) return [];
  const inner = part.get("decoders").exists
    ? part.get("decoders")
    : part.get("pretokenizers").exists
      ? part.get("pretokenizers")
      : part.get("normalizers");
  return inner.exists ? inner.items().flatMap(stepsOf) : [part];
}
