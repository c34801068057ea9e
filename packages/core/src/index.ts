export type { Counts, Kind, Logits, LogProbabilities, Probabilities, Vector } from "./distributions/kinds.ts";
export type { Nats, Unit } from "./units.ts";
export { fromUnit, inUnit } from "./units.ts";
