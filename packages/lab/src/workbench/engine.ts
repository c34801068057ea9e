import {
  align,
  type ByteSource,
  blobSource,
  columnsJointCounts,
  columnTitles,
  FormatError,
  type Operand,
  parseOperand,
  type Reading,
  type Resolved,
  readOperand,
  type Shaping,
  shape,
  textSource,
} from "@surprisal/data";
import type { Answer, JointAnswer, Problem, SideAnswer } from "./answer.ts";
import { measureJoint, measurePair, measureSingle } from "./measure.ts";
import type { TypedAs } from "./model.ts";

/** What one side is to be read from. Two inputs with the same key are the same. */
export type Input = { readonly key: string } & (
  | { readonly text: string; readonly as: TypedAs }
  | { readonly file: Blob; readonly operand: Operand }
);

export type Question = {
  readonly p?: Input | undefined;
  readonly q?: Input | undefined;
  readonly shaping: Shaping;
  /** A table and two of its columns, to be measured together. */
  readonly joint?: JointInput | undefined;
};

export type JointInput = {
  readonly key: string;
  readonly file: Blob;
  readonly name: string;
  readonly columns: readonly [string, string];
};

/** How far the reading of an input has come, in bytes. */
export type Progress = { readonly key: string; readonly done: number; readonly total: number };

export type Titles =
  | { readonly titles: readonly string[]; readonly problem?: undefined }
  | { readonly problem: Problem; readonly titles?: undefined };

/**
 * Reads and measures. What was read is kept for as long as it is asked about, so that normalising, smoothing and swapping read no file twice;
 * a reading that the next question does not need any more is broken off.
 */
export function createEngine() {
  const readings = new Map<string, { reading: Promise<Reading>; stop: AbortController }>();
  let joint: { key: string; answer: Promise<JointAnswer>; stop: AbortController } | undefined;
  let turns = 0;

  function read(input: Input, onProgress: (progress: Progress) => void): Promise<Reading> {
    const { key } = input;
    const held = readings.get(key);
    if (held) return held.reading;
    const stop = new AbortController();
    const reading = readInput(input, stop.signal, (done, total = 0) => onProgress({ key, done, total }));
    readings.set(key, { reading, stop });
    return reading;
  }

  function readJoint({ key, file, name, columns }: JointInput): Promise<JointAnswer> {
    const stop = new AbortController();
    joint ??= {
      key,
      stop,
      answer: columnsJointCounts(stoppable(blobSource(file), stop.signal), name, ...columns).then(
        (counts) => ({ measured: measureJoint(counts) }),
        (error) => ({ problem: problemOf(error) }),
      ),
    };
    return joint.answer;
  }

  return {
    /** @returns undefined if another question was asked in the meantime: only the last one is answered. */
    async answer(
      question: Question,
      onProgress: (progress: Progress) => void = () => {},
    ): Promise<Answer | undefined> {
      const turn = ++turns;
      const wanted = new Set([question.p?.key, question.q?.key]);
      for (const [key, { stop }] of readings) {
        if (wanted.has(key)) continue;
        stop.abort();
        readings.delete(key);
      }
      if (joint && joint.key !== question.joint?.key) {
        joint.stop.abort();
        joint = undefined;
      }
      const [p, q] = await Promise.all(
        [question.p, question.q].map(
          (input) => input && resolved(input, read(input, onProgress), question.shaping),
        ),
      );
      const shared = question.joint && (await readJoint(question.joint));
      return turn === turns ? { ...measured(p, q), ...(shared && { joint: shared }) } : undefined;
    },

    /** The titles of a table's columns, or why it has none. */
    async titles(file: Blob, name: string): Promise<Titles> {
      try {
        return { titles: await columnTitles(blobSource(file), name) };
      } catch (error) {
        return { problem: problemOf(error) };
      }
    },
  };
}

type Outcome = { resolved: Resolved; problem?: undefined } | { problem: Problem; resolved?: undefined };

async function resolved(input: Input, reading: Promise<Reading>, shaping: Shaping): Promise<Outcome> {
  try {
    return { resolved: shape(await reading, shaping) };
  } catch (error) {
    const text = "text" in input && input.as === "list" ? input.text : undefined;
    return { problem: problemOf(error, text === undefined ? undefined : pointed(text, shaping)) };
  }
}

function measured(p: Outcome | undefined, q: Outcome | undefined): Answer {
  const problems = { p: p?.problem, q: q?.problem };
  const sides = { p: sideOf(p), q: sideOf(q) };
  if (problems.p || problems.q) return { ...sides, problems };
  if (p?.resolved && q?.resolved) {
    try {
      const pair = align(p.resolved, q.resolved);
      const { names } = pair;
      return { ...sides, problems, pair: measurePair(pair.p.probabilities, pair.q.probabilities, names) };
    } catch (error) {
      const lengths = [p.resolved.probabilities.length, q.resolved.probabilities.length] as const;
      return { ...sides, problems: { q: { ...problemOf(error), lengths } } };
    }
  }
  const only = p?.resolved ?? q?.resolved;
  if (!only) return { problems };
  return {
    ...sides,
    problems,
    single: measureSingle(p?.resolved ? "p" : "q", only.probabilities, only.names),
  };
}

function sideOf(outcome: Outcome | undefined): SideAnswer | undefined {
  if (!outcome?.resolved) return undefined;
  const { description, probabilities, counts, notes } = outcome.resolved;
  return {
    operand: description,
    outcomes: probabilities.length,
    total: counts && Array.from(counts).reduce((sum, count) => sum + count, 0),
    notes,
  };
}

async function readInput(
  input: Input,
  signal: AbortSignal,
  onProgress: (done: number, total?: number) => void,
): Promise<Reading> {
  if ("file" in input) {
    const source = stoppable(blobSource(input.file), signal);
    return readOperand(input.operand, () => source, onProgress);
  }
  const { text, as } = input;
  if (as !== "list") return readOperand({ form: as, text: `${as}:-`, path: "-" }, () => textSource(text));
  const operand = parseOperand(text);
  if (operand.form === "list") return readOperand(operand, unopened);
  throw new NamesFile(operand.path);
}

/** An operand that was typed and names a file: a page cannot open one. */
class NamesFile extends Error {}

function unopened(path: string): never {
  throw new NamesFile(path);
}

function stoppable(source: ByteSource, signal: AbortSignal): ByteSource {
  return {
    ...source,
    async *chunks() {
      for await (const chunk of source.chunks()) {
        signal.throwIfAborted();
        yield chunk;
      }
    },
  };
}

function problemOf(error: unknown, withPoints?: string): Problem {
  if (error instanceof NamesFile)
    return { code: "file", message: "a file by its name", found: error.message };
  if (!(error instanceof FormatError)) return { code: "other", message: String(error) };
  const { code, message, place, problem } = error;
  const [, quoted, number] = /"([^"]*)"|(?:is|to|has) (-?[\d.]\S*)/.exec(problem) ?? [];
  return { code, message, place, found: quoted ?? number, withPoints };
}

// In `0,5 0,5` or one `0,5` a line the commas can only be decimal ones if the values make a distribution that way and no other.
function pointed(text: string, shaping: Shaping): string | undefined {
  const withPoints = text.replace(/(\d),(\d)/g, "$1.$2");
  if (withPoints === text) return undefined;
  try {
    const operand = parseOperand(withPoints);
    if (operand.form !== "list") return undefined;
    const { kind, values, names } = operand;
    shape({ kind, values, ...(names && { names }), source: withPoints, notes: [] }, shaping);
    return withPoints;
  } catch {
    return undefined;
  }
}
