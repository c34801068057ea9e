import {
  counts,
  createRng,
  type Nats,
  type Probabilities,
  probabilities,
  sampleCounts,
} from "@surprisal/core";
import {
  countsOf,
  drawsOf,
  type EstimatorName,
  estimate,
  estimatorsOf,
  mostDraws,
  type Samples,
} from "./model.ts";

/** How many draws the estimates are looked at after: evenly spaced to the ear of a logarithm. */
export const stops = [2, 3, 4, 5, 7, 10, 14, 20, 28, 40, 56, 80, 112, 160, 226, 320, 452, 640, mostDraws];

/** Each estimator's estimates at the stops, from the one sequence of draws of the figure. */
export type Paths = Partial<Record<EstimatorName, readonly Nats[]>>;

export function pathsOf(state: Pick<Samples, "p" | "of" | "seed">): Paths {
  const draws = drawsOf(state, mostDraws);
  const found = stops.map((stop) => countsOf(state, draws.slice(0, stop)));
  return Object.fromEntries(
    estimatorsOf[state.of].map((name) => [
      name,
      found.map((sample) => estimate(state.of, name, sample) ?? 0),
    ]),
  );
}

/** What an estimator does at the stops on the average over many samples, and how much it strays from one to another. */
export type Ensemble = {
  readonly runs: number;
  readonly mean: readonly Nats[];
  readonly sd: readonly Nats[];
};

export const wantedRuns = 200;

/**
 * Runs an estimator on many samples of its own, some at a time.
 *
 * @param size How many runs there are between two reports.
 */
export function* ensembleOf(
  { p, of, estimator }: Pick<Samples, "p" | "of" | "estimator">,
  size: number,
): Generator<Ensemble> {
  const cells = of === "entropy" ? p : pairsOf(p);
  const rng = createRng(2 ** 31);
  const [sums, squares] = [stops.map(() => 0), stops.map(() => 0)];
  for (let run = 1; run <= wantedRuns; run++) {
    let found = new Array<number>(cells.length).fill(0);
    stops.forEach((stop, i) => {
      const fresh = sampleCounts(cells, stop - (stops[i - 1] ?? 0), rng);
      found = found.map((times, cell) => times + fresh[cell]!);
      const value = estimate(of, estimator, counts(found)) ?? 0;
      sums[i]! += value;
      squares[i]! += value ** 2;
    });
    if (run % size === 0) {
      const mean = sums.map((sum) => sum / run);
      const sd = squares.map((square, i) => Math.sqrt(Math.max(0, square / run - mean[i]! ** 2)));
      yield { runs: run, mean, sd };
    }
  }
}

/** Two independent draws from P. */
function pairsOf(p: Probabilities): Probabilities {
  return probabilities([...p].flatMap((a) => [...p].map((b) => a * b)));
}
