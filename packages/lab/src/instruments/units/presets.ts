import type { Amount } from "./model.ts";

const counts = { token: 1000, character: 4200, byte: 4300 };
const draw = { per: null, counts };

/** Amounts one meets: each is exact, by its definition. */
const presets = {
  coin: { ...draw, value: 1, field: "bits" },
  die: { ...draw, value: 6, field: "perplexity" },
  digit: { ...draw, value: 1, field: "bans" },
  byte: { ...draw, value: 8, field: "bits" },
  vocabulary: { ...draw, value: 50_257, field: "perplexity" },
  loss: { value: 3, field: "nats", per: "token", counts },
} satisfies Record<string, Amount>;

export type Preset = keyof typeof presets;

export const presetNames = Object.keys(presets) as Preset[];

export function presetAmount(preset: Preset): Amount {
  return presets[preset];
}
