import { type ByteSource, withProgress } from "./byteSource.ts";
import { columnCounts } from "./columns.ts";
import { countBytes } from "./countBytes.ts";
import { countWords } from "./countWords.ts";
import { FormatError } from "./formatError.ts";
import { jsonValues } from "./jsonValues.ts";
import type { Operand } from "./parseOperand.ts";
import { parseValues, type ValueKind, type Values } from "./parseValues.ts";
import { byteName, codePointName } from "./symbolNames.ts";
import { CodePointCounter, readText } from "./utf8.ts";

/** The numbers an operand stands for, as they were found: neither normalised nor smoothed, nor checked to suit their kind. */
export interface Reading {
  readonly kind: ValueKind;
  readonly values: Float64Array;
  /** As many as values, all different. */
  readonly names?: readonly string[];
  /** The operand as typed: what messages call it. */
  readonly source: string;
  readonly notes: readonly Note[];
}

/** Something true of the input that changes what the numbers mean, to be said beside them. */
export interface Note {
  readonly code: "emptyCells";
  /** How many cells are empty, and of how many. */
  readonly count: number;
  readonly total: number;
}

/** Opens a path; `-` is standard input. */
export type Open = (path: string) => Promise<ByteSource> | ByteSource;

/** Hears how many bytes have been read, and of how many where that is known. */
export type OnProgress = (bytesDone: number, bytesTotal?: number) => void;

/**
 * Reads what an operand names, and no more: {@link shape} makes distributions of it, as often as one likes. Texts are counted as they stream
 * by; lists are read whole.
 *
 * @throws FormatError if the input cannot be read as what the operand says it is.
 * @example (await readOperand(parseOperand("counts:9,1"), open)).values // [9, 1]
 */
export async function readOperand(operand: Operand, open: Open, onProgress?: OnProgress): Promise<Reading> {
  const source = operand.text;
  if (operand.form === "list") {
    const { kind, values, names } = operand;
    return { kind, values, ...(names && { names }), source, notes: [] };
  }
  const { path } = operand;
  const bytes = withProgress(await open(path), onProgress);
  switch (operand.form) {
    case "file": {
      const text = await readText(bytes, path);
      const isJson = /\.json$/i.test(path) || /^\s*[[{]/.test(text);
      const values = isJson ? jsonValues(text, operand.kind, path) : listIn(text, operand.kind, path);
      return { kind: operand.kind, ...values, source, notes: [] };
    }
    case "column": {
      const tally = await columnCounts(bytes, path, operand.column);
      const [names, values] = [tally.names(), tally.counts()];
      const count = values[names.indexOf("")] ?? 0;
      const total = values.reduce((sum, value) => sum + value, 0);
      return {
        kind: "counts",
        values,
        names,
        source,
        notes: count === 0 ? [] : [{ code: "emptyCells", count, total }],
      };
    }
    case "bytes": {
      const values = await countBytes(bytes);
      if (values.every((count) => count === 0)) throw nothing(path, "is empty", "at least one byte");
      return {
        kind: "counts",
        values,
        names: Array.from(values, (_, byte) => byteName(byte)),
        source,
        notes: [],
      };
    }
    case "chars": {
      const counter = new CodePointCounter(path);
      for await (const chunk of bytes.chunks()) counter.add(chunk);
      counter.end();
      const met = counter.met();
      if (met.length === 0) throw nothing(path, "is empty", "at least one character");
      const values = Float64Array.from(met, (codePoint) => counter.counts[codePoint]!);
      return { kind: "counts", values, names: met.map(codePointName), source, notes: [] };
    }
    case "words": {
      const tally = await countWords(bytes, path);
      if (tally.size === 0) throw nothing(path, "has no words", "at least one");
      return { kind: "counts", values: tally.counts(), names: tally.names(), source, notes: [] };
    }
  }
}

/** The values of a list in a file, which may be meant to be counted and not read. */
function listIn(text: string, kind: ValueKind, path: string): Values {
  try {
    return parseValues(text, kind, path);
  } catch (error) {
    if (!(error instanceof FormatError) || kind !== "probabilities" || error.hint !== undefined) throw error;
    const { code, source, problem, place, expected } = error;
    const isLater = place !== undefined && "index" in place && place.index > 0;
    if (isLater || expected === undefined || code === "empty") throw error;
    throw new FormatError({
      ...{ code, source, problem, expected },
      ...(place && { place }),
      hint: `if it is a text to be counted: chars:${path}, words:${path} or bytes:${path}`,
      cause: error,
    });
  }
}

function nothing(source: string, problem: string, expected: string): FormatError {
  return new FormatError({ code: "empty", source, problem, expected });
}
