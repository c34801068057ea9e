import type { RowPairMeasures, RowQuestions } from "@surprisal/core";
import { FormatError, type RowPlace } from "@surprisal/data";
import { counted } from "../number.ts";
import { quoted } from "../report/commandLine.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { refuseUnlike, type Unsaid } from "./comparability.ts";
import { measureWatched } from "./measureWatched.ts";
import { type ModelRows, rowsNamed, type TargetOptions } from "./modelRows.ts";
import { refuseTargetOptions } from "./tokenOptions.ts";

/** The rows of a candidate beside those of a base. */
export interface RowPairs {
  measures: RowPairMeasures;
  /** Where the candidate's rows are. */
  place: RowPlace;
  /** What came, −1 for none. */
  targets?: Int32Array;
  /** What has to be the same, and the files do not say. */
  unsaid: Unsaid[];
  /** Which of the two are 16-bit codes of llama.cpp, and as exact as these. */
  coded: string[];
  /** Which of the two hold doubles, and are measured as singles. */
  narrowed: string[];
}

/**
 * Measures the rows of a candidate against those of the base, in the same order.
 *
 * @throws FormatError if they are rows of another text, or over another vocabulary.
 */
export async function rowPairs(
  base: ModelRows,
  file: string,
  options: TargetOptions,
  questions: RowQuestions = { symmetric: true },
  checkpoint?: Checkpoint,
): Promise<RowPairs> {
  const candidate = await rowsNamed(file, { ...options, targets: "none" });
  for (const side of ["vocabulary", "rows"] as const)
    if (candidate[side] !== base[side])
      throw new FormatError({
        code: "lengths",
        source: file,
        problem:
          side === "rows"
            ? `holds ${counted(String(candidate.rows), "rows")}`
            : `has rows over ${counted(String(candidate.vocabulary), "outcomes")}`,
        expected: `${base[side]}, as ${base.file} has`,
        ...(side === "vocabulary" && {
          hint: otherTokeniser(base.file, file),
        }),
      });
  // What came is what came to the base; a file of rows without targets says nothing else.
  const unsaid = refuseUnlike(
    base,
    candidate.targets ? candidate : { ...candidate, card: { ...base.card, ...candidate.card } },
  );
  const targets = base.targets ?? candidate.targets;
  refuseTargetOptions(options, base.targets ? base : candidate);
  const job = { p: base.place, q: candidate.place, ...questions };
  const measured = await measureWatched(file, job, targets, checkpoint);
  if (measured.kind !== "pair") throw new Error("rowPairs: rows were measured alone, expected in pairs");
  const coded = [base, candidate].filter(({ format }) => format === "llama.cpp base").map(({ file }) => file);
  const narrowed = [base, candidate].flatMap((rows) => (rows.narrowed ? [rows.file] : []));
  return {
    narrowed: [...new Set(narrowed)],
    ...{ measures: measured.measures, place: candidate.place, unsaid, coded: [...new Set(coded)] },
    ...(targets && { targets }),
  };
}

/** What to do about rows over other outcomes. */
function otherTokeniser(base: string, candidate: string): string {
  const scores = (file: string, name: string) =>
    `  surprisal tokens ${quoted(file)} --targets TARGETS --vocabulary TOKENIZER --scores --output ${name}`;
  return [
    "models of one tokeniser may have been padded to different lengths: cut the rows of both to the outcomes they share. Those of two tokenisers are compared by bytes, by what came:",
    scores(base, "base.jsonl"),
    scores(candidate, "candidate.jsonl"),
    "  surprisal diff base.jsonl candidate.jsonl",
  ].join("\n");
}
