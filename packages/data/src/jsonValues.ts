import { excerpt, FormatError } from "./formatError.ts";
import { refuseTwins, type ValueKind, type Values } from "./parseValues.ts";

/**
 * The values of a JSON text: an array of numbers, or an object from names to numbers. Nothing else, and nothing nested.
 *
 * @param kind Logits may be `-Infinity`, as Python writes it though JSON has no such number; `Infinity` is read too, to be refused by its index.
 * @param source What messages call the text.
 * @throws FormatError with line and column (from 1) of what does not fit.
 */
export function jsonValues(text: string, kind: ValueKind, source: string): Values {
  let at = 0;

  function fault(problem: string, expected: string): never {
    const before = text.slice(0, at).split("\n");
    throw new FormatError({
      code: "syntax",
      source,
      place: { line: before.length, column: before.at(-1)!.length + 1 },
      problem,
      expected,
    });
  }
  const found = () => {
    const token = /^(?:"(?:[^"\\\n]|\\.)*"?|[\w.+-]+|[\s\S])/u.exec(text.slice(at, at + 200))?.[0];
    return token === undefined ? "the text ends" : `found ${excerpt(token, 24)}`;
  };
  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0];
    at += token?.length ?? 0;
    return token;
  }
  function take(character: string): boolean {
    match(blank);
    if (text[at] !== character) return false;
    at++;
    match(blank);
    return true;
  }
  function number(): number {
    const token = match(numeral) ?? (kind === "logits" ? match(infinity) : undefined);
    if (token !== undefined) return Number(token);
    const what = { "[": "found an array", "{": "found an object" }[text[at] ?? ""];
    if (what !== undefined) return fault(what, "a number (arrays and objects do not nest)");
    infinity.lastIndex = at;
    return fault(
      found(),
      infinity.test(text) ? "a finite number (only logits: may be infinite)" : "a number",
    );
  }

  function name(): string {
    const token = match(string);
    if (token === undefined)
      return fault(found(), 'a name in double quotes, or "}" without a comma before it');
    try {
      return JSON.parse(token) as string;
    } catch {
      at -= token.length;
      return fault(found(), "a name whose escapes are those of JSON");
    }
  }

  const values: number[] = [];
  const names: string[] = [];
  const isObject = take("{");
  if (!isObject && !take("[")) fault(found(), "an array of numbers, or an object from names to numbers");
  const close = isObject ? "}" : "]";
  if (!take(close)) {
    do {
      if (isObject) {
        names.push(name());
        if (!take(":")) fault(found(), '":" after the name');
      }
      values.push(number());
    } while (take(","));
    if (!take(close)) fault(found(), `"," or "${close}"`);
  }
  if (at < text.length) fault(found(), "nothing after the values");
  if (values.length === 0)
    throw new FormatError({ code: "empty", source, problem: "has no values", expected: "at least one" });
  if (!isObject) return { values: Float64Array.from(values) };
  refuseTwins(names, source);
  return { values: Float64Array.from(values), names };
}

// RFC 8259, §§2, 6 and 7.
const blank = /[ \t\r\n]*/y;
const numeral = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const infinity = /-?Infinity(?!\w)/y;
const string = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y;
