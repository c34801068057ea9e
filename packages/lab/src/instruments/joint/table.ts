import { inUnit, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { countDots, dotsOf } from "./dots.ts";
import { type Joint, measure } from "./model.ts";

/** A row for each cell: what it is, how likely, how likely if X said nothing, its pointwise information and its part of the whole. */
export function csvOf(joint: Joint, unit: Unit): string {
  const { cells, product, pointwise } = measure(joint);
  const found = countDots(joint, dotsOf(joint));
  const rows = cells.map((p, i) => [
    joint.x[Math.floor(i / joint.y.length)]!,
    joint.y[i % joint.y.length]!,
    p,
    product[i]!,
    p > 0 ? inUnit(pointwise[i]!, unit) : "",
    p > 0 ? inUnit(p * pointwise[i]!, unit) : 0,
    found[i]!,
  ]);
  return toCsv([["X", "Y", "P(x,y)", "P(x)P(y)", `pointwise (${unit})`, `part (${unit})`, "draws"], ...rows]);
}

/** The state and its numbers at full precision. */
export function jsonOf(joint: Joint, unit: Unit, link: string): string {
  const now = measure(joint);
  const amount = (nats: number) => inUnit(nats, unit);
  const content = {
    X: joint.x,
    Y: joint.y,
    "P(x)": [...joint.px],
    "P(y|x)": joint.given.map((column) => [...column]),
    unit,
    "H(X)": amount(now.entropyX),
    "H(Y)": amount(now.entropyY),
    "H(X,Y)": amount(now.together),
    "H(Y|X)": amount(now.leftOfY),
    "H(X|Y)": amount(now.leftOfX),
    "I(X;Y)": amount(now.information),
    draws: countDots(joint, dotsOf(joint)),
    seed: joint.seed,
    command: commandOf(joint, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
