import {
  type Estimate,
  estimateLoggedKl,
  fewUnits,
  inUnit,
  type KlEstimatorName,
  type LoggedKl,
  type Resample,
  tokenResampling,
  type Unit,
} from "@surprisal/core";
import { estimateInUnit, type LogNames, readLogs, sourceName } from "@surprisal/data";
import { counted, written } from "../number.ts";
import { openWatched } from "../progress.ts";
import { type EstimateRow, estimateTable } from "./estimateTable.ts";
import { fewNotes } from "./fewNotes.ts";
import { methodText } from "./methodText.ts";
import type { Part } from "./report.ts";

/** D(Q‖P) from what training has logged: Q the policy, P the reference. */
export interface LoggedKlFound {
  measure: "estimateLoggedKl";
  symbol: "D(Q‖P)";
  unit: Unit;
  file: string;
  names: LogNames;
  tokens: number;
  sequences: number;
  leftOut: number;
  aboveZero: number;
  perToken: Record<KlEstimatorName, Estimate>;
  /** Where there are sequences: sums over their tokens. */
  perSequence?: Record<KlEstimatorName, Estimate>;
  /** As many draws of Q itself would weigh as much; only where another drew. */
  weightedSize?: number;
  largestLogRatio: number;
  negative: number;
}

const estimators: readonly KlEstimatorName[] = ["k1", "k2", "k3"];

export async function loggedKl(
  file: string,
  names: LogNames,
  { unit, level, resample }: { unit: Unit; level: number; resample: Resample },
): Promise<LoggedKlFound> {
  const logs = await readLogs(await openWatched(file), file, names);
  const { policy, reference, draws, sequence, sequences, leftOut, aboveZero } = logs;
  const resampling = { ...tokenResampling(sequence, { resample, level }), ...(draws && { logDraws: draws }) };
  const found = estimateLoggedKl(policy, reference, resampling);
  const ofSequences =
    sequences > 1 &&
    estimateLoggedKl(policy, reference, {
      ...resampling,
      sequence,
      dependence: { kind: "independent" },
    });
  return {
    measure: "estimateLoggedKl",
    symbol: "D(Q‖P)",
    unit,
    file,
    names,
    tokens: policy.length,
    sequences,
    leftOut,
    aboveZero,
    perToken: estimatesIn(unit, found),
    ...(ofSequences && { perSequence: estimatesIn(unit, ofSequences) }),
    ...(draws && { weightedSize: found.weightedSize }),
    largestLogRatio: inUnit(found.largestLogRatio, unit),
    negative: found.negative,
  };
}

function estimatesIn(unit: Unit, found: LoggedKl): Record<KlEstimatorName, Estimate> {
  const { k1, k2, k3 } = found;
  return { k1: estimateInUnit(k1, unit), k2: estimateInUnit(k2, unit), k3: estimateInUnit(k3, unit) };
}

/** What a person reads of it. */
export function loggedKlReport(result: LoggedKlFound): Part[] {
  const { file, names, tokens, sequences, unit, perToken, perSequence } = result;
  const { weightedSize, largestLogRatio, negative } = result;
  const rows = (of: Record<KlEstimatorName, Estimate>, per: string) =>
    estimators.map((name): EstimateRow => [`${name}, a ${per}`, of[name], unit]);
  return [
    {
      words: `${sourceName(file)}: D(Q‖P) of the policy Q (${names.policy}) from the reference P (${names.reference}), from ${counted(String(tokens), "tokens")} in ${counted(String(sequences), "sequences")}`,
    },
    ...estimateTable(rows(perToken, "token")),
    ...(perSequence ? estimateTable(rows(perSequence, "sequence"), "sequences") : []),
    { words: methodText(perToken.k1) },
    {
      facts: [
        ["largest log p/q", `${written(largestLogRatio, 4)} ${unit}`],
        ["P likes it better", `${written(100 * negative, 3)} % of tokens, where k1 is below 0`],
        ...(weightedSize === undefined
          ? []
          : [["weights are worth", `${written(weightedSize, 4)} tokens that Q had drawn`] as const]),
      ],
    },
    ...remarksOn(result).map((note) => ({ words: `Note: ${note}` })),
  ];
}

function remarksOn({ leftOut, aboveZero, perToken, tokens, sequences }: LoggedKlFound): string[] {
  const { k1, k3 } = perToken;
  const apart = k1.high < k3.low || k3.high < k1.low;
  return [
    ...(k1.high < 0 || apart
      ? [
          `${k1.high < 0 ? "k1 is below 0" : "k1 and k3 differ"} by more than chance, so other than Q drew: at a temperature, by top-k or top-p that the log does not know, an older policy (--draws), or padding was counted (--mask)`,
        ]
      : []),
    ...(k1.resamples > 0 ? fewNotes([k1], tokens) : []),
    ...(k1.dependence === "blocks" && sequences < fewUnits && tokens > 1
      ? [`fewer than ${fewUnits} sequences, so that blocks of neighbouring tokens are resampled`]
      : []),
    ...(leftOut > 0
      ? [`left out: ${counted(String(leftOut), "tokens")}, masked or without a log-probability`]
      : []),
    ...(aboveZero > 0
      ? [`${counted(String(aboveZero), "log-probabilities")} above 0 by rounding: taken as 0`]
      : []),
  ];
}
