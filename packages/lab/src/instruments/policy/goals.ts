import { frontierOf } from "./frontier.ts";
import { measure, optimumOf, type Policy } from "./model.ts";
import { isAtRest } from "./rules.ts";
import { Run } from "./run.ts";

const near = 0.02;

/** The leash whose optimum is worth most, of all there are, to within two hundredths of a point. */
export function mostWorth(state: Policy): "right" | "notOptimal" | "loose" | "tight" | "noWorth" {
  const { worth } = state;
  if (!worth) return "noWorth";
  const q = state.follows ? optimumOf(state) : new Run(state).to(state.steps).at(-1)!;
  const { gap, divergence, worth: now } = measure(state, q);
  if (!(gap < 0.01)) return "notOptimal";
  const best = frontierOf(state).reduce((a, b) => (b.worth! > a.worth! ? b : a));
  if (now! >= best.worth! - near) return "right";
  return divergence > best.divergence ? "loose" : "tight";
}

/** Training has come to rest beside the optimum, since the policy never gives a reply that the optimum gives. */
export function neverLearns(state: Policy): "right" | "learns" | "running" | "handsOff" {
  const path = new Run(state).to(state.steps);
  const { start } = state;
  if (Math.max(...start) === 1) return "handsOff";
  const blind = Array.from(optimumOf(state)).some((share, i) => share >= 0.01 && start[i] === 0);
  if (!blind) return "learns";
  return isAtRest(path) ? "right" : "running";
}
