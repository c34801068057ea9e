import {
  conditionalEntropy,
  entropy,
  type JointTable,
  jointEntropy,
  jointTable,
  marginal,
  mutualInformation,
  type Nats,
  type Probabilities,
  pointwiseMutualInformation,
} from "@surprisal/core";
import { inBillionths, moveOne } from "../../figure/billionths.ts";
import { moveBorder } from "./borders.ts";

/** Two things that happen together, and draws of them. */
export type Joint = {
  /** The outcomes of X, and of Y. */
  readonly x: readonly string[];
  readonly y: readonly string[];
  /** P(x), in whole billionths. */
  readonly px: Probabilities;
  /** P(y|x), one distribution for each x, in whole billionths. */
  readonly given: readonly Probabilities[];
  /** How many draws there have been, and what chance they come from. */
  readonly draws: number;
  readonly seed: number;
};

export const mostDraws = 400;

export function jointOf(
  x: readonly string[],
  y: readonly string[],
  px: Probabilities,
  given: readonly Probabilities[],
): Joint {
  return { x, y, px: inBillionths(px), given: given.map(inBillionths), draws: 0, seed: 1 };
}

/** The border to the right of a column, moved to a place between those beside it. */
export function moveColumn(joint: Joint, index: number, place: number): Joint {
  return { ...joint, px: moveBorder(joint.px, index, place) };
}

/** The border above a cell, moved inside its column. */
export function moveCell(joint: Joint, column: number, index: number, place: number): Joint {
  return { ...joint, given: joint.given.with(column, moveBorder(joint.given[column]!, index, place)) };
}

/** P(x) as typed; the others share the rest. */
export function setColumn(joint: Joint, index: number, value: number): Joint {
  return { ...joint, px: moveOne(joint.px, index, value) };
}

/** P(y|x) as typed; the others of the column share the rest. */
export function setCell(joint: Joint, column: number, index: number, value: number): Joint {
  return { ...joint, given: joint.given.with(column, moveOne(joint.given[column]!, index, value)) };
}

/** Every column divided as Y is on the whole: X then says nothing about Y. */
export function align(joint: Joint): Joint {
  const py = inBillionths(marginal(tableOf(joint), [1]).p);
  return { ...joint, given: joint.given.map(() => py) };
}

export function drawMore(joint: Joint, count: number): Joint {
  return { ...joint, draws: Math.min(mostDraws, joint.draws + count) };
}

/** Chance begins anew, from another seed or the same. */
export function reseed(joint: Joint, seed: number): Joint {
  return { ...joint, draws: 0, seed };
}

function tableOf({ px, given, x, y }: Joint): JointTable {
  return jointTable(
    [...px].flatMap((width, i) => [...given[i]!].map((height) => width * height)),
    [x.length, y.length],
  );
}

/** Everything the figure shows, in nats. */
export type Measures = {
  /** P(x,y), column by column, and P(x)·P(y) in the same order. */
  readonly cells: readonly number[];
  readonly product: readonly number[];
  readonly py: readonly number[];
  readonly entropyX: Nats;
  readonly entropyY: Nats;
  readonly together: Nats;
  /** H(Y|X) and H(X|Y). */
  readonly leftOfY: Nats;
  readonly leftOfX: Nats;
  readonly information: Nats;
  /** ln P(x,y)/(P(x)·P(y)) of each cell, −∞ where the pair never comes. */
  readonly pointwise: readonly Nats[];
};

export function measure(joint: Joint): Measures {
  const table = tableOf(joint);
  const py = [...marginal(table, [1]).p];
  return {
    cells: [...table.p],
    product: [...joint.px].flatMap((width) => py.map((height) => width * height)),
    py,
    entropyX: entropy(joint.px),
    entropyY: entropy(marginal(table, [1]).p),
    together: jointEntropy(table),
    leftOfY: conditionalEntropy(table, [1], [0]),
    leftOfX: conditionalEntropy(table, [0], [1]),
    information: mutualInformation(table),
    pointwise: [...pointwiseMutualInformation(table)],
  };
}

/** Whether all columns that happen are divided alike: the borders align. */
export function isAligned({ px, given }: Joint): boolean {
  const [first, ...others] = given.filter((_, i) => px[i]! > 0);
  return others.every((column) => [...column].every((value, i) => value === first![i]));
}

export function nameOfCell({ x, y }: Joint, cell: number): string {
  return `${x[Math.floor(cell / y.length)]}.${y[cell % y.length]}`;
}
