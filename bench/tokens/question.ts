/** `pair`: both log-likelihoods, both entropies, D(P‖Q), D(Q‖P) and top-1; the value is D(P‖Q). `alone`: log-likelihood and entropy of P; −ln p. */
export type Question = "pair" | "alone";

/** Every contestant computes all rows; the mean of the first ones is checked. */
export const checkedRows = 8;
