/** The orders of Rényi entropy that are shown of a single distribution. */
export const orders: readonly number[] = [0, 0.5, 1, 2, Infinity];
