import type { Parts } from "./dependence.ts";

/** What is drawn whole when a sample is resampled: single observations, clusters, or blocks of neighbours. */
export interface Units {
  /** How many different ones there are. */
  readonly count: number;
  /** How many are drawn for one resample. */
  readonly draws: number;
  /** How many observations each has. */
  readonly sizes: Float64Array;
  /** Σ of a column over each. */
  sums(column: ArrayLike<number>): Float64Array;
  /** Writes how often each observation is there once the units `drawn` are. */
  tally(times: Float64Array, drawn: Int32Array): void;
}

/** Every observation for itself. One less than all is drawn, which makes the spread of a resampled mean s²/n and not (1 − 1/n) of it. */
export function singleUnits(observations: number): Units {
  return {
    count: observations,
    draws: Math.max(1, observations - 1),
    sizes: new Float64Array(observations).fill(1),
    sums: (column) => new Float64Array(column),
    tally(times, drawn) {
      times.fill(0);
      for (const unit of drawn) times[unit]++;
    },
  };
}

/** The parts of a partition; one less than all is drawn, for the same reason. */
export function partUnits({ count, of }: Parts): Units {
  const sizes = new Float64Array(count);
  for (let i = 0; i < of.length; i++) sizes[of[i]]++;
  const drawnOf = new Float64Array(count);
  return {
    count,
    draws: Math.max(1, count - 1),
    sizes,
    sums(column) {
      const totals = new Float64Array(count);
      for (let i = 0; i < of.length; i++) totals[of[i]] += column[i];
      return totals;
    },
    tally(times, drawn) {
      drawnOf.fill(0);
      for (const unit of drawn) drawnOf[unit]++;
      for (let i = 0; i < of.length; i++) times[i] = drawnOf[of[i]];
    },
  };
}

/**
 * Blocks of `length` neighbours on the sample closed to a circle, so that each observation is in as many; in samples past 65 536 they start an eighth of
 * their length apart, which changes nothing to be seen and keeps few.
 */
export function blockUnits(observations: number, length: number): Units {
  const size = Math.min(length, observations);
  const apart = observations > 65_536 ? Math.max(1, Math.floor(size / 8)) : 1;
  const count = Math.ceil(observations / apart);
  return {
    count,
    draws: Math.max(1, Math.round(observations / size)),
    sizes: new Float64Array(count).fill(size),
    sums(column) {
      const totals = new Float64Array(count);
      for (let unit = 0; unit < count; unit++) {
        const end = unit * apart + size;
        let sum = 0;
        for (let i = unit * apart; i < Math.min(end, observations); i++) sum += column[i];
        for (let i = 0; i < end - observations; i++) sum += column[i];
        totals[unit] = sum;
      }
      return totals;
    },
    tally(times, drawn) {
      times.fill(0);
      // Steps up where a block begins and down where it has ended; then their running sum.
      for (const unit of drawn) {
        const start = unit * apart;
        const end = start + size;
        times[start]++;
        if (end < observations) times[end]--;
        else if (end > observations) {
          times[0]++;
          times[end - observations]--;
        }
      }
      for (let i = 1; i < observations; i++) times[i] += times[i - 1];
    },
  };
}
