import type { Nats } from "@surprisal/core";
import { backward, forward, type Net, type Pass } from "./net.ts";

/**
 * The mean surprise of the model at some letters, and its slopes by all weights.
 *
 * By the logits the slope of each letter's surprise is q − p, where p is all on the letter that came.
 *
 * @param gradient Is overwritten with the slopes.
 */
export function batchLoss(
  net: Net,
  letters: Uint8Array,
  places: ArrayLike<number>,
  pass: Pass,
  gradient: Float64Array,
): Nats {
  gradient.fill(0);
  const { length } = places;
  const byLogits = new Float64Array(net.size);
  let loss = 0;
  for (let i = 0; i < length; i++) {
    const place = places[i]!;
    const came = letters[place]!;
    forward(net, letters, place, pass);
    const { logits } = pass;
    const most = logits.reduce((a, b) => Math.max(a, b));
    let total = 0;
    for (let a = 0; a < net.size; a++) total += Math.exp(logits[a]! - most);
    const logTotal = most + Math.log(total);
    loss += logTotal - logits[came]!;
    for (let a = 0; a < net.size; a++)
      byLogits[a] = (Math.exp(logits[a]! - logTotal) - (a === came ? 1 : 0)) / length;
    backward(net, letters, place, pass, byLogits, gradient);
  }
  return loss / length;
}
