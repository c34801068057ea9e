import { best, correlationOf, type Inference, measure } from "./model.ts";

// A hundredth of a nat more than the least: what a hand can reach.
const near = 0.01;

/** Q has the least D(Q‖P) that two separate beliefs can have, and the suitcases know of each other. */
export function tightBound(state: Inference): "right" | "unrelated" | "aside" | "wide" | "narrow" {
  if (Math.abs(correlationOf(state)) < 0.5) return "unrelated";
  const { gap, least } = measure(state);
  if (gap - least <= near) return "right";
  const [a, b] = best(state, "reverse");
  const off = Math.hypot(state.q[0].mean - a.mean, state.q[1].mean - b.mean);
  if (off > a.sd / 2) return "aside";
  return state.q[0].sd * state.q[1].sd > a.sd * b.sd ? "wide" : "narrow";
}

/** Two separate beliefs cost next to nothing, and Q is the best of them. */
export function nothingToLose(state: Inference): "right" | "correlated" | "notBest" {
  const { gap, least } = measure(state);
  if (least > near) return "correlated";
  return gap - least <= near ? "right" : "notBest";
}
