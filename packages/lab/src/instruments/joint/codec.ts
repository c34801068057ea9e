import type { Decoded } from "../../figure/hash.ts";
import { nameProblem } from "../../figure/outcomeName.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { type Joint, mostDraws } from "./model.ts";

const version = "1";
const longest = 900;
const most = 4;

/** A state as short text for a link: `1~rain,dry~yes,no~.3,.7~.9,.1~.2,.8~40~1`, that is version, X, Y, P(x), P(y|x) for each x, draws, seed. */
export function encodeJoint({ x, y, px, given, draws, seed }: Joint): string {
  const names = (list: readonly string[]) => list.map(encodeURIComponent).join(",");
  return [version, names(x), names(y), ...[px, ...given].map(encodeProbabilities), draws, seed].join("~");
}

/** The state of a text made by {@link encodeJoint}; anything else is refused, whatever it is. Never throws. */
export function decodeJoint(link: string): Decoded<Joint> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, first = "", second = "", weights = "", ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const [x, y] = [namesIn(first), namesIn(second)];
  const [drawn = "", seeded = ""] = rest.slice(-2);
  const [draws, seed] = [Number(drawn), Number(seeded)];
  const isWhole = /^\d{1,3}$/.test(drawn) && /^\d{1,10}$/.test(seeded);
  if (!x || !y || !isWhole || draws > mostDraws || seed >= 2 ** 32 || rest.length !== x.length + 2)
    return { problem: "damaged" };
  const px = decodeProbabilities(weights, x.length);
  const given = rest.slice(0, -2).map((row) => decodeProbabilities(row, y.length));
  if (!px || !given.every((row) => row !== undefined)) return { problem: "damaged" };
  return { state: { x, y, px, given, draws, seed } };
}

function namesIn(text: string): string[] | undefined {
  const names = text.split(",");
  const usable =
    names.length >= 2 &&
    names.length <= most &&
    names.every((name, i) => !nameProblem(name, names.toSpliced(i, 1)));
  return usable ? names : undefined;
}
