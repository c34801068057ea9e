import type { Gas, Measures } from "./model.ts";

/** The share of the draws that an outcome has in a column. */
type Piece = { readonly outcome: number; readonly from: number; readonly to: number };
/** The draws whose energies lie in one stretch of the scale; the last column is that of infinite energy. */
export type Column = { readonly low: number; readonly high: number; readonly pieces: readonly Piece[] };

const bins = 24;

/**
 * The draws of one reader by what they cost: columns over the scale of energies, in them a piece for each outcome, from the bottom up.
 * Energies past the end of the scale are in its last column.
 *
 * @param end Of the scale, in bits.
 */
export function histogramOf(
  { drawn }: Gas,
  { counts }: Measures,
  energies: readonly number[],
  end: number,
): { columns: Column[]; infinite: Column } {
  const binOf = (nats: number) => Math.min(bins - 1, Math.floor((nats / Math.LN2 / end) * bins));
  const column = (low: number, high: number, holds: (nats: number) => boolean): Column => {
    let top = 0;
    const pieces = counts.flatMap((count, outcome) => {
      if (count === 0 || !holds(energies[outcome]!)) return [];
      const from = top;
      top += count / drawn;
      return [{ outcome, from, to: top }];
    });
    return { low, high, pieces };
  };
  const columns = Array.from({ length: bins }, (_, bin) =>
    column((bin * end) / bins, ((bin + 1) * end) / bins, (nats) => nats < Infinity && binOf(nats) === bin),
  );
  return {
    columns: columns.filter(({ pieces }) => pieces.length > 0),
    infinite: column(end, Infinity, (nats) => nats === Infinity),
  };
}
