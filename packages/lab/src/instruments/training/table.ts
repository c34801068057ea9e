import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { followersOf } from "./followers.ts";
import { stride, type Training } from "./model.ts";
import type { Trained } from "./trainer.ts";

/** A row for each moment: steps done, loss, floor, what is between them, the loss on what is held out and that of the last batch. */
export function csvOf({ ground, moments }: Trained, unit: Unit): string {
  const amount = (nats: Nats) => inUnit(nats, unit);
  const rows = moments.map(({ training, heldOut, batch }, i) => [
    i * stride,
    amount(training),
    amount(ground.floor),
    amount(training - ground.floor),
    amount(heldOut),
    amount(batch),
  ]);
  return toCsv([["step", `H(P̂,Q) (${unit})`, "H(P̂)", "D(P̂‖Q)", "held out", "batch"], ...rows]);
}

/** The training and its curve at full precision, in amounts a letter. */
export function jsonOf(state: Training, { ground, moments }: Trained, unit: Unit, link: string): string {
  const amount = (nats: Nats) => inUnit(nats, unit);
  const now = moments.at(-1)!;
  const content = {
    "letters seen": state.memory,
    rate: state.rate,
    seed: state.seed,
    steps: (moments.length - 1) * stride,
    "letters learned from": ground.places,
    contexts: ground.contexts,
    unit,
    "H(P̂)": amount(ground.floor),
    curve: moments.map(({ training, heldOut, batch }, i) => ({
      step: i * stride,
      "H(P̂,Q)": amount(training),
      "held out": amount(heldOut),
      batch: amount(batch),
    })),
    sample: now.sample,
    command: commandOf(followersOf(ground, now, "rest"), unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
