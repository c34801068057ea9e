import type { Nats } from "@surprisal/core";

/** One token as a model scored it. */
export type Token = {
  /** ln Q(token), in [−∞, 0]. */
  readonly logprob: number;
  readonly text?: string | undefined;
  /** Its bytes, where a token may be part of a character. */
  readonly bytes?: readonly number[] | undefined;
};

/** Why a text could not be read as log-probabilities; `place` is a line, or the number of a token, counted from 1. */
type Problem = {
  readonly problem: "empty" | "shape" | "notANumber" | "positive";
  readonly place?: number;
};

export type Read = { readonly tokens: readonly Token[]; readonly problem?: undefined } | Problem;

/**
 * Reads the log-probabilities of a text's tokens, natural logarithms as every model gives them: one number a line (after its token and
 * a tab, if one likes), a JSON list of `{token, logprob}`, or the whole answer of an interface that holds such a list. A first token
 * without a number has nothing before it, and is left out.
 */
export function readLogprobs(text: string): Read {
  const trimmed = text.trim();
  if (trimmed === "") return { problem: "empty" };
  return /^[[{]/.test(trimmed) ? fromJson(trimmed) : fromLines(text.split(/\r?\n/));
}

function fromLines(lines: readonly string[]): Read {
  const tokens: Token[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const tab = line.lastIndexOf("\t");
    const text = tab < 0 ? undefined : line.slice(0, tab);
    const found = checked({ text, logprob: numberOf(line.slice(tab + 1)) }, index + 1);
    if ("problem" in found) return found;
    tokens.push(found);
  }
  return { tokens };
}

function fromJson(text: string): Read {
  let content: unknown;
  try {
    content = JSON.parse(text.replaceAll(/-Infinity\b/g, "-1e999"));
  } catch {
    return { problem: "shape" };
  }
  const list = listIn(content);
  if (!list || list.length === 0) return { problem: "shape" };
  const tokens: Token[] = [];
  for (const [index, entry] of list.entries()) {
    if (index === 0 && logprobOf(entry) === null) continue;
    const found = checked({ ...textOf(entry), logprob: Number(logprobOf(entry) ?? Number.NaN) }, index + 1);
    if ("problem" in found) return found;
    tokens.push(found);
  }
  return tokens.length > 0 ? { tokens } : { problem: "shape" };
}

function checked(token: Token, place: number): Token | Problem {
  if (Number.isNaN(token.logprob)) return { problem: "notANumber", place };
  return token.logprob > 0 ? { problem: "positive", place } : token;
}

/** A number with a point or a comma; an infinity by its name or sign. */
function numberOf(text: string): number {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  if (/^-(inf|infinity|∞)$/i.test(plain)) return -Infinity;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

type Fields = Readonly<Record<string, unknown>>;

const deepest = 5;

/** The list of tokens, wherever the answers of the usual interfaces keep it. */
function listIn(found: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(found)) return found;
  if (!isFields(found) || depth > deepest) return undefined;
  const { choices, content, logprobs, tokens, token_logprobs: values } = found;
  if (Array.isArray(tokens) && Array.isArray(values))
    return values.map((logprob, i) => ({ token: tokens[i], logprob }));
  return listIn(Array.isArray(choices) ? choices[0] : (logprobs ?? content), depth + 1);
}

function logprobOf(entry: unknown): unknown {
  if (!isFields(entry)) return entry;
  const { logprob } = entry;
  return typeof logprob === "number" || logprob === null ? logprob : Number.NaN;
}

function textOf(entry: unknown): Pick<Token, "text" | "bytes"> {
  if (!isFields(entry)) return {};
  const { token, bytes } = entry;
  const isBytes = Array.isArray(bytes) && bytes.every((byte) => Number.isInteger(byte));
  return {
    text: typeof token === "string" ? token : undefined,
    bytes: isBytes ? (bytes as number[]) : undefined,
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a text costs, whole, and by each thing it can be divided into. */
export type Cost = {
  readonly total: Nats;
  readonly tokens: number;
  /** Absent while the text of the tokens is not known. */
  readonly characters?: number;
  readonly bytes?: number;
};

/**
 * Adds up what the tokens cost.
 *
 * @param given The text they spell, for tokens that do not say it.
 */
export function costOf(tokens: readonly Token[], given = ""): Cost {
  const total = tokens.reduce((sum, { logprob }) => sum - logprob, 0);
  const written = spelled(tokens) ?? new TextEncoder().encode(given);
  const plain = { total, tokens: tokens.length };
  return written.length === 0
    ? plain
    : { ...plain, characters: [...new TextDecoder().decode(written)].length, bytes: written.length };
}

function spelled(tokens: readonly Token[]): Uint8Array | undefined {
  if (tokens.some(({ text, bytes }) => text === undefined && bytes === undefined)) return undefined;
  const encoder = new TextEncoder();
  return Uint8Array.from(tokens.flatMap(({ text = "", bytes }) => bytes ?? [...encoder.encode(text)]));
}
