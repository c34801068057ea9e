import { type Estimate, inUnit, type Spread, type Unit } from "@surprisal/core";

/** An estimate in nats, in another unit. */
export function estimateInUnit<E extends Estimate>(estimate: E, unit: Unit): E {
  const { value, low, high } = estimate;
  return { ...estimate, value: inUnit(value, unit), low: inUnit(low, unit), high: inUnit(high, unit) };
}

/** The same of a whole spread. */
export function spreadInUnit(spread: Spread, unit: Unit): Spread {
  return {
    mean: estimateInUnit(spread.mean, unit),
    minimum: inUnit(spread.minimum, unit),
    maximum: inUnit(spread.maximum, unit),
    quantiles: spread.quantiles.map(({ share, estimate }) => ({
      share,
      estimate: estimateInUnit(estimate, unit),
    })),
  };
}
