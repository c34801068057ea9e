import { type Probabilities, probabilities } from "@surprisal/core";

/** An order is one of four kinds of one of four drinks; its index is 4·kind + drink. */
export const kinds = 4;
export const drinks = 4;
export const orders = kinds * drinks;

/** The orders that bars are shown for; the others are shown as one. */
export const told: readonly number[] = [0, 4, 12, 13, 10, 7];
/** The place of all other orders among the bars. */
export const rest = told.length;

const others = Array.from({ length: orders }, (_, order) => order).filter((order) => !told.includes(order));

/** The bar of each order. */
export const barOf: readonly number[] = Array.from({ length: orders }, (_, order) => {
  const place = told.indexOf(order);
  return place < 0 ? rest : place;
});

/** All orders from the values of the bars: the others share theirs alike. */
export function spread(shares: ArrayLike<number>): Probabilities {
  return probabilities(barOf.map((bar) => (bar === rest ? shares[rest]! / others.length : shares[bar]!)));
}

/** The values of the bars: of the others, their sum. */
export function gather(values: ArrayLike<number>): number[] {
  const sum = others.reduce((total, order) => total + values[order]!, 0);
  return [...told.map((order) => values[order]!), sum];
}
