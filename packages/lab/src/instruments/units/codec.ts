import type { Decoded } from "../../figure/hash.ts";
import { type Amount, fields, mostPieces, pieces } from "./model.ts";

const version = "1";
const number = /^(Infinity|-?\d+(\.\d+)?(e[+-]?\d+)?)$/;

/** An amount as short text for a link: `1~3~bits`, and for a mean over a text also `~token~1000~4200~4300`. */
export function encodeAmount({ value, field, per, counts }: Amount): string {
  const start = [version, value, field, per ?? "draw"];
  return [...start, ...pieces.map((piece) => counts[piece])].join("~");
}

/** The amount of a text made by {@link encodeAmount}; anything else is refused, whatever it is. Never throws. */
export function decodeAmount(link: string): Decoded<Amount> {
  const text = link.slice(0, 150).replaceAll(/%7e/gi, "~").replaceAll(/%2b/gi, "+");
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, amount = "", name, cut, ...countTexts] = text.split("~");
  if (written !== version) return { problem: "version" };
  const value = Number(amount);
  const field = fields.find((one) => one === name);
  const per = pieces.find((one) => one === cut) ?? (cut === "draw" ? null : undefined);
  const numbers = countTexts.map((count) => (/^\d{1,16}$/.test(count) ? Number(count) : 0));
  const usable =
    number.test(amount) &&
    (Number.isFinite(value) || amount === "Infinity") &&
    (field !== "perplexity" || value > 0) &&
    numbers.length === pieces.length &&
    numbers.every((count) => count >= 1 && count <= mostPieces);
  if (!usable || field === undefined || per === undefined) return { problem: "damaged" };
  const [token = 1, character = 1, byte = 1] = numbers;
  return { state: { value, field, per, counts: { token, character, byte } } };
}
