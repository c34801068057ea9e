import { type Estimate, fewUnits, independentUnits } from "@surprisal/core";

/** That intervals are too short where they rest on few things that are independent. */
export function fewNotes(
  estimate: Pick<Estimate, "effectiveSampleSize" | "clusters" | "blockLength">,
  observations: number,
  of = "tokens",
): string[] {
  if (!(independentUnits(estimate, observations) < fewUnits)) return [];
  const { clusters = Infinity, blockLength = 1, effectiveSampleSize } = estimate;
  const inBlocks = blockLength > 1 && effectiveSampleSize >= fewUnits;
  const units = inBlocks ? `blocks of neighbouring ${of}` : `independent ${of}`;
  return [`intervals from fewer than ${fewUnits} ${clusters < fewUnits ? "sequences" : units} are too short`];
}
