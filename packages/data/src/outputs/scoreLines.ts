import { FormatError } from "../formatError.ts";
import type { Vocabulary } from "../vocabulary/readVocabulary.ts";
import type { ModelRows } from "./modelRows.ts";

const noText = new Uint8Array();

/**
 * Rows that were scored, as scores of tokens in the plain form: a line for each sequence, tokens with their bytes. Padding is left out; special tokens are no text, and stand there only if they were
 * scored.
 *
 * @param surprise −ln p of what came at each row; NaN where it is not known.
 * @param vocabulary What the tokens stand for.
 * @throws FormatError naming a token that the vocabulary does not name.
 */
export function* scoreLines(
  {
    file,
    rows,
    rowsPerSequence,
    targets,
    first,
  }: Pick<ModelRows, "file" | "rows" | "rowsPerSequence" | "targets" | "first">,
  surprise: ArrayLike<number>,
  vocabulary: Vocabulary,
): Generator<string> {
  for (let start = 0, sequence = 0; start < rows; start += rowsPerSequence, sequence++) {
    const tokens = [tokenText(first?.[sequence] ?? -1, Number.NaN)];
    for (let row = start; row < Math.min(rows, start + rowsPerSequence); row++)
      tokens.push(tokenText(targets?.[row] ?? -1, surprise[row]!));
    yield `{"name":"sequence ${sequence}","tokens":[${tokens.filter((token) => token !== "").join()}]}`;
  }

  function tokenText(id: number, nats: number): string {
    if (id < 0) return "";
    const bytes = vocabulary.isSpecial(id) ? noText : vocabulary.bytesOf(id);
    if (bytes === undefined) return refuse(id);
    if (bytes.length === 0 && Number.isNaN(nats)) return "";
    return `{"text":${JSON.stringify(vocabulary.textOf(id))},"id":${id},"bytes":[${bytes.join()}],"logprob":${logProbability(nats)}}`;
  }

  function refuse(id: number): never {
    throw new FormatError({
      code: "names",
      source: file,
      problem: `has a token ${id} that the vocabulary does not name`,
      expected: "tokens whose bytes are known, without which texts cannot be compared",
    });
  }
}

/** In JSON, which has no ∞, but numbers that are too large for a double. */
function logProbability(nats: number): string {
  if (Number.isNaN(nats)) return "null";
  return nats === Infinity ? "-1e999" : String(0 - nats);
}
