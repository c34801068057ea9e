import type { Decoded } from "../../figure/hash.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { rest } from "./menu.ts";
import {
  aims,
  batches,
  canWeigh,
  cuts,
  type Distill,
  distillOf,
  drawers,
  habitCounts,
  isUsable,
  mostSteps,
  sharpnesses,
  stopsOf,
  tasks,
  temperatures,
} from "./model.ts";

const version = "1";
const longest = 400;

/**
 * A state as short text for a link: `1~.5,.5,0,0,0,0,0~1,1,1,1,1,1,0~off~1~all~forward~0.5~1~1~~nobody~16~1~0`, that is version, teacher, worths, task,
 * sharpness, cut, aim, its parameter, habits, T, `s` for times T², who draws, batch, seed, steps.
 */
export function encodeDistill(state: Distill): string {
  const { shares, worth, task, sharpness, cut, aim, at, habits } = state;
  const { temperature, squared, drawer, batch, seed, steps } = state;
  return [
    version,
    encodeProbabilities(shares),
    worth.join(","),
    task,
    sharpness,
    cut,
    aim,
    at,
    habits,
    temperature,
    squared ? "s" : "",
    drawer,
    batch,
    seed,
    steps,
  ].join("~");
}

/** Trainings of one name start alike and go the same way. */
export function nameOf(state: Distill): string {
  return encodeDistill({ ...state, steps: 0 });
}

/** The state of a text made by {@link encodeDistill}; anything else is refused, whatever it is. Never throws. */
export function decodeDistill(link: string): Decoded<Distill> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const fields = text.split("~");
  if (fields[0] !== version) return { problem: "version" };
  const state = fields.length === 15 ? stateOf(fields.slice(1)) : undefined;
  return state ? { state } : { problem: "damaged" };
}

function stateOf(fields: readonly string[]): Distill | undefined {
  const [shareText, worthText, task, sharpness, cut, aim, at, ...others] = fields;
  const [habits, temperature, squared, drawer, batch, seed, steps] = others;
  const shares = decodeProbabilities(shareText!, rest + 1);
  const worth = worthText!.split(",");
  const usable = worth.length === rest + 1 && worth.every((chance) => /^(0|1|0\.\d{1,2})$/.test(chance));
  if (!shares || !usable || !/^s?$/.test(squared!)) return undefined;
  const chosenAim = one(aims, aim!);
  const found = {
    task: one(tasks, task!),
    sharpness: one(sharpnesses, sharpness!),
    cut: one(cuts, cut!),
    aim: chosenAim,
    at: chosenAim && one(stopsOf(chosenAim), at!),
    habits: one(habitCounts, habits!),
    temperature: one(temperatures, temperature!),
    drawer: one(drawers, drawer!),
    batch: one(batches, batch!),
    seed: wholeOf(seed!, 2 ** 32 - 1),
    steps: wholeOf(steps!, mostSteps),
  };
  if (Object.values(found).includes(undefined)) return undefined;
  const state = distillOf({
    ...(found as Partial<Distill>), // none of them is undefined
    shares,
    worth: worth.map(Number),
    squared: squared === "s",
  });
  const isPossible = isUsable(state) && (state.task !== "loss" || canWeigh(state.aim));
  return isPossible ? state : undefined;
}

function one<T extends string | number>(of: readonly T[], text: string): T | undefined {
  return of.find((value) => String(value) === text);
}

function wholeOf(text: string, most: number): number | undefined {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
