import type { Decoded } from "../../figure/hash.ts";
import { nameProblem } from "../../figure/outcomeName.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { estimatorsOf, mostDraws, type Quantity, type Samples } from "./model.ts";

const version = "1";
const longest = 800;
const quantities: Readonly<Record<string, Quantity>> = { h: "entropy", i: "information" };

/** A state as short text for a link: `1~a,b~.5,.5~h~plugIn~20~1`, that is version, outcomes, P, quantity, estimator, draws, seed. */
export function encodeSamples({ names, p, of, estimator, draws, seed }: Samples): string {
  const list = names.map(encodeURIComponent).join(",");
  return [version, list, encodeProbabilities(p), of === "entropy" ? "h" : "i", estimator, draws, seed].join(
    "~",
  );
}

/** The state of a text made by {@link encodeSamples}; anything else is refused, whatever it is. Never throws. */
export function decodeSamples(link: string): Decoded<Samples> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, list = "", weights = "", quantity = "", named = "", drawn = "", seeded = "", ...rest] =
    text.split("~");
  if (written !== version) return { problem: "version" };
  const names = list.split(",");
  const isNamed =
    names.length >= 2 &&
    names.length <= 8 &&
    names.every((name, i) => !nameProblem(name, names.toSpliced(i, 1)));
  const p = isNamed && decodeProbabilities(weights, names.length);
  const of = Object.hasOwn(quantities, quantity) ? quantities[quantity] : undefined;
  const estimator = of && estimatorsOf[of].find((name) => name === named);
  const [draws, seed] = [Number(drawn), Number(seeded)];
  const isWhole = /^\d{1,4}$/.test(drawn) && /^\d{1,10}$/.test(seeded) && rest.length === 0;
  if (!p || !of || !estimator || !isWhole || draws > mostDraws || seed >= 2 ** 32)
    return { problem: "damaged" };
  return { state: { names, p, of, estimator, draws, seed } };
}
