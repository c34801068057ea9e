import { measure } from "./measure.ts";
import { type Game, isExample } from "./model.ts";

const enough = 30;
const eightChoices = Math.log(8);

/** Thirty letters of a passage played by the reader, at the cost of fewer than 8 choices each. */
export function belowEight(game: Game): "right" | "example" | "tooFew" | "dear" {
  if (isExample(game)) return "example";
  const { letters, you } = measure(game);
  if (!you || letters < enough) return "tooFew";
  return you.upper.value < eightChoices ? "right" : "dear";
}
