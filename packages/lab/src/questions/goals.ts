import { type Duel, measure } from "../instruments/duel/model.ts";

/** The goals a question can set for a figure: each says "right", or the name of what is still in the way. */
export const goals = {
  /** D(P‖Q) is infinite. */
  infiniteDuel(state: unknown): "right" | "otherWay" | "nearlyZero" | "finite" {
    const duel = state as Duel;
    const { forward, reverse } = measure(duel);
    if (forward === Infinity) return "right";
    if (reverse === Infinity) return "otherWay";
    return [...duel.q].some((q, i) => q < 0.02 && duel.p[i]! > 0) ? "nearlyZero" : "finite";
  },
};

export type Goal = keyof typeof goals;
