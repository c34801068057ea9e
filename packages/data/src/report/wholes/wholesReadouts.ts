import type { Estimate } from "@surprisal/core";
import type { PairedMeans, WholesCompared } from "../../outputs/compareWholes.ts";
import type { WholeScores } from "../../outputs/wholeScores.ts";
import type { WholeStatistics } from "../../outputs/wholeStatistics.ts";
import type { Readout } from "../readouts.ts";
import type { Quantity } from "../writer.ts";
import type { WholesWriter } from "./wholesWriter.ts";

type Row = readonly [
  name: string,
  quantity: Quantity,
  found: Estimate | undefined,
  symbol?: string | undefined,
];

/** What is known of one model, what is asked first coming first; what the harness has too bears its name. */
export function readoutsOfWholes(
  { hasChoices, unit }: Pick<WholeScores, "hasChoices" | "unit">,
  found: WholeStatistics,
  { words, wholes, unit: shown }: WholesWriter,
): Readout[] {
  const names = wholes.readouts;
  const isOfDocuments = unit === "document";
  const perByte: Row = [
    words.readouts.surprisePerByte,
    "information",
    found.surprisePerByte,
    isOfDocuments && shown === "bits" ? "bits_per_byte" : undefined,
  ];
  const rows: Row[] = [
    ...(isOfDocuments ? [perByte] : []),
    [names.bytePerplexity, "plain", found.bytePerplexity, "byte_perplexity"],
    [names.wordPerplexity, "plain", found.wordPerplexity, "word_perplexity"],
    [words.readouts.perplexity, "plain", found.perplexity, "perplexity"],
    [names.likeliest, "share", found.likeliest, "acc"],
    [names.greedy, "share", found.greedy, hasChoices ? undefined : "acc"],
    ...(isOfDocuments ? [] : [perByte]),
    [words.readouts.surprisePerWord, "information", found.surprisePerWord],
    [perWhole(unit, names), "information", found.surprise],
  ];
  return rows.flatMap(([name, quantity, estimate, symbol]) =>
    estimate ? [{ name, quantity, estimate, ...(symbol !== undefined && { symbol }) }] : [],
  );
}

/** The same of a candidate beside its base: each by both, and the difference, which is strong. */
export function readoutsOfPairs(
  { unit }: Pick<WholeScores, "unit">,
  { surprise, surprisePerByte, right }: WholesCompared,
  { words, wholes }: WholesWriter,
): Readout[] {
  const names = wholes.readouts;
  const means: readonly (readonly [string, Quantity, PairedMeans | undefined])[] = [
    [words.readouts.surprisePerByte, "information", surprisePerByte],
    [perWhole(unit, names), "information", surprise],
    [names.likeliest, "share", right],
  ];
  return means.flatMap(([name, quantity, found]) =>
    found
      ? (["difference", "base", "candidate"] as const).map((of) => ({
          ...{ name: names.of[of](name), quantity, estimate: found[of] },
        }))
      : [],
  );
}

function perWhole(unit: WholeScores["unit"], names: WholesWriter["wholes"]["readouts"]): string {
  return unit === "document" ? names.perDocument : names.perContinuation;
}
