import type { Decoded } from "../../figure/hash.ts";
import type { Surprise } from "./model.ts";

const version = "1";

/** The probabilities as short text for a link: `1~.25~.125`. */
export function encodeSurprise({ p }: Surprise): string {
  return [version, ...p.map(encodeProbability)].join("~");
}

/** The state of a text made by {@link encodeSurprise}; anything else is refused, whatever it is. Never throws. */
export function decodeSurprise(text: string): Decoded<Surprise> {
  const [written = "", ...fields] = text.slice(0, 60).replaceAll(/%7E/gi, "~").split("~");
  if (!/^\d+$/.test(written) || fields.length === 0) return { problem: "damaged" };
  if (written !== version) return { problem: "version" };
  const usable = fields.length <= 2 && fields.every((field) => /^(0|1|\.\d{1,12})$/.test(field));
  return usable ? { state: { p: fields.map(Number) } } : { problem: "damaged" };
}

function encodeProbability(p: number): string {
  return p === 0 || p === 1 ? String(p) : p.toFixed(12).replace(/^0|0+$/g, "");
}
