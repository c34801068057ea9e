import { type Game, gameOf, isRefusal, setStrategy, setWeights } from "./model.ts";

const presets = {
  /** The smallest game worth playing. */
  eight: () => gameOf(8, "uniform", "halving", 6),
  thousand: () => gameOf(1024, "uniform", "halving", 700),
  zipf: () => gameOf(100, "zipf", "best", 7),
  /** A coin that is seldom tails: one question is far too much for it. */
  coin: () => own([9, 1], 2),
} satisfies Record<string, () => Game>;

export type Preset = keyof typeof presets;

export const presetNames = Object.keys(presets) as Preset[];

export function presetGame(preset: Preset): Game {
  return presets[preset]();
}

function own(weights: readonly number[], target: number): Game {
  const game = setWeights(gameOf(weights.length, "uniform", "best", target), weights);
  if (isRefusal(game)) throw new Error(`preset: ${game.refused}`);
  return setStrategy(game, "best");
}
