import { measure, type NextWord } from "./model.ts";

/** D(P‖T) is infinite: something is never drawn. */
export function neverDrawn(state: NextWord): "right" | "cold" | "finite" {
  if (measure(state).toT === Infinity) return "right";
  return state.t < 0.3 ? "cold" : "finite";
}
