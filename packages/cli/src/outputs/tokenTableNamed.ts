import {
  besideCandidate,
  type ListedPair,
  type RowMeasures,
  type RowQuestions,
  scoreTable,
  type TokenTable,
  tokenTable,
} from "@surprisal/core";
import {
  type DoubtfulAlignment,
  FormatError,
  type ModelRows,
  type NamedOutput,
  paddingRows,
  type ScoredFile,
  type ScoredSequence,
  scorePairs,
  tokenSequences,
} from "@surprisal/data";
import { type Unsaid, unsaidByScores } from "./comparability.ts";
import { measureWatched } from "./measureWatched.ts";
import { modelRows, type TargetOptions } from "./modelRows.ts";
import { openOutput } from "./outputNamed.ts";
import { rowPairs } from "./rowPairs.ts";
import { refuseRowOptions, refuseTargetOptions } from "./tokenOptions.ts";
import { vocabularyNamed } from "./vocabularyNamed.ts";

export interface TokenTableOptions extends TargetOptions {
  /** A file that says what tokens stand for, or "none". */
  vocabulary: string;
}

/** What one or two models say at every token, and the rows of which they say nothing. */
export interface NamedTokenTable {
  table: TokenTable;
  faults: { p: RowMeasures["faults"]; q: RowMeasures["faults"] };
  /** Of scores, if it is asked for: what both list at each token; of one file, what it lists, twice. */
  lists?: (ListedPair | undefined)[];
  /** That targets seem to be put a place too early or too late; nats. */
  doubtful?: DoubtfulAlignment;
  /** Of two files: what has to be the same, and they do not say. */
  unsaid: readonly Unsaid[];
  /** Rows whose target is padding, of which nothing is said. */
  padding: number;
  /** Which of the files are 16-bit codes of llama.cpp, and as exact as these. */
  coded: string[];
}

/**
 * The tokens of a file of logits or of log-probabilities, and beside them, of the same tokens, those of a candidate.
 *
 * @param questions Asked of rows of logits.
 * @throws FormatError if the two are not of one kind, or not of the same tokens.
 */
export async function tokenTableNamed(
  base: string,
  candidate: string | undefined,
  options: TokenTableOptions,
  { lists: areAsked = false, ...questions }: RowQuestions & { lists?: boolean },
): Promise<NamedTokenTable> {
  const named = await openOutput(base);
  try {
    if (named.output.kind !== "scores") return await ofRows(named, candidate, options, questions);
    refuseRowOptions(options, `${base} says itself what came, and how it reads`);
    const ofBase = await scoresOf(base, named.output, areAsked);
    const ofCandidate = candidate === undefined ? undefined : await scoresBeside(base, candidate, areAsked);
    const table = scoreTable(ofBase.sequences);
    return {
      table: ofCandidate ? beside(table, ofCandidate) : table,
      ...(areAsked && { lists: listsOf(ofBase, ofCandidate ?? ofBase) }),
      faults: { p: [], q: [] },
      unsaid: ofCandidate ? unsaidByScores : [],
      padding: 0,
      coded: [],
    };
  } finally {
    await named.output.close();
  }
}

async function ofRows(
  named: NamedOutput,
  candidate: string | undefined,
  options: TokenTableOptions,
  questions: RowQuestions,
): Promise<NamedTokenTable> {
  const rows = await modelRows(named, options);
  const vocabulary = await vocabularyNamed(options.vocabulary, rows);
  const { measures, targets, coded, unsaid } =
    candidate === undefined
      ? await alone(rows, options, questions)
      : await rowPairs(rows, candidate, options, questions);
  const table = tokenTable(measures, {
    sequence: Int32Array.from({ length: rows.rows }, (_, row) => Math.floor(row / rows.rowsPerSequence)),
    ...(targets && { targets }),
    ...(vocabulary && { textOf: vocabulary.textOf }),
  });
  const [p, q] = "forwardKl" in measures ? [measures.p, measures.q] : [measures, undefined];
  return {
    table,
    faults: { p: p.faults, q: q?.faults ?? [] },
    unsaid,
    ...(rows.doubtful && { doubtful: rows.doubtful }),
    padding: paddingRows(targets),
    coded,
  };
}

async function alone(rows: ModelRows, options: TargetOptions, questions: RowQuestions) {
  refuseTargetOptions(options, rows);
  const { file, format, place, targets } = rows;
  const { kind, measures } = await measureWatched(file, { p: place, ...questions }, targets);
  if (kind !== "alone") throw new Error("tokenTableNamed: rows were measured in pairs, expected alone");
  return { measures, targets, unsaid: [], coded: format === "llama.cpp base" ? [file] : [] };
}

type Scores = Extract<NamedOutput["output"], { kind: "scores" }>;

/** @param alternatives Whether all of them are needed, and not the first alone: there may be twenty at each of a million tokens. */
async function scoresOf(path: string, output: Scores, alternatives: boolean): Promise<ScoredFile> {
  const sequences: ScoredSequence[] = [];
  for await (const sequence of tokenSequences(path, output)) {
    const scores = alternatives
      ? sequence.scores
      : sequence.scores.map((score) => ({ ...score, top: score.top.slice(0, 1) }));
    sequences.push({ ...sequence, scores });
  }
  return { path, sequences };
}

async function scoresBeside(base: string, candidate: string, alternatives: boolean): Promise<ScoredFile> {
  const { output } = await openOutput(candidate);
  try {
    if (output.kind === "scores") return await scoresOf(candidate, output, alternatives);
    throw new FormatError({
      code: "unsupported",
      source: candidate,
      problem: "holds rows of logits",
      expected: `log-probabilities of tokens, as ${base} has`,
    });
  } finally {
    await output.close();
  }
}

function beside(table: TokenTable, { path, sequences }: ScoredFile): TokenTable {
  try {
    return besideCandidate(table, scoreTable(sequences));
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw new FormatError({
      code: "lengths",
      source: path,
      problem: `is not of the same tokens: ${cause.message.replace(/^\w+: /, "")}`,
      cause,
    });
  }
}

function listsOf(base: ScoredFile, candidate: ScoredFile): (ListedPair | undefined)[] {
  const pairs = scorePairs(base, candidate);
  return pairs.by === "tokens" ? pairs.lists : [];
}
