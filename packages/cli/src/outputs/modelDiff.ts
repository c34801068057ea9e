import {
  type CandidateComparison,
  type CandidatePair,
  compareCandidates,
  type RowPairMeasures,
  type TokenComparison,
  tokenComparison,
  type Unit,
} from "@surprisal/core";
import { FormatError } from "@surprisal/data";
import { measureRowFiles } from "@surprisal/data/node";
import { rowsWatched } from "../progress.ts";
import { refuseUnlike, type Unsaid } from "./comparability.ts";
import { comparisonInUnit } from "./comparisonInUnit.ts";
import { estimateInUnit } from "./estimateInUnit.ts";
import { type ModelRows, modelRows, type TargetOptions } from "./modelRows.ts";
import { openOutput } from "./outputNamed.ts";
import { type Resample, resamplingOf } from "./resampling.ts";

export interface DiffOptions extends TargetOptions {
  unit: Unit;
  resample: Resample;
  level: number;
  /** A second run of the base. */
  again: string;
}

/** What candidates and a base disagree about on the same rows. */
export interface ModelDiff {
  measure: "modelDiff";
  base: string;
  unit: Unit;
  rows: number;
  vocabulary: number;
  sequences: number;
  level: number;
  targets?: string;
  again?: string;
  candidates: {
    file: string;
    /** In the unit. */
    comparison: TokenComparison;
    /** Rows at which D(base‖candidate) is ∞: the candidate rules out what the base allows. */
    infinite: { count: number; first: number[] };
    /** What has to be the same, and the files do not say. */
    unsaid: Unsaid[];
    /** Which of the two are 16-bit codes of llama.cpp, and as exact as these. */
    coded: string[];
  }[];
  /** Of several: which is nearer to the base, by D(base‖candidate) on the same rows. Not there if one is ∞. */
  nearer?: CandidateComparison;
}

const shownRows = 10;

export async function modelDiff(
  [base, ...candidates]: readonly string[],
  options: DiffOptions,
): Promise<ModelDiff> {
  const rowsOf = await opened(base!, options);
  const sequence = Int32Array.from({ length: rowsOf.rows }, (_, row) =>
    Math.floor(row / rowsOf.rowsPerSequence),
  );
  const questions = () => resamplingOf(sequence, options);
  const again = options.again === "none" ? undefined : await pairOf(rowsOf, options.again, options);
  const found: ModelDiff["candidates"] = [];
  const values: { name: string; values: Float64Array }[] = [];
  for (const file of candidates) {
    const { measures, unsaid, coded } = await pairOf(rowsOf, file, options);
    const { forwardKl } = measures;
    const comparison = tokenComparison(measures, {
      ...questions(),
      ...(again && { secondRunKl: again.measures.forwardKl }),
    });
    const infinite = Array.from(forwardKl.keys()).filter((row) => forwardKl[row] === Infinity);
    found.push({
      file,
      comparison: comparisonInUnit(comparison, options.unit),
      infinite: { count: infinite.length, first: infinite.slice(0, shownRows) },
      unsaid,
      coded,
    });
    values.push({ name: file, values: forwardKl });
  }
  const canCompare =
    found.length > 1 &&
    found.every(({ infinite, comparison }) => infinite.count === 0 && comparison.compared > 0);
  return {
    measure: "modelDiff",
    ...{ base: rowsOf.file, unit: options.unit, rows: rowsOf.rows, vocabulary: rowsOf.vocabulary },
    ...{ sequences: Math.ceil(rowsOf.rows / rowsOf.rowsPerSequence), level: options.level },
    ...(rowsOf.targetsFrom !== undefined && { targets: rowsOf.targetsFrom }),
    ...(again && { again: options.again }),
    candidates: found,
    ...(canCompare && { nearer: inTheUnit(compareCandidates(values, questions()), options.unit) }),
  };
}

async function opened(text: string, options: TargetOptions): Promise<ModelRows> {
  const named = await openOutput(text);
  try {
    return await modelRows(named, options);
  } finally {
    await named.output.close();
  }
}

async function pairOf(
  base: ModelRows,
  file: string,
  { ignore }: DiffOptions,
): Promise<{ measures: RowPairMeasures; unsaid: Unsaid[]; coded: string[] }> {
  const candidate = await opened(file, { targets: "none", ignore });
  for (const side of ["vocabulary", "rows"] as const)
    if (candidate[side] !== base[side])
      throw new FormatError({
        code: "lengths",
        source: file,
        problem:
          side === "rows" ? `holds ${candidate.rows} rows` : `has rows over ${candidate.vocabulary} outcomes`,
        expected: `${base[side]}, as ${base.file} has`,
      });
  // What came is what came to the base; a file of rows without targets says nothing else.
  const unsaid = refuseUnlike(
    base,
    candidate.targets ? candidate : { ...candidate, card: { ...base.card, ...candidate.card } },
  );
  const targets = base.targets ?? candidate.targets;
  const progress = rowsWatched(file);
  const measured = await measureRowFiles(
    { p: base.place, q: candidate.place, symmetric: true },
    { ...progress, ...(targets && { targets }) },
  );
  progress.end();
  if (measured.kind !== "pair") throw new Error("modelDiff: rows were measured alone, expected in pairs");
  const coded = [base, candidate].filter(({ format }) => format === "llama.cpp base").map(({ file }) => file);
  return { measures: measured.measures, unsaid, coded: [...new Set(coded)] };
}

function inTheUnit(found: CandidateComparison, unit: Unit): CandidateComparison {
  return {
    tokens: found.tokens,
    candidates: found.candidates.map(({ name, mean }) => ({ name, mean: estimateInUnit(mean, unit) })),
    pairs: found.pairs.map(
      (pair): CandidatePair => ({ ...pair, difference: estimateInUnit(pair.difference, unit) }),
    ),
  };
}
