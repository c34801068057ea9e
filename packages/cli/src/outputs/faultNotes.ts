import type { RowMeasures } from "@surprisal/core";

const most = 10;

/** A note for each of the first rows that are no distributions, and one for how many more there are. */
export function faultNotes(faults: RowMeasures["faults"], of = ""): string[] {
  const first = faults.slice(0, most);
  const more = faults.length - first.length;
  return [
    ...first.map(({ row, fault }) => `row ${row}${of} is no distribution and left out: ${fault}`),
    ...(more > 0 ? [`and ${more} more${of}, which --json lists`] : []),
  ];
}
