import { estimatorOf, momentsOf } from "./estimator.ts";
import { type Gradients, names, set } from "./model.ts";
import { slopesOf } from "./slopes.ts";

/** Something that P does at least one time in ten does not move D(Q‖P) at all, by its logit. */
export function blindSpot({ p, q }: Gradients): "right" | "tiny" | "seldom" | "pulled" {
  const { gradient } = slopesOf(p, q, "logits", "reverse");
  const unmoved = names.flatMap((_, i) => (p[i]! > 0 && q[i] === 0 && gradient[i] === 0 ? [i] : []));
  if (unmoved.some((i) => p[i]! >= 0.1)) return "right";
  if (unmoved.length > 0) return "seldom";
  return names.some((_, i) => q[i]! > 0 && q[i]! < 0.05 && p[i]! >= 0.1) ? "tiny" : "pulled";
}

/** From as many draws, the gradient of D(Q‖P) strays less than that of D(P‖Q), and Q is not P. */
export function quieterReverse(
  state: Gradients,
): "right" | "same" | "certain" | "endless" | "clipped" | "louder" {
  const { p, q } = state;
  if (names.every((_, i) => p[i] === q[i])) return "same";
  const [forward, reverse] = [set(state, { way: "forward" }), set(state, { way: "reverse" })];
  const [ofP, ofQ] = [estimatorOf(forward)!, estimatorOf(reverse)];
  if (!ofQ) return "endless";
  if ([...q].includes(1)) return "certain";
  if (state.clip < Infinity) return "clipped";
  return momentsOf(reverse, ofQ).variance < momentsOf(forward, ofP).variance ? "right" : "louder";
}
