import type { Unit } from "@surprisal/core";
import type { NamedCarrier } from "@surprisal/data";
import { written, writtenAlike } from "../number.ts";
import type { Part } from "./report.ts";

/** What a person reads of them. */
export function carrierTable(carriers: readonly NamedCarrier[], unit: Unit): Part {
  const parts = writtenAlike(
    carriers.map(({ forwardKl }) => forwardKl),
    4,
  );
  return {
    titles: [
      "outcomes that carry D(P‖Q)",
      "#P, on average",
      "#Q, on average",
      `#part of D(P‖Q), ${unit}`,
      "#share of it",
    ],
    rows: carriers.map(({ outcome, text, baseProbability, candidateProbability, shareOfKl }, i) => [
      text === undefined ? String(outcome) : `${outcome}  ${JSON.stringify(text)}`,
      written(baseProbability, 4),
      written(candidateProbability, 4),
      parts[i]!,
      shareOfKl === undefined ? "" : written(shareOfKl, 3),
    ]),
  };
}
