import type { Decoded } from "../../figure/hash.ts";
import { alphas, type Fit, mostSteps, ranges } from "./model.ts";

const version = "1";

/** A fit as short text for a link: `1~-2.2,0.7~2.2,0.7~0.5~0,1.5~α~steps`, that is version, both bumps, the share of the left one, Q; ends that say nothing are left out. */
export function encodeFit({ left, right, share, q, alpha, steps }: Fit): string {
  const pair = ({ mean, sd }: { mean: number; sd: number }) => `${mean},${sd}`;
  const fields = [version, pair(left), pair(right), share, pair(q), alpha ?? "", steps || ""];
  return fields.join("~").replace(/~+$/, "");
}

/** The fit of a text made by {@link encodeFit}; anything else is refused, whatever it is. Never throws. */
export function decodeFit(link: string): Decoded<Fit> {
  const text = link.length > 200 ? "" : link.replaceAll(/%7e/gi, "~").replaceAll(/%2c/gi, ",");
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, a = "", b = "", shareText = "", model = "", alphaText = "", stepText = "", ...rest] =
    text.split("~");
  if (written !== version) return { problem: "version" };
  const left = bellOf(a, "left", 2);
  const right = bellOf(b, "right", 2);
  const q = bellOf(model, "q", 6);
  const share = numberOf(shareText, 0, 1, 2);
  const alpha = alphaText === "" ? null : numberOf(alphaText, 0, 1, 2);
  const steps = stepText === "" ? 0 : numberOf(stepText, 0, mostSteps, 0);
  const isWhole = left && right && q && share !== undefined && alpha !== undefined && steps !== undefined;
  if (!isWhole || rest.length > 0 || left.mean > right.mean) return { problem: "damaged" };
  if (alpha !== null && !alphas.includes(alpha)) return { problem: "damaged" };
  return { state: { left, right, share, q, alpha, steps } };
}

function bellOf(text: string, whose: "left" | "right" | "q", digits: number) {
  const [meanText = "", sdText = "", ...rest] = text.split(",");
  const [forMean, forSd] = [ranges[`${whose}Mean`], ranges[`${whose}Sd`]];
  const mean = numberOf(meanText, forMean.low, forMean.high, digits);
  const sd = numberOf(sdText, forSd.low, forSd.high, digits);
  return mean === undefined || sd === undefined || rest.length > 0 ? undefined : { mean, sd };
}

function numberOf(text: string, low: number, high: number, digits: number): number | undefined {
  const [written, decimals = ""] = text.match(/^-?\d+(?:\.(\d+))?$/) ?? [];
  const value = Number(text) + 0;
  const isUsable = written !== undefined && decimals.length <= digits && value >= low && value <= high;
  return isUsable ? value : undefined;
}
