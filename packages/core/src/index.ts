// Units

export type { Nats, Unit } from "./units.ts";
export { fromUnit, inUnit } from "./units.ts";

// Randomness

export type { Rng } from "./rng.ts";
export { createRng } from "./rng.ts";

// Kinds of number

export type { Counts, Kind, Logits, LogProbabilities, Probabilities, Vector } from "./distributions/kinds.ts";
