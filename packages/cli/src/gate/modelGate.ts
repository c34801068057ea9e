import { type Resample, type RowMeasures, tokenResampling, type Unit } from "@surprisal/core";
import { alignmentInUnit, type DoubtfulAlignment, FormatError, type NamedOutput } from "@surprisal/data";
import { floor as floorOption, vocabulary as vocabularyOption } from "../options.ts";
import type { Unsaid } from "../outputs/comparability.ts";
import type { TargetOptions } from "../outputs/modelRows.ts";
import { refuseFloor } from "../outputs/refuseFloor.ts";
import { refuseNothing } from "../outputs/refuseNothing.ts";
import { tokenTableNamed } from "../outputs/tokenTableNamed.ts";
import { outcomesNamed } from "../outputs/vocabularyNamed.ts";
import { refuseUnused } from "../refuseUnused.ts";
import type { Assertion } from "./assertion.ts";
import { surpriseColumns } from "./columns.ts";
import { type Judged, judge } from "./judge.ts";
import { listedQuestions } from "./listedQuestions.ts";
import { type MeasureName, measures } from "./measures.ts";
import { refuseAssertions } from "./refuseAssertions.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

export interface GateOptions extends TargetOptions {
  unit: Unit;
  assert: readonly Assertion[];
  resample: Resample;
  level: number;
  /** A probability below which no outcome is assumed to be; 0 for none. */
  floor: number;
  /** A file that says how many outcomes there are, or "none". */
  vocabulary: string;
}

/** Whether a model may pass. */
export interface ModelGate {
  measure: "modelGate";
  base: string;
  candidate?: string;
  tokens: number;
  sequences: number;
  /** It fails if an assertion does, or if the model that is judged gives no distribution somewhere; else it cannot be told if one cannot. */
  verdict: Verdict;
  assertions: Judged<MeasureName>[];
  unit: Unit;
  /** That targets seem to be put a place too early or too late; in the unit. */
  alignment?: DoubtfulAlignment;
  /** Rows whose target is padding, left out of everything; not there if there are none. */
  padding?: number;
  /** Rows at which it gives none, though the base does. */
  faults: RowMeasures["faults"];
  /** Of scores: how many tokens that came have a log-probability that is withheld, in which file; not there if none has. */
  withheld?: { file: string; count: number }[];
  /** Of two models: rows at which the base gives none, left out of everything; not there if there are none. */
  baseFaults?: RowMeasures["faults"];
  /** What has to be the same of the two, and the files do not say. */
  unsaid: readonly Unsaid[];
  /** Which of the files are 16-bit codes of llama.cpp. */
  coded: string[];
  /** Which of them hold doubles, and are measured as singles. */
  narrowed: string[];
  /** The entropies of lists are bounded above if there are no more than so many outcomes, as a file says. */
  outcomes?: number;
  vocabulary?: string;
}

/**
 * @throws UsageError if an option has no effect on the assertions, or one of them needs a candidate and there is none; FormatError if the files do not say what is asserted of.
 */
export async function modelGate(
  named: NamedOutput,
  [base, candidate]: readonly [string, string | undefined],
  { unit, assert: asserted, resample, level, floor, vocabulary, ...options }: GateOptions,
): Promise<ModelGate> {
  const assert = refuseAssertions(asserted, measures, "tokens", { unit, level, candidate });
  if (!assert.some(({ measure }) => measure === "entropy"))
    refuseUnused(
      { vocabulary: vocabularyOption },
      { vocabulary },
      "with an assertion of entropy, which it bounds above",
    );
  const outcomes = await outcomesNamed(vocabulary);
  const questions = listedQuestions(assert, candidate ?? base, floor, outcomes);
  const symmetric = assert.some(({ measure }) => measure === "js" || measure === "tv");
  const {
    table,
    faults,
    padding,
    coded,
    narrowed,
    doubtful,
    unsaid,
    listed,
    withheld = [],
  } = await tokenTableNamed(
    named,
    candidate,
    { ...options, vocabulary: "none" },
    { symmetric, ...(questions && { listed: questions }) },
  );
  const isOfWhatCame = assert.some(({ measure }) => measures[measure].ends);
  const surprise = isOfWhatCame ? surpriseColumns(table, withheld, floor) : undefined;
  const files = [base, ...(candidate === undefined ? [] : [candidate])];
  if (listed) refuseFloor(listed.least, candidate ?? base, floor);
  if (surprise) for (const [i, file] of files.entries()) refuseFloor(withheld[i]!.leastListed, file, floor);
  if (!listed)
    refuseUnused(
      { ...(!surprise && { floor: floorOption }), vocabulary: vocabularyOption },
      { floor, vocabulary },
      "with scores that list the likeliest tokens",
    );
  const known = new Set(faults.p.map(({ row }) => row));
  const broken = candidate === undefined ? faults.p : faults.q.filter(({ row }) => !known.has(row));
  const assertions = assert.flatMap((assertion) => {
    const resampling = tokenResampling(table.sequence, { resample, level: assertion.level ?? level });
    const judged = judge(assertion, table, resampling, assertion.unit ?? unit, { listed, surprise });
    // Where nothing is left to judge, the rows without a distribution have done so.
    if (!judged && broken.length === 0) {
      if (padding + faults.p.length >= table.tokens) refuseNothing(base, padding, faults.p);
      refuseUnknown(assertion, candidate ?? base);
    }
    return judged ?? [];
  });
  const verdicts = assertions.map(({ verdict }) => verdict);
  return {
    measure: "modelGate",
    base: base === "-" ? "standard input" : base,
    ...(candidate !== undefined && { candidate }),
    tokens: table.tokens,
    sequences: new Set(table.sequence).size,
    verdict: broken.length > 0 ? "fails" : verdictOf(verdicts),
    assertions,
    unit,
    ...(doubtful && { alignment: alignmentInUnit(doubtful, unit) }),
    ...(padding > 0 && { padding }),
    faults: broken,
    ...(candidate !== undefined && faults.p.length > 0 && { baseFaults: faults.p }),
    ...(surprise && {
      withheld: files
        .map((file, i) => ({ file, count: withheld[i]!.count }))
        .filter(({ count }) => count > 0),
    }),
    ...{ unsaid, coded, narrowed },
    ...(outcomes !== undefined && { outcomes, vocabulary }),
  };
}

function refuseUnknown({ measure, text }: Assertion<MeasureName>, source: string): never {
  const { meaning } = measures[measure];
  const onWhatCame = /^(perplexity|surprise)/.test(measure);
  throw new FormatError({
    code: "unsupported",
    source,
    problem: `has nothing to tell ${text} by (${measure}: ${meaning})`,
    expected: onWhatCame
      ? "what came, as --targets FILE says it"
      : "rows of logits, a base file of llama.cpp, or lists of the likeliest tokens",
  });
}
