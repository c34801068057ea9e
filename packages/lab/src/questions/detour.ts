import { klDivergence, type Nats, probabilities } from "@surprisal/core";
import { parseAnswer } from "./answer.ts";

/** The way from one coin to another by way of a third, each given by its chance of heads. */
export type Detour = {
  readonly verdict: "right" | "longer" | "endless" | "end";
  readonly direct: Nats;
  readonly first: Nats;
  readonly second: Nats;
};

/**
 * Takes a detour that a reader proposes: right if it costs less than the direct way, which no distance would allow.
 *
 * @returns "outside" if the middle is no probability, undefined if it is not a number.
 */
export function detour(from: number, to: number, text: string): Detour | "outside" | undefined {
  const middle = parseAnswer(text)?.value;
  if (middle === undefined) return undefined;
  if (!(middle >= 0 && middle <= 1)) return "outside";
  const [p, m, q] = [coin(from), coin(middle), coin(to)];
  const direct = klDivergence(p, q);
  const [first, second] = [klDivergence(p, m), klDivergence(m, q)];
  const length = first + second;
  const verdict =
    middle === from || middle === to
      ? "end"
      : length === Infinity
        ? "endless"
        : length < direct
          ? "right"
          : "longer";
  return { verdict, direct, first, second };
}

function coin(heads: number) {
  return probabilities([heads, 1 - heads]);
}
