import { measure } from "./measure.ts";
import type { Distill } from "./model.ts";
import { endOf } from "./run.ts";

/** A student with a single habit that says hardly anything nobody orders. */
export function sparing(state: Distill): "right" | "roomy" | "early" | "wasteful" {
  if (state.habits > 1) return "roomy";
  if (state.steps < 100) return "early";
  return measure(state, endOf(state)).wasted < 0.1 ? "right" : "wasteful";
}

/** A student of at most two habits that serves the task, and misses nothing that it asks for. */
export function forKiosk(
  state: Distill,
): "right" | "otherTask" | "roomy" | "idle" | "early" | "missing" | "serves" {
  const { worth } = state;
  const asked = [2, 3, 5];
  if (!worth.every((chance, bar) => chance === (asked.includes(bar) ? 1 : 0))) return "otherTask";
  if (state.habits > 2) return "roomy";
  if (state.task === "off") return "idle";
  if (state.steps < 100) return "early";
  const { serves, missed } = measure(state, endOf(state));
  if (missed.length > 0) return "missing";
  return serves >= 0.98 ? "right" : "serves";
}
