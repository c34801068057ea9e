import { mostMoments, type Vae } from "./model.ts";

/** Where the figure can begin: with the bound itself, trained to the end. */
const presets = {
  bound: { beta: 1, seed: 1, moment: mostMoments, z: [0, 0] },
} as const satisfies Record<string, Vae>;

export type Preset = keyof typeof presets;

export function presetVae(preset: Preset): Vae {
  return presets[preset];
}
