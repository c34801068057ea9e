import { excerpt, FormatError, type Place } from "../formatError.ts";

/** A JSON value. Objects are Maps, which keep the order of their keys, numbers among them. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = ReadonlyMap<string, Json>;

/** The way from the root to a value: names and indices. */
export type JsonPath = readonly (string | number)[];

const deepest = 64;

/**
 * A JSON text as a value. `NaN`, `Infinity` and `-Infinity` are read too, as Python writes them though JSON has no such numbers.
 *
 * @param source What messages call the text.
 * @param firstLine The number of its first line in the source.
 * @throws FormatError with line and column of what is not JSON, of a key that stands twice in an object, and of values nested deeper than 64.
 */
export function parseJson(text: string, source: string, firstLine = 1): Json {
  return read(text, source, firstLine).value;
}

/** Line and column of a value in a text that was parsed. */
export function placeInJson(text: string, path: JsonPath, firstLine = 1): Place {
  return placeOf(text, read(text, "", firstLine, path).found, firstLine);
}

function placeOf(text: string, at: number, firstLine: number): Place {
  const before = text.slice(0, at);
  const line = before.split("\n").length - 1 + firstLine;
  return { line, column: at - before.lastIndexOf("\n") };
}

// RFC 8259, §§2, 6 and 7.
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:null|true|false|NaN|-?Infinity)(?!\w)/y;
const words = new Map<string, Json>([
  ["null", null],
  ["true", true],
  ["false", false],
]);

function read(
  text: string,
  source: string,
  firstLine: number,
  path?: JsonPath,
): { value: Json; found: number } {
  let at = 0;
  let found = 0;

  function fault(expected: string, problem?: string): never {
    const token = /^(?:"(?:[^"\\\n]|\\.)*"?|[\w.+-]+|[\s\S])/u.exec(text.slice(at, at + 200))?.[0];
    const seen = token === undefined ? "the text ends" : `found ${excerpt(token, 24)}`;
    throw new FormatError({
      code: "syntax",
      source,
      place: placeOf(text, at, firstLine),
      problem: problem ?? seen,
      expected,
    });
  }
  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0];
    at += token?.length ?? 0;
    return token;
  }
  function skipBlank(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      at++;
    }
  }
  function take(character: string): boolean {
    if (text[at] !== character) return false;
    at++;
    skipBlank();
    return true;
  }
  function quoted(expected: string): string {
    if (text[at] !== '"') return fault(expected);
    let end = at;
    do end = text.indexOf('"', end + 1);
    while (end > 0 && isEscaped(end));
    if (end < 0) return fault("a closing quote");
    const token = text.slice(at, end + 1);
    try {
      const result = JSON.parse(token) as string;
      at = end + 1;
      return result;
    } catch {
      return fault("a string on one line, whose escapes are those of JSON");
    }
  }
  function isEscaped(end: number): boolean {
    let before = end - 1;
    while (text[before] === "\\") before--;
    return (end - before) % 2 === 0;
  }
  function value(depth: number, rest?: JsonPath): Json {
    if (rest?.length === 0) found = at;
    if (depth > deepest) fault(`values nested at most ${deepest} deep`, "is nested too deep");
    const step = (key: string | number) => (rest?.[0] === key ? rest.slice(1) : undefined);
    let result: Json;
    if (text[at] === '"') result = quoted("a string");
    else if (take("{")) {
      const object = new Map<string, Json>();
      if (!take("}")) {
        do {
          const start = at;
          const key = quoted('a name in double quotes, or "}" without a comma before it');
          if (object.has(key)) {
            at = start;
            fault("a name once", `has ${excerpt(JSON.stringify(key), 24)} twice in an object`);
          }
          skipBlank();
          if (!take(":")) fault('":" after the name');
          object.set(key, value(depth + 1, step(key)));
        } while (take(","));
        if (!take("}")) fault('"," or "}"');
      }
      return object;
    } else if (take("[")) {
      const array: Json[] = [];
      if (!take("]")) {
        do array.push(value(depth + 1, step(array.length)));
        while (take(","));
        if (!take("]")) fault('"," or "]"');
      }
      return array;
    } else {
      const token = match(word) ?? fault("a JSON value");
      const known = words.get(token);
      result = known === undefined ? Number(token) : known;
    }
    skipBlank();
    return result;
  }

  skipBlank();
  const result = value(0, path);
  if (at < text.length) fault("nothing after the value");
  return { value: result, found };
}
