import type { ListedPair } from "@surprisal/core";
import { FormatError } from "@surprisal/data";

/** @throws FormatError if something is listed that is less likely than the floor says anything is. */
export function refuseFloor(lists: readonly (ListedPair | undefined)[], file: string, floor: number): void {
  const least = lists.reduce((least, pair) => {
    const logs = pair ? [...Array.from(pair.p.logProbabilities), ...Array.from(pair.q.logProbabilities)] : [];
    return logs.reduce((a, b) => Math.min(a, b), least);
  }, 0);
  if (Math.exp(least) >= floor) return;
  throw new FormatError({
    code: "range",
    source: file,
    problem: `or its base lists a probability of ${Math.exp(least).toPrecision(3)}`,
    expected: `none below --floor, which is ${floor}`,
  });
}
