import { FormatError } from "../formatError.ts";
import type { ModelOutput } from "../openModelOutput.ts";
import type { HarnessSample, ScoredSequence } from "../scores/scoredSequence.ts";

type ScoresOutput = Extract<ModelOutput, { kind: "scores" }>;

/** A document, or the right continuation of one, that was scored as a whole: how many tokens it has is not known. */
export interface Whole extends Pick<HarnessSample, "id" | "documentHash" | "promptHash" | "words"> {
  /** The line of the file that it begins on, from 1. */
  readonly line: number;
  readonly text: string;
  /** −ln p. */
  readonly surprise: number;
  /** As the harness counts them, else those of the text; not there if neither is known. */
  readonly bytes?: number;
  /** Whether no other continuation is likelier, where there are several; else whether all of its tokens are the likeliest. What the harness calls `acc`. Not of documents. */
  readonly isRight?: boolean;
  /** Whether all of its tokens are the likeliest. Not of documents. */
  readonly isGreedy?: boolean;
}

/** The scores of a file of samples of lm-evaluation-harness. */
export interface WholeScores {
  readonly source: string;
  readonly unit: "continuation" | "document";
  /** Whether there is a choice between continuations. */
  readonly hasChoices: boolean;
  /** One of each document. */
  readonly wholes: readonly Whole[];
}

/**
 * What the scores of a file are of, by the first sequence, which is among those that the output gives out afterwards, once.
 *
 * @throws FormatError as the reader does; the output is closed then.
 */
export async function scoredUnit(
  output: ScoresOutput,
): Promise<{ unit: ScoredSequence["unit"] | undefined; output: ScoresOutput }> {
  const sequences = output.sequences();
  try {
    const { value: first } = await sequences.next();
    const all = async function* () {
      if (first) yield first;
      yield* sequences;
    };
    const close = async () => {
      await sequences.return(undefined);
      await output.close();
    };
    return { unit: first?.unit, output: { ...output, sequences: all, close } };
  } catch (fault) {
    await output.close();
    throw fault;
  }
}

/**
 * The documents of a file of samples, or the right continuation of each.
 *
 * @throws FormatError as the reader does; if it has scores of tokens, a document twice, or does not tell which continuation is right.
 */
export async function wholeScores(source: string, output: ScoresOutput): Promise<WholeScores> {
  const wholes: Whole[] = [];
  const ids = new Set<string>();
  let task: Pick<WholeScores, "unit" | "hasChoices"> | undefined;
  for await (const sequence of output.sequences()) {
    const { sample, name, unit, scores } = sequence;
    if (!sample || unit === "token")
      throw refused(source, sequence, `scores tokens (${name})`, task ? kindOf(task) : "whole documents");
    const own = { unit, hasChoices: scores.length > 1 };
    task ??= own;
    if (kindOf(own) !== kindOf(task))
      throw refused(source, sequence, `scores ${kindOf(own)} (${name})`, kindOf(task));
    if (ids.has(name))
      throw refused(source, sequence, `has ${name} twice`, "the samples of one task and one filter");
    ids.add(name);
    wholes.push(
      unit === "document" ? documentOf(source, sequence, sample) : rightOne(source, sequence, sample),
    );
  }
  if (!task)
    throw new FormatError({ code: "empty", source, problem: "holds no samples", expected: "at least one" });
  return { source, ...task, wholes };
}

export function kindOf({ unit, hasChoices }: Pick<WholeScores, "unit" | "hasChoices">): string {
  if (unit === "document") return "whole documents";
  return hasChoices ? "choices between continuations" : "single continuations";
}

function documentOf(source: string, sequence: ScoredSequence, sample: HarnessSample): Whole {
  if (sequence.scores.length !== 1)
    throw refused(
      source,
      sequence,
      `has ${sequence.scores.length} log-likelihoods of ${sequence.name}`,
      "one",
    );
  return wholeOf(sequence, sample, 0);
}

function rightOne(source: string, sequence: ScoredSequence, sample: HarnessSample): Whole {
  const { scores, name } = sequence;
  if (scores.length === 1) {
    const [isGreedy] = sample.isGreedy as [boolean];
    return { ...wholeOf(sequence, sample, 0), isRight: isGreedy, isGreedy };
  }
  const choices = sample.isAskedTwice ? scores.slice(0, scores.length / 2) : scores;
  const right = rightAmong(
    choices.map(({ text }) => text),
    sample.target,
  );
  const likelihoods = choices.map(({ logProbability }) => logProbability!);
  const isRight = right === likelihoods.indexOf(Math.max(...likelihoods));
  const { accuracy = Number(isRight) } = sample;
  if (right === undefined || accuracy !== Number(isRight)) {
    const by = `target ${JSON.stringify(sample.target ?? null)}${sample.accuracy === undefined ? "" : `, acc ${sample.accuracy}`}`;
    throw refused(
      source,
      sequence,
      `does not tell which continuation of ${name} is right (${by})`,
      "a task with one right answer, told by its number or its text",
    );
  }
  return { ...wholeOf(sequence, sample, right), isRight, isGreedy: sample.isGreedy[right]! };
}

/** The target is an index, alone or in a list, or a text without the white space that separates it from the question. */
function rightAmong(texts: readonly string[], target = ""): number | undefined {
  const [, listed, index = listed] = /^(?:\[(\d+)\]|(\d+))$/.exec(target) ?? [];
  if (Number(index) < texts.length) return Number(index);
  const same = texts.flatMap((text, i) => (text.trim() === target.trim() ? [i] : []));
  return same.length === 1 && target !== "" ? same[0] : undefined;
}

function wholeOf({ scores, line }: ScoredSequence, sample: HarnessSample, index: number): Whole {
  const { id, documentHash, promptHash, words } = sample;
  const { text, logProbability } = scores[index]!;
  const bytes = sample.bytes ?? (text === "" ? undefined : new TextEncoder().encode(text).length);
  return {
    ...{ id, line, text },
    surprise: 0 - logProbability!,
    ...(documentHash !== undefined && { documentHash }),
    ...(promptHash !== undefined && { promptHash }),
    ...(words !== undefined && { words }),
    ...(bytes !== undefined && { bytes }),
  };
}

/** Of every document, or nothing; nor is anything divided by nothing. */
export function wholeSizes(wholes: readonly Whole[], name: "bytes" | "words"): Float64Array | undefined {
  const sizes = Float64Array.from(wholes, (whole) => whole[name] ?? Number.NaN);
  return sizes.reduce((sum, size) => sum + size, 0) > 0 ? sizes : undefined;
}

function refused(source: string, { line }: ScoredSequence, problem: string, expected: string): FormatError {
  return new FormatError({ code: "unsupported", source, place: { line }, problem, expected });
}
