/** What a sweep is told that needs the normalisers of a pair of rows: ln p is x − M − LOG and a rounding, whose exponential is FACTOR. Singles, 32 bytes. */
export const M_OF_P: usize = 0;
/** ln Σ e^(x − M). */
export const LOG_OF_P: usize = 4;
export const FACTOR_OF_P: usize = 8;
export const M_OF_Q: usize = 12;
export const LOG_OF_Q: usize = 16;
export const FACTOR_OF_Q: usize = 20;
/** The rounding of P less that of Q. */
export const SHIFT: usize = 24;
/** Which row of its window it is, a whole number. */
export const ROW: usize = 28;
export const NORMALISER_SIZE: usize = 32;
