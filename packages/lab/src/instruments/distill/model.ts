import type { Probabilities } from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";
import { told } from "./menu.ts";

/** What the student minimises, in the order of the buttons. */
export const aims = [
  "crossEntropy",
  "forward",
  "reverse",
  "js",
  "skew",
  "skewReverse",
  "alpha",
  "focal",
] as const;
export type Aim = (typeof aims)[number];

/** Whether the task changes nothing, the teacher, or the weights of the loss. */
export const tasks = ["off", "teacher", "loss"] as const;
type Task = (typeof tasks)[number];

/** What is kept of the teacher: everything, its likeliest orders, or its nucleus. */
export const cuts = ["all", "k2", "k3", "k4", "p50", "p75", "p90"] as const;
export type Cut = (typeof cuts)[number];

/** Who draws the batch of a step; with nobody, the sum over all orders is taken. */
export const drawers = ["nobody", "teacher", "student"] as const;
type Drawer = (typeof drawers)[number];

export const habitCounts: readonly number[] = [1, 2, 3, 4];
export const temperatures: readonly number[] = [0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16];
export const sharpnesses: readonly number[] = [0.25, 0.5, 1, 2];
export const batches: readonly number[] = [4, 16, 64];
export const mostSteps = 400;

const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** What the parameter of an aim can be; of an aim without one, a single value that means nothing. */
export function stopsOf(aim: Aim): readonly number[] {
  if (aim === "focal") return [0.5, 1, 2, 3, 5];
  return aim === "crossEntropy" || aim === "forward" || aim === "reverse" ? [0.5] : tenths;
}

/** A teacher of sixteen orders, and a student that is taught by it. */
export type Distill = {
  /** P before any task, by bars, in whole billionths. */
  readonly shares: Probabilities;
  /** By bars, the chance that an order serves the task; hundredths. */
  readonly worth: readonly number[];
  readonly task: Task;
  /** The temperature of the teacher alone. */
  readonly sharpness: number;
  readonly cut: Cut;
  readonly aim: Aim;
  /** β, λ, α or γ of the aim, one of its stops. */
  readonly at: number;
  /** What the student has room for. */
  readonly habits: number;
  /** T, of both. */
  readonly temperature: number;
  /** Whether the loss is multiplied by T². */
  readonly squared: boolean;
  readonly drawer: Drawer;
  readonly batch: number;
  /** Of the student's start, and of all draws. */
  readonly seed: number;
  readonly steps: number;
};

export function distillOf(given: Pick<Distill, "shares"> & Partial<Distill>): Distill {
  return {
    worth: [...told.map(() => 1), 0],
    task: "off",
    sharpness: 1,
    cut: "all",
    aim: "forward",
    at: 0.5,
    habits: 1,
    temperature: 1,
    squared: false,
    drawer: "nobody",
    batch: 16,
    seed: 1,
    steps: 0,
    ...given,
    shares: inBillionths(given.shares),
  };
}

/** One share of the teacher moved; what would leave the task nothing is not done. */
export function moveTeacher(state: Distill, bar: number, value: number, from = state.shares): Distill {
  return ifUsable({ ...state, shares: moveOne(from, bar, value) }, state);
}

/** @param value The chance that the order serves the task; outside [0, 1] it goes to the nearer end. */
export function setWorth(state: Distill, bar: number, value: number): Distill {
  const chance = Math.round(Math.min(1, Math.max(0, value)) * 100) / 100;
  return ifUsable({ ...state, worth: state.worth.with(bar, chance) }, state);
}

/** Anything but the bars, each at one of its stops. A student that has been trained is trained as long under the new rules. */
export function set(state: Distill, how: Partial<Distill>): Distill {
  const next = { ...state, ...how };
  const stops = stopsOf(next.aim);
  const at = stops.includes(next.at) ? next.at : stops[Math.floor(stops.length / 2)]!;
  if (next.task !== "loss" || canWeigh(next.aim)) return { ...next, at };
  // Of an aim that cannot be weighed and a task that weighs it, what was chosen last stays.
  return how.task === "loss" ? set(next, { aim: "forward" }) : { ...next, at, task: "teacher" };
}

export function setSteps(state: Distill, steps: number): Distill {
  return { ...state, steps: Math.min(mostSteps, Math.max(0, Math.round(steps))) };
}

/** Whether the orders of a loss can be weighed: those of a cross-entropy can. */
export function canWeigh(aim: Aim): boolean {
  return aim === "crossEntropy" || aim === "forward" || aim === "focal";
}

/** Whether the teacher says anything that serves the task. */
export function isUsable({ shares, worth }: Pick<Distill, "shares" | "worth">): boolean {
  return worth.some((chance, bar) => chance > 0 && shares[bar]! > 0);
}

function ifUsable(next: Distill, before: Distill): Distill {
  return isUsable(next) ? next : before;
}
