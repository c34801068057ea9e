import {
  type Candidate,
  type CandidateComparison,
  compareCandidates,
  type Resample,
  type TokenComparison,
  tokenComparison,
  tokenResampling,
  type Unit,
} from "@surprisal/core";
import {
  alignmentInUnit,
  candidateAnswer,
  candidatesInUnit,
  carriersInUnit,
  type ModelDiff,
  type NamedCarrier,
  namedCarriers,
  paddingRows,
  unnamedTokens,
  type Vocabulary,
} from "@surprisal/data";
import { openCheckpoint } from "./checkpoint.ts";
import { llamaOf } from "./llamaBlocks.ts";
import { type ModelRows, rowsNamed, type TargetOptions } from "./modelRows.ts";
import { refuseNothing } from "./refuseNothing.ts";
import { type RowPairs, rowPairs } from "./rowPairs.ts";
import { vocabularyNamed } from "./vocabularyNamed.ts";

export interface DiffOptions extends TargetOptions {
  unit: Unit;
  resample: Resample;
  level: number;
  /** A second run of the base. */
  again: string;
  /** How many of the outcomes are shown that carry a divergence. */
  top: number;
  llama: boolean;
  /** Where to keep what is measured, or "none". */
  resume: string;
  /** A file that says what tokens stand for, or "none". */
  vocabulary: string;
}

/** What a candidate's part of it was computed from; nats. */
export interface KeptCandidate {
  file: string;
  base: ModelRows;
  pairs: RowPairs;
  comparison: TokenComparison;
  sequence: Int32Array;
  vocabulary: Vocabulary | undefined;
  carriers: readonly NamedCarrier[];
}

/** What is kept for those who want more than the answer, which takes memory for every row of every candidate. */
export interface KeptDiff {
  candidates: KeptCandidate[];
  nearer?: CandidateComparison;
}

export async function modelDiff(
  [base, ...candidates]: readonly string[],
  options: DiffOptions,
  kept?: KeptDiff,
): Promise<ModelDiff> {
  const rowsOf = await rowsNamed(base!, options);
  const sequence = Int32Array.from({ length: rowsOf.rows }, (_, row) =>
    Math.floor(row / rowsOf.rowsPerSequence),
  );
  const vocabulary = await vocabularyNamed(options.vocabulary, rowsOf);
  const questions = () => tokenResampling(sequence, options);
  const checkpoint = openCheckpoint(options.resume);
  const again =
    options.again === "none" ? undefined : await rowPairs(rowsOf, options.again, options, {}, checkpoint);
  const asked = { symmetric: true, outcomes: options.top > 0, ranks: kept !== undefined };
  const found: ModelDiff["candidates"] = [];
  const values: Candidate[] = [];
  for (const file of candidates) {
    const pairs = await rowPairs(rowsOf, file, options, asked, checkpoint);
    const { measures, unsaid, coded, narrowed } = pairs;
    const padding = paddingRows(pairs.targets);
    const comparison = tokenComparison(measures, {
      ...questions(),
      get secondRunKl() {
        return again?.measures.forwardKl;
      },
    });
    if (comparison.compared === 0) {
      checkpoint.remove();
      const { base: ofBase, candidate } = comparison.faults;
      refuseNothing(ofBase.length > 0 ? rowsOf.file : file, padding, ofBase.length > 0 ? ofBase : candidate);
    }
    const carriers = namedCarriers(measures.outcomes, options.top, vocabulary);
    kept?.candidates.push({
      ...{ file, base: rowsOf, pairs, comparison, sequence, vocabulary, carriers },
    });
    const about = {
      ...{ file, comparison, forwardKl: measures.forwardKl, padding, unsaid, coded, narrowed },
      carriers: carriersInUnit(carriers, options.unit),
      ...(options.llama && { llama: await llamaOf(file, rowsOf, pairs) }),
    };
    found.push(candidateAnswer(about, options.unit));
    values.push({
      name: file,
      get values() {
        return measures.forwardKl;
      },
    });
  }
  // Farther than any other is one at ∞, and by how much nobody can say.
  const finite = values.filter((_, i) => found[i]!.infinite.count === 0);
  checkpoint.remove();
  const nearer = finite.length > 1 ? compareCandidates(finite, questions()) : undefined;
  if (kept && nearer) kept.nearer = nearer;
  const { targets } = rowsOf;
  const unnamed =
    vocabulary &&
    unnamedTokens(targets, (row) => vocabulary.bytesOf(targets![row]!) !== undefined, options.vocabulary);
  const scored = Math.max(...found.map(({ comparison }) => comparison.scored));
  return {
    measure: "modelDiff",
    ...{ base: rowsOf.file, unit: options.unit, rows: rowsOf.rows, vocabulary: rowsOf.vocabulary },
    ...{ sequences: Math.ceil(rowsOf.rows / rowsOf.rowsPerSequence), level: options.level },
    ...(rowsOf.targetsFrom !== undefined && { targets: rowsOf.targetsFrom }),
    ...(rowsOf.possibleTargets && { possibleTargets: rowsOf.possibleTargets }),
    ...(rowsOf.doubtful && { alignment: alignmentInUnit(rowsOf.doubtful, options.unit) }),
    ...(unnamed && { unnamed }),
    ...(again && { again: options.again }),
    ...(scored > 0 && { card: { ...rowsOf.card, tokensScored: scored } }),
    candidates: found,
    ...(nearer && { nearer: candidatesInUnit(nearer, options.unit) }),
  };
}
