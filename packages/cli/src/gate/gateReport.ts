import { counted, written } from "../number.ts";
import { alignmentNotes } from "../outputs/alignmentNotes.ts";
import { tokensOf } from "../outputs/boundTable.ts";
import { codedNotes } from "../outputs/codedNotes.ts";
import { unsaidNotes } from "../outputs/comparability.ts";
import { faultNotes } from "../outputs/faultNotes.ts";
import { fewNotes } from "../outputs/fewNotes.ts";
import { narrowedNotes } from "../outputs/narrowedNotes.ts";
import { paddingNotes } from "../outputs/paddingNotes.ts";
import type { Part } from "../outputs/report.ts";
import { assertionTable, moreText, outcomeText } from "./assertionTable.ts";
import type { Judged } from "./judge.ts";
import { type MeasureName, measures } from "./measures.ts";
import type { ModelGate } from "./modelGate.ts";

/** What a person reads of it, in a terminal or as Markdown. */
export function gateReport(result: ModelGate): Part[] {
  const { base, candidate, tokens, sequences, assertions } = result;
  const over = `${counted(String(tokens), "tokens")} in ${counted(String(sequences), "sequences")}`;
  return [
    {
      words: `${candidate === undefined ? base : `P is ${base}, the base; Q is ${candidate}`}: ${over}.`,
    },
    ...assertionTable(assertions.map((judged) => ({ judged, toTell: toTell(judged) }))),
    ...[outcome(result), ...notes(result)].map((words) => ({ words })),
  ];
}

/** In what counts as independent. */
function toTell({ moreTokens, method, tokens }: Judged<MeasureName>): string {
  const sequences = method?.clusters;
  if (moreTokens === undefined || sequences === undefined) return moreText(moreTokens, "token");
  return moreText(Math.ceil((moreTokens * sequences) / tokens), "sequence");
}

function outcome({ verdict, assertions, faults, candidate }: ModelGate): string {
  const broken = `${counted(String(faults.length), "rows")} ${candidate === undefined ? "without a distribution" : "at which P has a distribution, and Q none"}`;
  return outcomeText(verdict, assertions, faults.length > 0 ? [broken] : []);
}

function notes({
  tokens,
  assertions,
  faults,
  baseFaults = [],
  candidate,
  padding,
  coded,
  narrowed,
  unsaid,
  alignment,
  unit,
  outcomes,
  vocabulary,
  withheld = [],
}: ModelGate): string[] {
  const partly = assertions.filter(
    ({ assertion, bounds, tokens: some }) => bounds && some < tokens && !measures[assertion.measure].ends,
  );
  return [
    ...[
      ...assertions.flatMap(whyNot),
      ...withheld.map(
        ({ file, count }) =>
          `${tokensOf(count, tokens)} of ${file} came without their log-probability, and count as at least as surprising as the lists say`,
      ),
      ...alignmentNotes(alignment, unit),
      ...paddingNotes(padding),
      ...faultNotes(baseFaults, " of P"),
      ...faultNotes(faults, candidate === undefined ? "" : " of Q"),
      ...codedNotes(coded),
      ...narrowedNotes(narrowed),
      ...unsaidNotes(unsaid),
      ...(outcomes === undefined
        ? []
        : [
            `entropies are at most so much if there are no more than the ${outcomes} outcomes of ${vocabulary}: the scores do not say it`,
          ]),
    ].map((note) => `Note: ${note}`),
    ...partly.map(
      ({ assertion, tokens: some }) =>
        `Note: ${assertion.text}: of ${some} of ${counted(String(tokens), "tokens")}, at which ${candidate === undefined ? "others are listed" : "both list others"}`,
    ),
  ];
}

/** What bounds a measure of lists above. */
const remedies: Partial<Record<MeasureName, string>> = {
  kl: ", or --floor if you can assume one",
  "reverse-kl": ", or --floor if you can assume one",
  entropy: ", or the --vocabulary, by how many tokens it has",
};

/** Why so many tokens do not tell. */
function whyNot({ verdict, assertion, bounds, method, tooFew, tokens }: Judged<MeasureName>): string[] {
  const isBetween = bounds && bounds.lower < assertion.bound && assertion.bound < bounds.upper;
  if (verdict === "cannot tell yet" && isBetween) {
    const isOpen = bounds.upper === Infinity;
    const why = measures[assertion.measure].ends
      ? `of some tokens that came it is not known how unlikely they are, and both is possible, whatever more tokens would say${isOpen ? "; --floor would tell, if you can assume one" : ""}`
      : `only the likeliest tokens are listed, and of these tokens both is possible, whatever more of them would say; longer lists would tell${isOpen ? (remedies[assertion.measure] ?? "") : ""}`;
    return [`${assertion.text}: ${why}`];
  }
  if (tooFew)
    return fewNotes([method], tokens).map((note) => `${assertion.text}: ${note} to decide anything`);
  if (verdict !== "cannot tell yet" || !method || !(method.effectiveSampleSize < tokens)) return [];
  const worth = written(method.effectiveSampleSize, 3);
  const counted =
    method.clusters === undefined
      ? ""
      : `what counts is ${method.clusters} sequences, and not their tokens: `;
  return [
    `${assertion.text}: ${counted}tokens depend on each other, and these ${tokens} are worth ${worth} independent ones`,
  ];
}
