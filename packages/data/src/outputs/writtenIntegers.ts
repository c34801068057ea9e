import { bytesSource } from "../byteSource.ts";
import { excerpt, FormatError } from "../formatError.ts";
import { JsonNode } from "../json/jsonNode.ts";
import { parseJson } from "../json/parseJson.ts";
import type { StoredArray } from "../logits/storedArray.ts";

interface Integers {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

const expected = "an integer of 32 bits";

/**
 * An array of integers as people write it: as JSON, in lists of lists, or as text, in which blanks and commas separate; lines of several each are its rows.
 *
 * @param source What messages call the text.
 * @throws FormatError with the line of what is no integer of 32 bits, or of a row that is longer or shorter than the first.
 */
export function writtenIntegers(text: string, source: string): StoredArray {
  const isJson = /^\s*[{[]/.test(text);
  const { shape, values } = isJson
    ? ofLists(new JsonNode(parseJson(text, source), { text, source, firstLine: 1 }))
    : ofLines(text, source);
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) view.setInt32(4 * i, value, true);
  const { read } = bytesSource(bytes);
  return { name: "", source, type: "i32", bigEndian: false, shape, byteLength: bytes.length, read };
}

function ofLists(node: JsonNode): Integers {
  const items = node.items();
  if (!items[0]?.isList)
    return {
      shape: [items.length],
      values: items.map((item) => (isInteger(item.value) ? item.value : item.refuse(expected))),
    };
  const rows = items.map(ofLists);
  const { shape } = rows[0]!;
  for (const [i, row] of rows.entries())
    if (String(row.shape) !== String(shape))
      items[i]!.refuse(`one of ${shape.join(" × ")} integers, as the first`, "ragged");
  return { shape: [rows.length, ...shape], values: rows.flatMap(({ values }) => values) };
}

function ofLines(text: string, source: string): Integers {
  const refuse = (line: number, problem: string, expected: string) => {
    throw new FormatError({ code: "number", source, place: { line }, problem, expected });
  };
  const values: number[] = [];
  let [rows, width] = [0, 0];
  for (const [i, line] of text.split("\n").entries()) {
    const words = line.split(/[\s,;]+/).filter((word) => word !== "");
    if (words.length === 0) continue;
    for (const word of words) {
      const value = /^[+-]?\d+$/.test(word) ? Number(word) : Number.NaN;
      if (!isInteger(value)) refuse(i + 1, `has ${excerpt(word, 24)}`, expected);
      values.push(value);
    }
    width ||= words.length;
    if (words.length !== width) refuse(i + 1, `has ${words.length} integers`, `${width}, as the first`);
    rows++;
  }
  return { shape: rows === 1 || width === 1 ? [values.length] : [rows, width], values };
}

function isInteger(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) === ((value as number) | 0);
}
