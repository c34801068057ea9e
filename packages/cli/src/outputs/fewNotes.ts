import { type Estimate, fewUnits, independentUnits } from "@surprisal/core";

type Interval = Pick<Estimate, "effectiveSampleSize" | "clusters" | "blockLength">;

/** That intervals are too short where one of them rests on few things that are independent. */
export function fewNotes(
  estimates: readonly (Interval | undefined)[],
  observations: number,
  of = "tokens",
): string[] {
  const unitsOf = (estimate: Interval) => independentUnits(estimate, observations);
  const known = estimates.filter((estimate) => estimate !== undefined);
  const [fewest] = known.sort((one, other) => unitsOf(one) - unitsOf(other));
  if (fewest === undefined || !(unitsOf(fewest) < fewUnits)) return [];
  const { clusters = Infinity, blockLength = 1, effectiveSampleSize } = fewest;
  const inBlocks = blockLength > 1 && effectiveSampleSize >= fewUnits;
  const units = inBlocks ? `blocks of neighbouring ${of}` : `independent ${of}`;
  return [`intervals from fewer than ${fewUnits} ${clusters < fewUnits ? "sequences" : units} are too short`];
}
