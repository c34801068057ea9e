import { type Amount, natsOf } from "./model.ts";

/** The command that prints the amount in every unit and as perplexity. */
export function commandOf(now: Amount): string {
  const [value, from] =
    now.field === "perplexity" ? [natsOf(now), "nats"] : ([now.value, now.field] as const);
  const operand = value === Infinity ? "inf" : String(value);
  return from === "bits" ? `surprisal units ${operand}` : `surprisal units ${operand} --from ${from}`;
}
