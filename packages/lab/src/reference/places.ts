import type { Unit } from "@surprisal/core";
import type { Codec } from "../figure/session.svelte.ts";
import { decodeDistill, encodeDistill } from "../instruments/distill/codec.ts";
import { decodeDuel, encodeDuel } from "../instruments/duel/codec.ts";
import { decodeFit, encodeFit } from "../instruments/fit/codec.ts";
import { decodeGradients, encodeGradients } from "../instruments/gradients/codec.ts";
import { decodeJoint, encodeJoint } from "../instruments/joint/codec.ts";
import { decodeReading, encodeReading } from "../instruments/perplexity/codec.ts";
import { decodePmf, encodePmf } from "../instruments/pmfLab/codec.ts";
import { decodePolicy, encodePolicy } from "../instruments/policy/codec.ts";
import { decodeGame, encodeGame } from "../instruments/questions/codec.ts";
import { decodeSamples, encodeSamples } from "../instruments/samples/codec.ts";
import { decodeSurprise, encodeSurprise } from "../instruments/surprise/codec.ts";
import { decodeNextWord, encodeNextWord } from "../instruments/temperature/codec.ts";
import { decodeAmount, encodeAmount } from "../instruments/units/codec.ts";
import { decodeVae, encodeVae } from "../instruments/vae/codec.ts";
import { decodeInference, encodeInference } from "../instruments/vi/codec.ts";
import { decodeBench, encodeBench } from "../workbench/codec.ts";

const place = <State>(
  page: string,
  id: string,
  encode: Codec<State>["encode"],
  decode: Codec<State>["decode"],
) => ({
  page,
  id,
  encode,
  decode,
});

/** Where a figure of each kind stands, and how its state is written in a link. */
export const places = {
  bench: place("workbench", "bench", encodeBench, decodeBench),
  distill: place("book/distillation", "kiosk", encodeDistill, decodeDistill),
  duel: place("book/kl-divergence", "films", encodeDuel, decodeDuel),
  fit: place("book/two-directions", "lamp", encodeFit, decodeFit),
  gradients: place("book/gradients", "buns", encodeGradients, decodeGradients),
  joint: place("book/mutual-information", "umbrella", encodeJoint, decodeJoint),
  perplexity: place("book/language-models", "reading", encodeReading, decodeReading),
  pmf: place("book/entropy", "boxes", encodePmf, decodePmf),
  policy: place("book/policies", "matching", encodePolicy, decodePolicy),
  questions: place("book/surprise", "zipf", encodeGame, decodeGame),
  samples: place("book/mutual-information", "shop", encodeSamples, decodeSamples),
  surprise: place("book/surprise", "curve", encodeSurprise, decodeSurprise),
  temperature: place("book/language-models", "tea", encodeNextWord, decodeNextWord),
  units: place("book/language-models", "units", encodeAmount, decodeAmount),
  vae: place("book/inference", "guard", encodeVae, decodeVae),
  vi: place("book/inference", "suitcases", encodeInference, decodeInference),
} as const;

type Kind = keyof typeof places;
type StateOf<K extends Kind> = Parameters<(typeof places)[K]["encode"]>[0];

/** A figure in one of its states, and the unit it is to be read in, if that is not the reader's own. */
export type Opening = {
  readonly [Each in Kind]: { readonly kind: Each; readonly state: StateOf<Each>; readonly unit?: Unit };
}[Kind];

/** The hash that opens a figure in a state. */
export function hashOf({ kind, state, unit }: Opening): string {
  const { id, encode } = places[kind];
  const text = (encode as (state: unknown) => string)(state); // the state is of the kind it is filed under
  return `${id}=${text}${unit ? `&unit=${unit}` : ""}`;
}
