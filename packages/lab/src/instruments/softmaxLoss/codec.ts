import type { Decoded } from "../../figure/hash.ts";
import { decodeText } from "../../figure/probabilityText.ts";
import { descend, logitRange, lossOf, mostSteps, type SoftmaxLoss, size, stepsOf, stops } from "./model.ts";

const version = "1";
const longest = 200;

/**
 * The figure as short text for a link: `1~0,0,0,0~0~0.1~1~0~1~25`, that is version, the logits a descent began with, the right outcome, ε,
 * temperature, γ, rate and steps taken. Ends that are as usual are left out.
 */
export function encodeLoss(state: SoftmaxLoss): string {
  const { path, right, epsilon, t, gamma, rate } = state;
  const usual = [epsilon === 0, t === 1, gamma === 0, rate === 1, stepsOf(state) === 0];
  const fields = [epsilon, t, gamma, rate, stepsOf(state)].map((value, i) => (usual[i] ? "" : String(value)));
  return [version, path[0]!.map(decimal).join(","), right, ...fields].join("~").replace(/~+$/, "");
}

/** The state of a text made by {@link encodeLoss}; anything else is refused, whatever it is. Never throws. */
export function decodeLoss(link: string): Decoded<SoftmaxLoss> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, scores = "", rightText = "", e, tText, g, r, stepText, ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const z = scores.split(",");
  const [right, steps] = [Number(rightText), Number(stepText || "0")];
  const [epsilon, t, gamma, rate] = [
    Number(e || "0"),
    Number(tText || "1"),
    Number(g || "0"),
    Number(r || "1"),
  ];
  const usable =
    rest.length === 0 &&
    /^\d$/.test(rightText) &&
    right < size &&
    z.length === size &&
    z.every((score) => /^-?\d{1,2}(\.\d{1,12})?$/.test(score) && isOnScale(Number(score))) &&
    isStop("epsilon", epsilon) &&
    isStop("t", t) &&
    isStop("gamma", gamma) &&
    isStop("rate", rate) &&
    Number.isInteger(steps) &&
    steps >= 0 &&
    steps <= mostSteps;
  if (!usable) return { problem: "damaged" };
  const start = lossOf(
    z.map((score) => Number(score) + 0),
    { right, epsilon, t, gamma, rate },
  );
  return { state: descend(start, steps) };
}

function isOnScale(score: number): boolean {
  return score >= logitRange[0] && score <= logitRange[1];
}

function isStop(name: keyof typeof stops, value: number): boolean {
  return (stops[name] as readonly number[]).includes(value);
}

// String would write a tiny score with an exponent.
function decimal(score: number): string {
  return score
    .toFixed(12)
    .replace(/\.?0+$/, "")
    .replace(/^-0$/, "0");
}
