import type { Decoded } from "../../figure/hash.ts";
import { decodeText } from "../../figure/probabilityText.ts";
import { mostMoments, seeds, stops, type Training } from "./model.ts";

const version = "1";

/** A training as short text for a link: `1~2~0.01~1~30`, that is version, letters seen, rate, seed and moment. */
export function encodeTraining({ memory, rate, seed, moment }: Training): string {
  return [version, memory, rate, seed, moment].join("~");
}

/** Trainings of one name go through the same moments. */
export function nameOf(training: Training): string {
  return encodeTraining({ ...training, moment: 0 });
}

/** The state of a text made by {@link encodeTraining}; anything else is refused, whatever it is. Never throws. */
export function decodeTraining(link: string): Decoded<Training> {
  const text = link.length > 100 ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, ...fields] = text.split("~");
  if (written !== version) return { problem: "version" };
  const [memory, rate, seed, moment] = fields.map(Number) as [number, number, number, number];
  const usable =
    fields.length === 4 &&
    fields.every((field) => /^\d[\d.]*$/.test(field)) &&
    (stops.memory as readonly number[]).includes(memory) &&
    (stops.rate as readonly number[]).includes(rate) &&
    Number.isInteger(seed) &&
    seed < seeds &&
    Number.isInteger(moment) &&
    moment <= mostMoments;
  return usable ? { state: { memory, rate, seed, moment } } : { problem: "damaged" };
}
