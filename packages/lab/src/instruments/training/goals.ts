import type { Training } from "./model.ts";

/** The rate at which steps no longer lead down: the largest there is, and given time to show it. */
export function tooFast({ rate, moment }: Training): "right" | "slow" | "early" {
  if (rate < 0.1) return "slow";
  return moment >= 20 ? "right" : "early";
}
