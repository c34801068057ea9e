import { measure, type SoftmaxLoss } from "./model.ts";

const near = 0.01;

/** A smoothed label whose floor has been reached: what is left to learn is below a hundredth of a nat, and the loss is not. */
export function atFloor(state: SoftmaxLoss): "right" | "oneHot" | "focal" | "above" {
  if (state.epsilon === 0) return "oneHot";
  if (state.gamma > 0) return "focal";
  return measure(state).gap < near ? "right" : "above";
}
