import { excerpt, FormatError } from "./formatError.ts";
import { jsonValues } from "./jsonValues.ts";
import { nearest } from "./nearest.ts";
import { parseValues, type ValueKind } from "./parseValues.ts";
import { cutOutsideQuotes, unquote } from "./quotes.ts";

/** What of a text is counted. */
export type Symbols = "bytes" | "chars" | "words";

/** A distribution as a person wrote it, taken apart; nothing has been opened. `text` is what was written. */
export type Operand =
  | {
      readonly form: "list";
      readonly text: string;
      readonly kind: ValueKind;
      readonly values: Float64Array;
      readonly names?: readonly string[];
    }
  | { readonly form: "file"; readonly text: string; readonly kind: ValueKind; readonly path: string }
  | { readonly form: "column"; readonly text: string; readonly path: string; readonly column?: string }
  | { readonly form: Symbols; readonly text: string; readonly path: string };

const binary = /\.(?:npy|npz|safetensors|pt|pth|gguf|onnx|h5|pkl|parquet|arrow|feather)$/i;
const prefixes = ["counts", "logits", "bytes", "chars", "words"];

/**
 * Takes a distribution operand apart.
 *
 * | operand | means |
 * | --- | --- |
 * | `0.5,0.5` or `heads=0.9,tails=0.1` | probabilities; see {@link parseValues} for separators, fractions and quoted names |
 * | `counts:9,1` · `logits:2,0.5,-1` | the same list, of counts or logits |
 * | `[0.5,0.5]` · `{"heads": 0.9, "tails": 0.1}` | the same as JSON |
 * | `FILE.json` · `counts:FILE.json` · `logits:FILE.json` | a JSON array of numbers, or an object from names to numbers |
 * | `./FILE` · `/FILE` · `C:\FILE` | any other path: a file that holds a list, or JSON |
 * | `FILE.csv:COLUMN` (or `.tsv`) | how often each value of a column occurs; `#2` is the second column |
 * | `bytes:FILE` · `chars:FILE` · `words:FILE` | how often each byte, Unicode code point or word occurs |
 * | `-` in place of FILE | standard input |
 *
 * A path that looks like a list is written with `./` in front.
 *
 * @throws FormatError if the text is none of these.
 * @example parseOperand("counts:9,1").kind // "counts"
 * @example parseOperand("people.csv:city").column // "city"
 */
export function parseOperand(text: string): Operand {
  const typed = text.trim();
  if (typed === "")
    throw new FormatError({
      code: "empty",
      source: "operand",
      problem: "is empty",
      expected: "a distribution such as 0.5,0.5",
    });
  const prefix = /^(bytes|chars|words|counts|logits):/.exec(typed)?.[1];
  const rest = prefix === undefined ? typed : typed.slice(prefix.length + 1).trim();
  if (rest === "")
    throw new FormatError({
      code: "syntax",
      source: typed,
      problem: "ends after its colon",
      expected: `${prefix}:FILE or ${prefix}:-`,
    });
  if (prefix === "bytes" || prefix === "chars" || prefix === "words")
    return { form: prefix, text: typed, path: rest };
  const kind = prefix === "counts" || prefix === "logits" ? prefix : "probabilities";
  const table = columnOf(rest);
  if (table !== undefined) {
    if (prefix === undefined) return { form: "column", text: typed, ...table };
    throw new FormatError({
      code: "syntax",
      source: typed,
      problem: `puts ${prefix}: before a table`,
      expected: "FILE.csv:COLUMN, whose values are counted",
    });
  }
  if (binary.test(rest) && !rest.includes("=")) throw binaryFile(typed, rest);
  if (rest === "-" || isPath(rest)) return { form: "file", text: typed, kind, path: rest };
  if (/^(?:\[[\s\S]*\]|\{[\s\S]*\})$/.test(rest))
    return { form: "list", text: typed, kind, ...jsonValues(rest, kind, typed) };
  return listOperand(typed, rest, kind);
}

/**
 * Takes `FILE.csv:COLUMN,COLUMN` apart, for measures of two columns. A column whose name holds a comma stands in double quotes.
 *
 * @throws FormatError if there are not exactly two columns.
 * @example parseColumns("people.csv:city,age").columns // ["city", "age"]
 */
export function parseColumns(text: string): { path: string; columns: [string, string] } {
  const source = text.trim();
  const table = columnOf(source);
  const columns: (string | undefined)[] = [];
  cutOutsideQuotes(table?.column ?? "", ",", (part) => columns.push(unquote(part.trim())));
  if (table === undefined || columns.length !== 2 || columns.some((column) => !column))
    throw new FormatError({
      code: "syntax",
      source: source || "operand",
      problem: columns.length > 2 ? `names ${columns.length} columns` : "does not name two columns",
      expected: "FILE.csv:COLUMN,COLUMN",
      ...(table !== undefined && {
        hint: `a title that holds a comma stands in double quotes, or goes by its number: '${table.path}:"a, b",#3'`,
      }),
    });
  return { path: table.path, columns: columns as [string, string] };
}

function columnOf(text: string): { path: string; column?: string } | undefined {
  if (text.startsWith('"')) return undefined;
  const match = /^(.+?\.[ct]sv)(?::(.*))?$/is.exec(text);
  if (!match) return undefined;
  const [, path, column] = match;
  return column ? { path: path!, column } : { path: path! };
}

function binaryFile(source: string, path: string): FormatError {
  return new FormatError({
    code: "syntax",
    source,
    problem: "is a binary file of a kind not yet read",
    expected: "the numbers as text: a JSON array, or a list",
    hint: `bytes:${excerpt(path)} counts the bytes of a file of any kind`,
  });
}

function isPath(text: string): boolean {
  return /^(?:\.{0,2}[/\\]|[a-z]:[/\\]|~[/\\])/i.test(text) || /\.json$/i.test(text);
}

function listOperand(text: string, rest: string, kind: ValueKind): Operand {
  try {
    return { form: "list", text, kind, ...parseValues(rest, kind, text) };
  } catch (error) {
    // Neither a number nor a list: most likely a file was meant, or a prefix mistyped.
    if (
      !(error instanceof FormatError) ||
      error.code !== "number" ||
      /[,;=\s]/.test(rest) ||
      /^[\d.+−-]/.test(rest)
    )
      throw error;
    const word = /^([a-z]+):/i.exec(rest)?.[1];
    const meant = word === undefined ? undefined : nearest(word, prefixes);
    const shown = excerpt(rest);
    throw new FormatError({
      code: "syntax",
      source: text,
      problem: "is not a distribution",
      expected:
        "numbers, name=number, a .json file, FILE.csv:COLUMN, or one of counts: logits: bytes: chars: words:",
      hint:
        meant === undefined
          ? `for a file: bytes:${shown}, chars:${shown} or words:${shown} count what it holds, ./${shown} reads it as a list`
          : `${meant}${rest.slice(word!.length)}`,
    });
  }
}
