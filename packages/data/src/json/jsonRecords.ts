import type { ByteSource } from "../byteSource.ts";
import { FormatError } from "../formatError.ts";
import { decodeUtf8 } from "../utf8.ts";
import { JsonNode } from "./jsonNode.ts";
import { type Json, parseJson } from "./parseJson.ts";

/** The longest record, in UTF-16 units: half of what a string can hold. */
const longestRecord = 1 << 28;

/** One of the records of a file. */
export interface JsonRecord {
  readonly record: JsonNode;
  /** What to call it: `line 3`, or `record 2` of a list. */
  readonly name: string;
  /** The line that it, or the list it is in, begins at. */
  readonly line: number;
}

/**
 * The records of a file of JSON, one or a list of them, or of JSON Lines, which are read line by line.
 *
 * @param name What messages call the source.
 * @throws FormatError with line and column of what is not JSON.
 */
export async function* jsonRecords(source: ByteSource, name: string): AsyncGenerator<JsonRecord> {
  let isFirst = true;
  let document: string[] | undefined;
  let documentLine = 1;
  let length = 0;
  for await (const { line, number } of linesOf(source, name)) {
    if (document === undefined && line.trim() === "") continue;
    if (document !== undefined) {
      length += line.length + 1;
      if (length > longestRecord) throw tooLong(name, documentLine);
      document.push(line);
      continue;
    }
    const value = parsedLine(line, name, number, isFirst);
    if (value === undefined) {
      document = [line];
      documentLine = number;
    } else yield* recordsOf(value, line, name, number);
    isFirst = false;
  }
  if (document !== undefined) {
    const text = document.join("\n");
    yield* recordsOf(parseJson(text, name, documentLine), text, name, documentLine);
  } else if (isFirst)
    throw new FormatError({ code: "empty", source: name, problem: "holds nothing", expected: "JSON" });
}

// The first line may be the beginning of a document of several.
function parsedLine(line: string, name: string, number: number, mayGoOn: boolean): Json | undefined {
  try {
    return parseJson(line, name, number);
  } catch (error) {
    const place = error instanceof FormatError ? error.place : undefined;
    if (mayGoOn && place !== undefined && "column" in place && place.column! > line.length) return undefined;
    throw error;
  }
}

function* recordsOf(value: Json, text: string, source: string, line: number): Generator<JsonRecord> {
  const root = new JsonNode(value, { text, source, firstLine: line });
  if (!root.isList) {
    yield { record: root, name: `line ${line}`, line };
    return;
  }
  const records = root.items();
  if (records.length === 0) root.refuse("at least one record", "empty");
  for (const [i, record] of records.entries()) yield { record, name: `record ${i}`, line };
}

async function* linesOf(source: ByteSource, name: string): AsyncGenerator<{ line: string; number: number }> {
  let open: string[] = [];
  let length = 0;
  let number = 1;
  for await (const piece of decodeUtf8(source, name)) {
    const lines = piece.split("\n");
    for (const [i, line] of lines.entries()) {
      open.push(line);
      length += line.length;
      if (length > longestRecord) throw tooLong(name, number);
      if (i === lines.length - 1) break;
      yield { line: open.join(""), number: number++ };
      open = [];
      length = 0;
    }
  }
  if (length > 0) yield { line: open.join(""), number };
}

function tooLong(source: string, line: number): FormatError {
  return new FormatError({
    code: "size",
    source,
    place: { line },
    problem: "begins a record of over 268 million characters",
    expected: "shorter ones, as JSON Lines",
  });
}
