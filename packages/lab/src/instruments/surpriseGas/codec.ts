import type { Decoded } from "../../figure/hash.ts";
import { decodeDuel, encodeDuel } from "../duel/codec.ts";
import { type Gas, mostDraws } from "./model.ts";

const version = "1";

/** A gas as short text for a link: `1~7~60~` and then P and Q as the duel writes them, that is version, seed, draws. */
export function encodeGas({ duel, seed, drawn }: Gas): string {
  return [version, seed, drawn, encodeDuel(duel)].join("~");
}

/** The gas of a text made by {@link encodeGas}; anything else is refused, whatever it is. Never throws. */
export function decodeGas(link: string): Decoded<Gas> {
  const text = link.replaceAll(/%7e/gi, "~");
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const [, seedText, drawnText, duelText = ""] = rest.join("~").match(/^(\d{1,10})~(\d{1,3})~(.*)$/s) ?? [];
  const [seed, drawn] = [Number(seedText), Number(drawnText)];
  const usable = seed < 2 ** 32 && drawn >= 1 && drawn <= mostDraws;
  if (!usable) return { problem: "damaged" };
  const { state: duel, problem } = decodeDuel(duelText);
  if (problem) return { problem };
  return duel.smoothing || duel.locked.p || duel.locked.q
    ? { problem: "damaged" }
    : { state: { duel, seed, drawn } };
}
