import type { Unit } from "@surprisal/core";
import type { DoubtfulAlignment } from "@surprisal/data";
import { written } from "../number.ts";

/** That what came may stand a place beside its row. @param found In the unit. */
export function alignmentNotes(found: DoubtfulAlignment | undefined, unit: Unit): string[] {
  if (!found) return [];
  const { shifted, rows, asked, other } = found;
  const [as, not] = shifted ? ["with", "without"] : ["without", "with"];
  const guess = shifted ? "aligned with the rows already" : "the tokens that were put in";
  return [
    `${as} --shift what came is far more surprising than ${not} it: ${written(asked, 3)} ${unit} a token instead of ${written(other, 3)}, in the first ${rows} rows. Are the targets ${guess}?`,
  ];
}
