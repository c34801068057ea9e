import { type Objective, type Probabilities, reweight, temperature, topK, topP } from "@surprisal/core";
import { barOf, spread } from "./menu.ts";
import type { Cut, Distill } from "./model.ts";

/** P of all orders, before any task. */
export function wholeTeacher({ shares }: Distill): Probabilities {
  return spread(shares);
}

/** The chance of each order to serve the task. */
export function worths({ worth }: Distill): number[] {
  return barOf.map((bar) => worth[bar]!);
}

/** P as the student is taught it: given the task, sharpened, cut. */
export function taughtBy(state: Distill): Probabilities {
  const whole = wholeTeacher(state);
  const given = state.task === "teacher" ? reweight(whole, worths(state)) : whole;
  return cutOf(state.sharpness === 1 ? given : temperature(given, state.sharpness), state.cut);
}

/** P as the student comes to know it at best: of a weighed loss, the teacher given the task, as if it had been taught so. */
export function soughtBy(state: Distill): Probabilities {
  const taught = taughtBy(state);
  const chances = worths(state);
  const isWeighed = state.task === "loss" && chances.some((chance, order) => chance * taught[order]! > 0);
  return isWeighed ? reweight(taught, chances) : taught;
}

/** What the student minimises. */
export function objectiveOf(state: Distill): Objective {
  const { aim, at } = state;
  const weights = state.task === "loss" ? { weights: worths(state) } : {};
  switch (aim) {
    case "crossEntropy":
    case "forward":
      if (state.task === "loss") return { kind: "focalCrossEntropy", gamma: 0, ...weights };
      return { kind: aim === "forward" ? "kl" : "crossEntropy" };
    case "reverse":
      return { kind: "kl", direction: "reverse" };
    case "js":
      return { kind: "generalizedJensenShannon", beta: at };
    case "skew":
      return { kind: "skewedKl", lambda: at };
    case "skewReverse":
      return { kind: "skewedKl", lambda: at, direction: "reverse" };
    case "alpha":
      return { kind: "alpha", alpha: at };
    case "focal":
      return { kind: "focalCrossEntropy", gamma: at, ...weights };
  }
}

function cutOf(p: Probabilities, cut: Cut): Probabilities {
  if (cut === "all") return p;
  const amount = Number(cut.slice(1));
  return cut.startsWith("k") ? topK(p, amount) : topP(p, amount / 100);
}
