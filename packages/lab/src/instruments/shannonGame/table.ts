import { inUnit, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { intervalsOf } from "./intervals.ts";
import { estimatesOf, measure } from "./measure.ts";
import { type Game, givenOf, knownOf, textOf } from "./model.ts";
import type { Score } from "./rival.ts";

/** A game, and how the rival fared in it if that is known. */
export type Played = { readonly game: Game; readonly score: Score | undefined };

/** A row for each letter known: the guesses it took, whether it was shown instead, and what it took and cost the rival. */
export function csvOf({ game, score }: Played, unit: Unit): string {
  const letters = [...knownOf(game).slice(givenOf(textOf(game)))];
  const rows = letters.map((letter, i) => [
    letter,
    game.turns[i]!.wrong,
    game.turns[i]!.revealed ? 1 : 0,
    score ? score.wrong[i]! : "",
    score ? inUnit(score.surprises[i]!, unit) : "",
  ]);
  return toCsv([
    ["letter", "wrong guesses", "shown", "rival, wrong guesses", `rival, surprise (${unit})`],
    ...rows,
  ]);
}

/** The state and its numbers at full precision. */
export function jsonOf({ game, score }: Played, unit: Unit, link: string): string {
  const measures = measure(game, score, intervalsOf(game, score));
  const estimates = estimatesOf(measures).map(([name, { value, range }]) => [
    name,
    { value: inUnit(value, unit), interval: range?.map((nats) => inUnit(nats, unit)) ?? null },
  ]);
  const content = {
    text: knownOf(game),
    given: givenOf(textOf(game)),
    turns: game.turns,
    ranks: measures.you?.ranks ?? null,
    "ranks of the rival": measures.rival?.ranks ?? null,
    "letters the rival remembers": game.memory,
    seed: game.seed,
    unit,
    ...Object.fromEntries(estimates),
    command: commandOf(measures, game.language, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
