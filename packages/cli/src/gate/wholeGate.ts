import { tokenResampling, type Unit } from "@surprisal/core";
import { FormatError, kindOf, pairWholes, type WholeScores, wholeScores } from "@surprisal/data";
import type { ScoresNamed } from "../outputs/lookInto.ts";
import { wholesNamed } from "../outputs/wholeDiff.ts";
import { refuseWholeOptions } from "../outputs/wholeOptions.ts";
import type { Assertion } from "./assertion.ts";
import { type Judged, judgeColumns } from "./judge.ts";
import type { GateOptions } from "./modelGate.ts";
import { refuseAssertions } from "./refuseAssertions.ts";
import { type Verdict, verdictOf } from "./verdict.ts";
import { type WholeMeasureName, type Wholes, wholeMeasures } from "./wholeMeasures.ts";

/** An assertion of samples: of documents, and not of tokens. */
interface JudgedWholes extends Omit<Judged<WholeMeasureName>, "tokens" | "moreTokens"> {
  documents: number;
  /** About so many more would tell. */
  moreDocuments?: number;
}

/** Whether a model may pass, by samples of lm-evaluation-harness. */
export interface WholeGate {
  measure: "wholeGate";
  base: string;
  candidate?: string;
  of: "documents" | "continuations";
  hasChoices: boolean;
  documents: number;
  verdict: Verdict;
  assertions: JudgedWholes[];
  unit: Unit;
  /** Documents before which the two saw other words, as far as the files say it. */
  otherPrompts?: number;
}

/**
 * @throws UsageError if an option has no effect on samples, or samples do not say what is asserted; FormatError as the reader does, or if the files are not of the same documents.
 */
export async function wholeGate(
  { path, output }: ScoresNamed,
  candidate: string | undefined,
  options: GateOptions,
): Promise<WholeGate> {
  const { unit, level } = options;
  refuseWholeOptions(options);
  const assert = refuseAssertions(options.assert, wholeMeasures, "samples", { unit, level, candidate });
  const base = await wholeScores(path, output);
  const pairs = candidate === undefined ? undefined : pairWholes(base, await wholesNamed(candidate));
  const wholes: Wholes = { ...base, p: base.wholes, ...(pairs && { q: pairs.candidate }) };
  const assertions = assert.map((assertion) => judged(assertion, wholes, base, options));
  return {
    measure: "wholeGate",
    base: path === "-" ? "standard input" : path,
    ...(candidate !== undefined && { candidate }),
    ...{ of: `${base.unit}s`, hasChoices: base.hasChoices, documents: base.wholes.length },
    verdict: verdictOf(assertions.map(({ verdict }) => verdict)),
    ...{ assertions, unit },
    ...(pairs && { otherPrompts: pairs.otherPrompts }),
  };
}

/** With the interval that `perplexity` and `diff` print. */
function judged(
  assertion: Assertion<WholeMeasureName>,
  wholes: Wholes,
  base: WholeScores,
  { unit, level }: GateOptions,
): JudgedWholes {
  const measure = wholeMeasures[assertion.measure];
  const column = measure.of(wholes);
  const resampling = tokenResampling([], { resample: "tokens", level: assertion.level ?? level });
  const found =
    column &&
    judgeColumns(
      assertion,
      measure,
      { lower: column.values, upper: column.values, ...(column.sizes && { sizes: column.sizes }) },
      resampling,
      assertion.unit ?? unit,
    );
  if (!found) throw unknown(assertion, wholes, base);
  const { tokens, moreTokens, ...rest } = found;
  return { ...rest, documents: tokens, ...(moreTokens !== undefined && { moreDocuments: moreTokens }) };
}

function unknown(
  { text, measure }: Assertion<WholeMeasureName>,
  wholes: Wholes,
  base: WholeScores,
): FormatError {
  const names = Object.entries(wholeMeasures)
    .filter(([, one]) => (!one.pair || wholes.q) && one.of(wholes))
    .map(([name]) => name);
  return new FormatError({
    code: "unsupported",
    source: base.source,
    problem: `has nothing to tell ${text} by (${measure}: ${wholeMeasures[measure].meaning})`,
    expected: `of ${kindOf(base)} one of ${names.join(", ")}`,
  });
}
