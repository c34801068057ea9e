import { createRng } from "@surprisal/core";
import { alphabets } from "./alphabet.ts";
import { blockBootstrap, type Range } from "./blockBootstrap.ts";
import { fewestForInterval, statisticsOf } from "./measure.ts";
import type { Game } from "./model.ts";
import type { Score } from "./rival.ts";

/** The intervals of everything that is estimated, drawn by the game's own seed; none while there are too few letters. */
export function intervalsOf({ language, turns, seed }: Game, score?: Score): Range[] {
  if (turns.length < fewestForInterval) return [];
  const statistics = statisticsOf(turns, alphabets[language].length, score);
  return blockBootstrap(turns.length, statistics, createRng(seed));
}
