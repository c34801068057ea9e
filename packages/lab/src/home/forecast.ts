import {
  crossEntropy,
  entropy,
  klDivergence,
  type Nats,
  type Probabilities,
  probabilities,
  supportMismatch,
} from "@surprisal/core";
import { moveOne } from "../figure/billionths.ts";

/** What happens, and what is expected, over the same outcomes. */
export type Forecast = { readonly p: Probabilities; readonly q: Probabilities };

/** The forecast the home page opens with: too sunny. */
export const tooSunny: Forecast = {
  p: probabilities([0.45, 0.35, 0.2]),
  q: probabilities([0.8, 0.15, 0.05]),
};

/** One bar of one side moved, the others of that side sharing what is left as they did in `from`. */
export function moved(
  forecast: Forecast,
  side: "p" | "q",
  index: number,
  value: number,
  from: Probabilities,
): Forecast {
  return { ...forecast, [side]: moveOne(from, index, value) };
}

/** What the forecast costs, in nats an outcome, and the outcome that makes the price infinite. */
export type Price = { unavoidable: Nats; paid: Nats; wasted: Nats; culprit: number | undefined };

export function priceOf({ p, q }: Forecast): Price {
  return {
    unavoidable: entropy(p),
    paid: crossEntropy(p, q),
    wasted: klDivergence(p, q),
    culprit: supportMismatch(p, q).outcomes[0]?.index,
  };
}
