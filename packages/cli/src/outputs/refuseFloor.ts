import { FormatError } from "@surprisal/data";

/**
 * @param least The least log-probability listed.
 * @throws FormatError if that is less likely than the floor says anything is.
 */
export function refuseFloor(least: number, file: string, floor: number): void {
  if (Math.exp(least) >= floor) return;
  throw new FormatError({
    code: "range",
    source: file,
    problem: `or its base lists a probability of ${Math.exp(least).toPrecision(3)}`,
    expected: `none below --floor, which is ${floor}`,
  });
}
