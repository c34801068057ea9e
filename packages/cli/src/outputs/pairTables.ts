import type { BoundedMean, CandidateComparison, CandidatePair, Estimate } from "@surprisal/core";
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
      rows: candidates.map(({ name, mean, bounds }) => [name, ...shown(meanOf?.(name) ?? mean, bounds)]),
    },
    {
      titles: [`pair, on the same ${on}`, `#difference, ${unit}`, "interval"],
      rows: pairs.map(({ one, other, difference, bounds, verdict }) => [
        `${one} ${verdicts[verdict]} ${other}`,
        ...shown(difference, bounds),
      ]),
    },
    ...(pairs.some(({ bounds }) => bounds)
      ? [
          {
            words:
              "Where log-probabilities are withheld, the two ends are those of all tokens, by what the lists leave; a verdict is given only if it is so by both.",
          },
        ]
      : []),
  ];
}

/** A number and its interval; or between which values it is, and from where to where their intervals reach. */
function shown(estimate: Estimate, bounds: BoundedMean | undefined): [value: string, interval: string] {
  const { lower, upper } = bounds ?? { lower: estimate, upper: estimate };
  const [least, most] = [written(lower.value, 5), written(upper.value, 5)];
  return [least === most ? least : `${least} to ${most}`, interval({ ...lower, high: upper.high })];
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
