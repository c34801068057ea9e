import { type CandidateComparison, type Estimate, inUnit, type Unit } from "@surprisal/core";
import type { PairedMeans, WholesCompared } from "../outputs/compareWholes.ts";
import type { WholeScores } from "../outputs/wholeScores.ts";
import { candidatesInUnit } from "./comparisonInUnit.ts";
import { estimateInUnit } from "./estimateInUnit.ts";
import { type Impossible, impossibleAmong } from "./impossibleWholes.ts";

/** What candidates make of documents, or of the right continuation of each, that a base has scored too: what `surprisal diff --json` prints of samples. */
export interface WholeDiff {
  measure: "wholeDiff";
  base: string;
  of: "documents" | "continuations";
  hasChoices: boolean;
  documents: number;
  unit: Unit;
  level: number;
  candidates: WholeCandidate[];
  /** Of several: which is less surprised by the same documents. Not there if one of them, or the base, gives one probability 0. */
  lessSurprised?: CandidateComparison;
}

export interface WholeCandidate {
  file: string;
  /** In the unit. Neither is there if one of the two gives a document probability 0. */
  surprise?: PairedMeans;
  surprisePerByte?: PairedMeans;
  /** How often a continuation is the likeliest of several, or else greedy. Not of documents. */
  right?: PairedMeans;
  /** The documents whose surprise differs most, by either sign; in the unit. */
  furthest: { id: string; text: string; base: number; candidate: number; difference: number }[];
  /** Documents before which the two saw other words, as far as the files say it. */
  otherPrompts: number;
  impossible: { base: Impossible; candidate: Impossible };
}

/** Candidates with their names, in nats; and which of several is less surprised. */
interface FoundOfWholes {
  readonly candidates: readonly { readonly name: string; readonly found: WholesCompared }[];
  readonly lessSurprised?: CandidateComparison;
}

/** @param top How many documents are named that differ most, and how many that are impossible. */
export function wholeDiffAnswer(
  base: string,
  { unit: whole, hasChoices, wholes }: WholeScores,
  { candidates, lessSurprised }: FoundOfWholes,
  { unit, level, top }: { unit: Unit; level: number; top: number },
): WholeDiff {
  return {
    measure: "wholeDiff",
    ...{ base, of: `${whole}s`, hasChoices, documents: wholes.length },
    ...{ unit, level },
    candidates: candidates.map(({ name, found }) => candidateOf(name, found, unit, top)),
    ...(lessSurprised && { lessSurprised: candidatesInUnit(lessSurprised, unit) }),
  };
}

function candidateOf(file: string, found: WholesCompared, unit: Unit, top: number): WholeCandidate {
  const { base, candidate, surprise, surprisePerByte, right, otherPrompts } = found;
  return {
    file,
    ...(surprise && { surprise: meansInUnit(surprise, unit) }),
    ...(surprisePerByte && { surprisePerByte: meansInUnit(surprisePerByte, unit) }),
    ...(right && { right }),
    furthest: furthestOf(found, top).map((i) => {
      const [ofBase, ofCandidate] = [base[i]!.surprise, candidate[i]!.surprise];
      return {
        ...{ id: base[i]!.id, text: base[i]!.text },
        ...{ base: inUnit(ofBase, unit), candidate: inUnit(ofCandidate, unit) },
        difference: inUnit(ofCandidate - ofBase, unit),
      };
    }),
    otherPrompts,
    impossible: { base: impossibleAmong(base, top), candidate: impossibleAmong(candidate, top) },
  };
}

/** The places of the documents whose surprise differs most, by either sign. */
function furthestOf({ base, candidate }: Pick<WholesCompared, "base" | "candidate">, top: number): number[] {
  const apart = Float64Array.from(base, ({ surprise }, i) => Math.abs(candidate[i]!.surprise - surprise));
  const differ = Array.from(apart.keys()).filter((i) => apart[i]! > 0);
  return differ.sort((i, k) => (apart[i] === apart[k] ? i - k : apart[k]! - apart[i]!)).slice(0, top);
}

function meansInUnit({ base, candidate, difference, verdict }: PairedMeans, unit: Unit): PairedMeans {
  const inIt = (estimate: Estimate) => estimateInUnit(estimate, unit);
  return { base: inIt(base), candidate: inIt(candidate), difference: inIt(difference), verdict };
}
