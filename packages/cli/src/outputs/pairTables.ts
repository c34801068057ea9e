import type { CandidateComparison, CandidatePair, Estimate } from "@surprisal/core";
import { written } from "../number.ts";
import { interval } from "./estimateTable.ts";
import type { Part } from "./report.ts";

interface Wording {
  heading: string;
  /** What candidates have the mean of, and its unit. */
  measure: string;
  unit: string;
  /** What pairs have in common. */
  on: string;
  verdicts: Record<CandidatePair["verdict"], string>;
}

/** Candidates by their means, and in pairs. */
export function pairTables(
  { candidates, pairs }: CandidateComparison,
  { heading, measure, unit, on, verdicts }: Wording,
  meanOf?: (name: string) => Estimate,
): Part[] {
  return [
    { heading },
    {
      titles: ["Q", `#${measure}, ${unit}`, "interval"],
      rows: candidates.map(({ name, mean }) => {
        const estimate = meanOf?.(name) ?? mean;
        return [name, written(estimate.value, 5), interval(estimate)];
      }),
    },
    {
      titles: [`pair, on the same ${on}`, `#difference, ${unit}`, "interval"],
      rows: pairs.map(({ one, other, difference, verdict }) => [
        `${one} ${verdicts[verdict]} ${other}`,
        written(difference.value, 5),
        interval(difference),
      ]),
    },
  ];
}

/** The same by how much what came surprises them. */
export function surpriseTables(found: CandidateComparison, of: string, unit: string, on: string): Part[] {
  return pairTables(found, {
    heading: "Candidates, the least surprised first",
    ...{ measure: `surprise a ${of}`, unit, on },
    verdicts: {
      better: "is less surprised than",
      worse: "is more surprised than",
      "not distinguishable": "is not distinguishable from",
    },
  });
}
