import { excerpt, FormatError } from "./formatError.ts";
import { cutOutsideQuotes, unquote } from "./quotes.ts";

/** What a list of values says. */
export type ValueKind = "probabilities" | "counts" | "logits";

export interface Values {
  readonly values: Float64Array;
  /** As many as values, all different; absent if the list has no names. */
  readonly names?: readonly string[];
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const minusInfinity = /^-(?:inf|infinity|∞)$/i;
const thousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+$/;

/**
 * The values of a list such as `0.5,0.5` or `heads=0.9,tails=0.1`.
 *
 * - Values are separated by `;`, else by `,`, else by spaces; a new line separates always. With `;` a comma is a decimal comma: `0,5; 0,5`.
 * - A value is a decimal number (`.5`, `1e-3`) or a fraction (`1/3`); a logit may also be `-inf`.
 * - All values have a name (`name=value`) or none. A name holding a separator, `=` or `"` stands in double quotes, a quote in it doubled:
 *   `"a, b"=0.5`. Spaces around names and values do not count.
 *
 * Whether the numbers suit their kind is not looked at here.
 *
 * @param source What messages call the list.
 * @throws FormatError naming the index of the first value that cannot be read.
 * @example parseValues("heads=0.9, tails=0.1", "probabilities", "P").names // ["heads", "tails"]
 */
export function parseValues(text: string, kind: ValueKind, source: string): Values {
  const list = text.trim();
  const separator = separatorOf(list, source);
  const items = split(list, separator, source);
  if (items.length === 0)
    throw new FormatError({
      code: "empty",
      source: source.trim() || "operand",
      problem: "has no values",
      expected: "at least one",
    });
  const values = new Float64Array(items.length);
  const names: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const equals = equalsOf(item);
    const named = equals !== -1;
    if (i > 0 && named !== names.length > 0)
      throw new FormatError({
        code: "names",
        source,
        place: { index: i },
        problem: named ? `has a name and [0] has none` : `is "${excerpt(item)}", without a name`,
        expected: "names for all values or for none",
      });
    if (named) names.push(nameOf(item.slice(0, equals).trim(), i, source));
    const value = numberOf(item.slice(equals + 1).trim(), kind, separator === ";");
    if (Number.isNaN(value)) throw notANumber(item.slice(equals + 1).trim(), i, kind, separator, source);
    values[i] = value;
  }
  if (names.length === 0) return { values };
  refuseTwins(names, source);
  return { values, names };
}

/** @throws FormatError if two names are equal; the message has both indices. */
export function refuseTwins(names: readonly string[], source: string): void {
  if (new Set(names).size === names.length) return;
  const first = new Map<string, number>();
  for (const [index, name] of names.entries()) {
    const twin = first.get(name);
    if (twin !== undefined)
      throw new FormatError({
        code: "names",
        source,
        place: { index },
        problem: `is named "${excerpt(name)}", as is [${twin}]`,
        expected: "a name for one value only",
      });
    first.set(name, index);
  }
}

type Separator = ";" | "," | "\n" | " ";

// Spaces separate only where nothing else does: a list of one `New York=0.5` a line keeps its names whole.
function separatorOf(text: string, source: string): Separator {
  const found = new Set<string>();
  let quotes = 0;
  for (const character of text) if (character === '"') quotes++;
  if (quotes % 2 === 1)
    throw new FormatError({
      code: "syntax",
      source,
      problem: "has a double quote that is not closed",
      expected: 'names as "…", a quote in them doubled',
    });
  cutOutsideQuotes(text, ";,=\r\n", (_, separator) => found.add(separator));
  if (found.has(";")) return ";";
  if (found.has(",")) return ",";
  return found.has("=") && (found.has("\n") || found.has("\r")) ? "\n" : " ";
}

// Beside a new line a blank is a blank line, elsewhere it is a missing value.
function split(text: string, separator: Separator, source: string): string[] {
  const items: string[] = [];
  let before = "";
  cutOutsideQuotes(text, separator === " " ? " \t\r\n" : `${separator}\r\n`, (part, after) => {
    const item = part.trim();
    const lineEnds = separator === " " || isLineEnd(after) || isLineEnd(before);
    if (item !== "") items.push(item);
    else if (!lineEnds && !(items.length === 0 && after === ""))
      throw new FormatError({
        code: "number",
        source,
        place: { index: items.length },
        problem: "is missing",
        expected: `a value between two "${separator}", and none of them at an end`,
      });
    before = after;
  });
  return separator === " " ? joinAtEquals(items) : items;
}

const isLineEnd = (character: string) => character === "\n" || character === "\r";

// `a = 0.5` is one item, whatever spaces it has.
function joinAtEquals(items: string[]): string[] {
  const joined: string[] = [];
  let lastHasEquals = false;
  for (const item of items) {
    const last = joined.at(-1) ?? "";
    const hasEquals = equalsOf(item) !== -1;
    const belongs: boolean = lastHasEquals
      ? last.endsWith("=") && !hasEquals
      : item.startsWith("=") && last !== "";
    if (belongs) joined[joined.length - 1] = last + item;
    else joined.push(item);
    lastHasEquals = hasEquals || (belongs && lastHasEquals);
  }
  return joined;
}

// Where the name ends, -1 without one. Names may hold "=", values and quotes may not follow it.
function equalsOf(item: string): number {
  const equals = item.lastIndexOf("=");
  return equals > item.lastIndexOf('"') ? equals : -1;
}

function nameOf(text: string, index: number, source: string): string {
  const name = unquote(text);
  if (name !== undefined && text !== "") return name;
  throw new FormatError({
    code: "names",
    source,
    place: { index },
    problem: text === "" ? "has an empty name" : `has the name ${excerpt(text)}`,
    expected:
      text === ""
        ? 'a name before "=" (the empty one is written "")'
        : "a name all within quotes, a quote in it doubled",
  });
}

function numberOf(text: string, kind: ValueKind, decimalComma: boolean): number {
  const plain = text.replace("−", "-");
  if (kind === "logits" && minusInfinity.test(plain)) return -Infinity;
  if (decimalComma && thousands.test(plain)) return Number.NaN;
  const [top = "", bottom, ...rest] = (decimalComma ? plain.replaceAll(",", ".") : plain).split("/");
  if (rest.length > 0 || !decimal.test(top.trim())) return Number.NaN;
  if (bottom === undefined) return Number(top);
  return decimal.test(bottom.trim()) && Number(bottom) !== 0 ? Number(top) / Number(bottom) : Number.NaN;
}

const wanted: Record<ValueKind, string> = {
  probabilities: "a probability",
  counts: "a count",
  logits: "a logit",
};

function notANumber(
  text: string,
  index: number,
  kind: ValueKind,
  separator: Separator,
  source: string,
): FormatError {
  const hint =
    separator === ";" && thousands.test(text)
      ? `with ";" between values a comma is a decimal comma; write ${text.replaceAll(",", "")} or ${text.replace(",", ".")}`
      : separator === "," && /^\d+\s+\d+$/.test(text)
        ? 'with decimal commas, put ";" between the values: 0,5; 0,5'
        : /^[\d.,]+ ?%$/.test(text)
          ? `a percentage is written as a fraction, ${text.replace(/ ?%/, "")}/100, or as a weight: counts:…`
          : /\/\s*0*\.?0*$/.test(text)
            ? "nothing is divided by 0"
            : undefined;
  return new FormatError({
    code: "number",
    source,
    place: { index },
    problem: text === "" ? "has no value" : `is "${excerpt(text)}"`,
    expected: `${wanted[kind]} such as ${kind === "counts" ? "12" : kind === "logits" ? "-1.5" : "0.25 or 1/4"}`,
    ...(hint === undefined ? {} : { hint }),
  });
}
