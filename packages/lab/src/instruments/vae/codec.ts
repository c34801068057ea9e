import type { Decoded } from "../../figure/hash.ts";
import { decodeText } from "../../figure/probabilityText.ts";
import { betas, mostMoments, reach, seeds, type Vae } from "./model.ts";

const version = "1";

/** A state as short text for a link: `1~4~1~50~0,-1.5`, that is version, β, seed, moment and the code painted from. */
export function encodeVae({ beta, seed, moment, z }: Vae): string {
  return [version, beta, seed, moment, z.join(",")].join("~");
}

/** The state of a text made by {@link encodeVae}; anything else is refused, whatever it is. Never throws. */
export function decodeVae(link: string): Decoded<Vae> {
  const text = link.length > 100 ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, betaText, seedText = "", momentText = "", codeText = "", ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const beta = betas.find((one) => String(one) === betaText);
  const [seed, moment] = [seedText, momentText].map((field) =>
    /^\d{1,10}$/.test(field) ? Number(field) : Infinity,
  ) as [number, number];
  const [a, b, ...more] = codeText
    .split(",")
    .map((field) => (/^-?\d(\.\d{1,2})?$/.test(field) ? Number(field) + 0 : Infinity));
  const isCode = more.length === 0 && isWithin(a) && isWithin(b);
  if (beta === undefined || seed >= seeds || moment > mostMoments || !isCode || rest.length > 0)
    return { problem: "damaged" };
  return { state: { beta, seed, moment, z: [a!, b!] } };
}

function isWithin(value = Infinity): boolean {
  return value >= reach.low && value <= reach.high;
}
