import type { Unit } from "@surprisal/core";
import { pairWholes, type TokenColumn, wholeColumns, wholeScores } from "@surprisal/data";
import type { ScoresNamed } from "./lookInto.ts";
import { wholesNamed } from "./wholeDiff.ts";
import { refuseWholeOptions } from "./wholeOptions.ts";

/** What one or two models say of each document of samples: these do not say which tokens there are, and none is made up. */
export async function wholeTableNamed(
  { path, output }: ScoresNamed,
  candidate: string | undefined,
  { unit, ...options }: { unit: Unit },
): Promise<{ columns: TokenColumn[]; rows: number; note: string }> {
  refuseWholeOptions(options);
  const base = await wholeScores(path, output);
  const pairs = candidate === undefined ? undefined : pairWholes(base, await wholesNamed(candidate));
  return {
    columns: wholeColumns(base.wholes, pairs?.candidate, unit),
    rows: base.wholes.length,
    note: "a row for each document: samples score these whole, and do not say which tokens there are",
  };
}
