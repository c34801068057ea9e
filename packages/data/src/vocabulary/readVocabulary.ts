import type { ByteSource } from "../byteSource.ts";
import { FormatError } from "../formatError.ts";
import { JsonNode } from "../json/jsonNode.ts";
import { parseJson } from "../json/parseJson.ts";
import { readText } from "../utf8.ts";
import { bytesOfPiece, likelySpelling, readable, type Spelling } from "./spelling.ts";
import { listedPieces, numberedPieces, type Pieces, tokenizerPieces } from "./tokenizerJson.ts";

/** What the numbers of tokens stand for. */
export interface Vocabulary {
  /** One above the highest number of a piece, without tokens that were added to them. A model has at least so many outcomes, and often more. */
  readonly size: number;
  /** The same with the tokens that were added. */
  readonly outcomes: number;
  /** The bytes of a token, which may be a part of a character; `undefined` for a number without a token. */
  bytesOf(token: number): Uint8Array | undefined;
  /** The same as text; `<0xE2>` for each byte that is a part of a character only. */
  textOf(token: number): string | undefined;
  /** Whether it marks something and is no text, such as the end of one; known of `tokenizer.json` only. */
  isSpecial(token: number): boolean;
}

const expected = "tokenizer.json, vocab.json, a JSON list of pieces, or lines of one piece each";

/**
 * The vocabulary of a tokeniser: Hugging Face's `tokenizer.json`, an object of numbers by piece, a list of pieces, or lines of them, the first of which is token 0 (SentencePiece's
 * `.vocab`, with its scores, too). Pieces written byte by byte (GPT-2), with ▁ for the space and `<0xE2>` (SentencePiece), or as they are, are told apart.
 *
 * @throws FormatError with the line, if it is none of these.
 */
export async function readVocabulary(source: ByteSource, name: string): Promise<Vocabulary> {
  const { pieces, added, special, spelling } = piecesIn(await textOf(source, name), name);
  if (pieces.size + added.size === 0)
    throw new FormatError({ code: "empty", source: name, problem: "holds nothing", expected });
  const encoder = new TextEncoder();
  const bytesOf = (token: number) => {
    const text = added.get(token);
    if (text !== undefined) return encoder.encode(text);
    const piece = pieces.get(token);
    return piece === undefined ? undefined : bytesOfPiece(piece, spelling);
  };
  const size = greatest(pieces.keys()) + 1;
  return {
    size,
    outcomes: Math.max(size, greatest(added.keys()) + 1),
    bytesOf,
    textOf(token) {
      const bytes = bytesOf(token);
      return bytes && readable(bytes);
    },
    isSpecial: (token) => special.has(token),
  };
}

async function textOf(source: ByteSource, name: string): Promise<string> {
  try {
    return await readText(source, name);
  } catch (cause) {
    if (!(cause instanceof FormatError && cause.code === "encoding")) throw cause;
    throw new FormatError({
      code: "encoding",
      source: name,
      ...(cause.place && { place: cause.place }),
      problem: "is not of a text",
      expected,
      hint: "SentencePiece's .model has a .vocab beside it",
      cause,
    });
  }
}

function greatest(numbers: Iterable<number>): number {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

function piecesIn(text: string, name: string): Pieces {
  if (!/\S/.test(text)) return guessed(new Map());
  // A line may be the piece [PAD], and no JSON.
  if (!/^\s*[{[]\s*["{}[\]\d-]/.test(text)) return guessed(linePieces(text, name));
  const root = new JsonNode(parseJson(text, name), { text, source: name, firstLine: 1 });
  if (root.isList) return guessed(listedPieces(root));
  if (root.get("model").get("vocab").exists) return tokenizerPieces(root);
  if (root.get("added_tokens_decoder").exists)
    return root.refuse(expected, "unsupported", "this is a configuration; tokenizer.json is beside it");
  const [first] = root.entries();
  if (first && typeof first[1].value !== "number") return root.refuse(expected, "unsupported");
  return guessed(numberedPieces(root));
}

function guessed(pieces: Map<number, string>): Pieces {
  const spelling: Spelling = likelySpelling(pieces.values());
  return { pieces, added: new Map(), special: new Set(), spelling };
}

function linePieces(text: string, name: string): Map<number, string> {
  const all = text.split(/\r?\n/);
  if (all.at(-1) === "") all.pop();
  const pieces = score.test(all[0]!) ? scoredPieces(all, name) : all;
  const seen = new Set<string>();
  for (const [token, piece] of pieces.entries()) {
    if (seen.has(piece))
      throw new FormatError({
        code: "names",
        source: name,
        place: { index: token },
        problem: `is ${JSON.stringify(piece)} again`,
        expected,
      });
    seen.add(piece);
  }
  return new Map(pieces.entries());
}

const score = /\t-?\d[\d.e-]*$/;

/** `piece⇥−1.5`, as SentencePiece writes it; a piece may hold the end of a line. */
function scoredPieces(all: readonly string[], name: string): string[] {
  const pieces: string[] = [];
  let open: string[] = [];
  for (const line of all) {
    open.push(line.replace(score, ""));
    if (!score.test(line)) continue;
    pieces.push(open.join("\n"));
    open = [];
  }
  if (open.length === 0) return pieces;
  throw new FormatError({
    code: "ragged",
    source: name,
    place: { line: all.length - open.length + 1 },
    problem: "has no score behind its piece",
    expected: "one after a tab, as on the lines before",
  });
}
