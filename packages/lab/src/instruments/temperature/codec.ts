import { logits, softmax } from "@surprisal/core";
import { inBillionths } from "../../figure/billionths.ts";
import type { Decoded } from "../../figure/hash.ts";
import { nameProblem } from "../../figure/outcomeName.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { logitRange, type NextWord } from "./model.ts";
import { masses, ratios, temperatures } from "./temperatures.ts";

const version = "1";
const longest = 800;
const fewest = 2;
const most = 8;

/**
 * A next word as short text for a link: `1~hot,cold~.9,.1~1.5~2~0.9~0.1`, that is version, words, P (or its logits after `l`),
 * temperature, top-k, top-p, min-p. Ends that say nothing are left out.
 */
export function encodeNextWord({ names, p, logits, t, k, mass, ratio }: NextWord): string {
  const fields = [
    version,
    names.map(encodeURIComponent).join(","),
    logits ? `l${logits.map(decimal).join(",")}` : encodeProbabilities(p),
    t === 1 ? "" : String(t),
    k === names.length ? "" : String(k),
    mass === 1 ? "" : String(mass),
    ratio === 0 ? "" : String(ratio),
  ];
  return fields.join("~").replace(/~+$/, "");
}

/** The state of a text made by {@link encodeNextWord}; anything else is refused, whatever it is. Never throws. */
export function decodeNextWord(link: string): Decoded<NextWord> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, nameList = "", weights = "", tText, kText, massText, ratioText, ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const names = nameList.split(",");
  const usableNames =
    names.length >= fewest &&
    names.length <= most &&
    names.every((name, i) => !nameProblem(name, names.toSpliced(i, 1)));
  const distribution = usableNames && decodeWeights(weights, names.length);
  const [t, k] = [Number(tText || "1"), Number(kText || names.length)];
  const [mass, ratio] = [Number(massText || "1"), Number(ratioText || "0")];
  const usable =
    rest.length === 0 &&
    temperatures.includes(t) &&
    Number.isInteger(k) &&
    k >= 1 &&
    k <= names.length &&
    masses.includes(mass) &&
    ratios.includes(ratio);
  if (!usable || !distribution) return { problem: "damaged" };
  return { state: { names, ...distribution, t, k, mass, ratio } };
}

function decodeWeights(text: string, length: number): Pick<NextWord, "p" | "logits"> | undefined {
  if (!text.startsWith("l")) {
    const p = decodeProbabilities(text, length);
    return p && { p, logits: null };
  }
  const numbers = text.slice(1).split(",");
  if (numbers.length !== length || !numbers.every((number) => /^-?\d(\.\d{1,12})?$/.test(number)))
    return undefined;
  const scores = numbers.map((number) => Number(number) + 0);
  const [low, high] = logitRange;
  if (!scores.every((score) => score >= low && score <= high)) return undefined;
  return { p: inBillionths(softmax(logits(scores))), logits: scores };
}

// String would write a tiny score with an exponent.
function decimal(score: number): string {
  return score
    .toFixed(12)
    .replace(/\.?0+$/, "")
    .replace(/^-0$/, "0");
}
