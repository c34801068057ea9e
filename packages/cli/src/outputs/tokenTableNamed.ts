import {
  besideCandidate,
  type RowMeasures,
  type RowQuestions,
  type TokenTable,
  tokenTable,
} from "@surprisal/core";
import {
  type DoubtfulAlignment,
  FormatError,
  GrowingTable,
  type ListedQuestions,
  type ModelRows,
  type NamedOutput,
  paddingRows,
  ScorePairing,
  sideBySide,
  type TokensSideBySide,
  tokenSequences,
  WithheldTokens,
} from "@surprisal/data";
import { type Unsaid, unsaidByScores } from "./comparability.ts";
import { measureWatched } from "./measureWatched.ts";
import { modelRows, type TargetOptions } from "./modelRows.ts";
import { rowPairs } from "./rowPairs.ts";
import { scoresBeside } from "./scoresBeside.ts";
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
  /** Of scores, if it is asked for: the ends of measures of what both list at each token; of one file, of what it lists, twice. */
  listed?: Listed;
  /** Of scores: the tokens of each file whose log-probability is withheld. */
  withheld?: readonly WithheldTokens[];
  /** That targets seem to be put a place too early or too late; nats. */
  doubtful?: DoubtfulAlignment;
  /** Of two files: what has to be the same, and they do not say. */
  unsaid: readonly Unsaid[];
  /** Rows whose target is padding, of which nothing is said. */
  padding: number;
  /** Which of the files are 16-bit codes of llama.cpp, and as exact as these. */
  coded: string[];
  /** Which of them hold doubles, and are measured as singles. */
  narrowed: string[];
}

export type Listed = Pick<TokensSideBySide<string>, "boundsOf" | "least">;

/**
 * The tokens of an open file of logits or of log-probabilities, and beside them, of the same tokens, those of a candidate.
 *
 * @param questions Asked of rows of logits.
 * @throws FormatError if the two are not of one kind, or not of the same tokens.
 */
export async function tokenTableNamed(
  named: NamedOutput,
  candidate: string | undefined,
  options: TokenTableOptions,
  { listed, ...questions }: RowQuestions & { listed?: ListedQuestions<string> },
): Promise<NamedTokenTable> {
  const { path, output } = named;
  if (output.kind !== "scores") return ofRows(named, candidate, options, questions);
  refuseRowOptions(options, `${path} says itself what came, and how it reads`);
  return {
    ...(await ofScores(path, output, candidate, listed)),
    faults: { p: [], q: [] },
    unsaid: candidate === undefined ? [] : unsaidByScores,
    padding: 0,
    ...{ coded: [], narrowed: [] },
  };
}

async function ofRows(
  named: NamedOutput,
  candidate: string | undefined,
  options: TokenTableOptions,
  questions: RowQuestions,
): Promise<NamedTokenTable> {
  const rows = await modelRows(named, options);
  const vocabulary = await vocabularyNamed(options.vocabulary, rows);
  const { measures, targets, coded, narrowed, unsaid } =
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
    ...{ coded, narrowed },
  };
}

async function alone(rows: ModelRows, options: TargetOptions, questions: RowQuestions) {
  refuseTargetOptions(options, rows);
  const { file, format, place, targets } = rows;
  const { kind, measures } = await measureWatched(file, { p: place, ...questions }, targets);
  if (kind !== "alone") throw new Error("tokenTableNamed: rows were measured in pairs, expected alone");
  return {
    ...{ measures, targets, unsaid: [] },
    coded: format === "llama.cpp base" ? [file] : [],
    narrowed: rows.narrowed ? [file] : [],
  };
}

type Scores = Extract<NamedOutput["output"], { kind: "scores" }>;

/** Reads one file or two, a sequence of each at a time. */
async function ofScores(
  base: string,
  output: Scores,
  candidate: string | undefined,
  questions: ListedQuestions<string> | undefined,
): Promise<Pick<NamedTokenTable, "table" | "listed" | "withheld">> {
  const files = [
    tokenSequences(base, output),
    ...(candidate === undefined ? [] : [scoresBeside(base, candidate)]),
  ];
  const tables = files.map(() => new GrowingTable());
  const withheld = files.map(() => new WithheldTokens());
  const pairing = questions && new ScorePairing(base, candidate ?? base, questions);
  for await (const sequences of sideBySide(files)) {
    for (const [i, sequence] of sequences.entries()) {
      if (!sequence) continue;
      tables[i]!.add(sequence);
      withheld[i]!.take(sequence);
    }
    pairing?.take(sequences[0], sequences.at(-1));
  }
  const [ofBase, ofCandidate] = tables.map((table) => table.whole());
  const table = ofCandidate ? beside(ofBase!, candidate!, ofCandidate) : ofBase!;
  const pairs = pairing?.whole();
  return { table, withheld, ...(pairs?.by === "tokens" && { listed: pairs }) };
}

function beside(table: TokenTable, path: string, candidate: TokenTable): TokenTable {
  try {
    return besideCandidate(table, candidate);
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
