import type { Decoded } from "../../figure/hash.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import type { Reading } from "./model.ts";
import { truths, width } from "./text.ts";

const version = "1";
const longest = 900;
const places = truths.length;

/** A reading as short text for a link: `1~.4,.2,.2,.1,.1_…~3~2`, that is version, Q at each place, words shown, place in view. */
export function encodeReading({ beliefs, revealed, at }: Reading): string {
  return [version, beliefs.map(encodeProbabilities).join("_"), revealed, at].join("~");
}

/** The reading of a text made by {@link encodeReading}; anything else is refused, whatever it is. Never throws. */
export function decodeReading(link: string): Decoded<Reading> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, beliefsText = "", revealedText = "", atText = "", ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const beliefs = beliefsText.split("_").map((q) => decodeProbabilities(q, width));
  const [revealed, at] = [Number(revealedText), Number(atText)];
  const usable =
    rest.length === 0 &&
    beliefs.length === places &&
    /^\d$/.test(revealedText) &&
    /^\d$/.test(atText) &&
    revealed <= places &&
    at <= Math.min(revealed, places - 1);
  const read = beliefs.flatMap((q) => q ?? []);
  return usable && read.length === places
    ? { state: { beliefs: read, revealed, at } }
    : { problem: "damaged" };
}
