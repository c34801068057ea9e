import type { Unit } from "@surprisal/core";
import { alignmentInUnit, FormatError, scoreLines } from "@surprisal/data";
import { UsageError } from "../usage.ts";
import { alignmentNotes } from "./alignmentNotes.ts";
import { faultNotes } from "./faultNotes.ts";
import { measureWatched } from "./measureWatched.ts";
import { rowsNamed } from "./modelRows.ts";
import { narrowedNotes } from "./narrowedNotes.ts";
import { refuseTargetOptions } from "./tokenOptions.ts";
import type { TokenTableOptions } from "./tokenTableNamed.ts";
import { vocabularyNamed } from "./vocabularyNamed.ts";

/**
 * What came at the rows of a file as scores of tokens, in the plain form: models with tokenisers of their own can be compared by those.
 *
 * @throws UsageError without a vocabulary; FormatError if nothing says what came.
 */
export async function scoresOfRows(text: string, options: TokenTableOptions & { unit: Unit }) {
  if (options.vocabulary === "none")
    throw new UsageError("--scores is given, expected with --vocabulary FILE, by which the text is known");
  const rows = await rowsNamed(text, options);
  refuseTargetOptions(options, rows);
  if (!rows.targets)
    throw new FormatError({
      code: "unsupported",
      source: rows.file,
      problem: "does not say what came",
      expected: "--targets FILE, as scores are of what came",
    });
  const vocabulary = await vocabularyNamed(options.vocabulary, rows);
  const { doubtful } = rows;
  const { kind, measures } = await measureWatched(rows.file, { p: rows.place }, rows.targets);
  if (kind !== "alone") throw new Error("scoresOfRows: rows were measured in pairs, expected alone");
  return {
    lines: scoreLines(rows, measures.negativeLogLikelihood, vocabulary!),
    notes: [
      ...alignmentNotes(doubtful && alignmentInUnit(doubtful, options.unit), options.unit),
      ...faultNotes(measures.faults),
      ...narrowedNotes(rows.narrowed ? [rows.file] : []),
    ],
  };
}
