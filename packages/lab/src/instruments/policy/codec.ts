import type { Decoded } from "../../figure/hash.ts";
import { nameProblem } from "../../figure/outcomeName.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { betas, clips, inners, mostSteps, type Policy, policyOf, rewardRange, rules } from "./model.ts";

const version = "1";
const longest = 1000;
const [fewest, most] = [2, 8];

/**
 * A policy as short text for a link: `1~yes,no~.5,.5~1,0~~1~.5,.5~clip~0.2~10~~1~0`, that is version, replies, P, rewards, worths, β, Q (`*`
 * where it follows the optimum, with its start after it), the rule, ε (`-` for none), steps on a batch, `s` where batches are drawn, `r` where rewards count as they stand, seed, steps.
 */
export function encodePolicy(state: Policy): string {
  const { names, p, reward, worth, beta, start, follows, rule, clip, inner, sampled, raw, seed, steps } =
    state;
  return [
    version,
    names.map(encodeURIComponent).join(","),
    encodeProbabilities(p),
    reward.join(","),
    worth?.join(",") ?? "",
    beta,
    (follows ? "*" : "") + encodeProbabilities(start),
    rule,
    clip === Infinity ? "-" : clip,
    inner,
    (sampled ? "s" : "") + (raw ? "r" : ""),
    seed,
    steps,
  ].join("~");
}

/** What of one name is simulated goes the same way. */
export function nameOf(what: "training" | "draws", state: Policy): string {
  return `${what}~${encodePolicy({ ...state, steps: 0 })}`;
}

/** The policy of a text made by {@link encodePolicy}; anything else is refused, whatever it is. Never throws. */
export function decodePolicy(link: string): Decoded<Policy> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const fields = text.split("~");
  if (fields[0] !== version) return { problem: "version" };
  if (fields.length !== 13) return { problem: "damaged" };
  const [, nameList, pText, rewardText, worthText, betaText, startText, ruleText, clipText, ...ends] =
    fields as string[];
  const [innerText, batchText, seedText, stepsText] = ends;
  const names = nameList!.split(",");
  const usableNames =
    names.length >= fewest &&
    names.length <= most &&
    names.every((name, i) => !nameProblem(name, names.toSpliced(i, 1)));
  const follows = startText!.startsWith("*");
  const p = usableNames && decodeProbabilities(pText!, names.length);
  const start = usableNames && decodeProbabilities(startText!.slice(follows ? 1 : 0), names.length);
  const reward = pointsOf(rewardText!, names.length);
  const worth = worthText === "" ? null : pointsOf(worthText!, names.length);
  const rule = rules.find((one) => one === ruleText);
  const beta = betas.find((one) => String(one) === betaText);
  const clip = clipText === "-" ? Infinity : clips.find((one) => String(one) === clipText);
  const inner = inners.find((one) => String(one) === innerText);
  const seed = wholeOf(seedText!, 2 ** 32 - 1);
  const steps = wholeOf(stepsText!, mostSteps);
  if (!p || !start || !reward || worth === undefined || !rule) return { problem: "damaged" };
  if (beta === undefined || clip === undefined || inner === undefined || !/^s?r?$/.test(batchText!))
    return { problem: "damaged" };
  if (seed === undefined || steps === undefined) return { problem: "damaged" };
  const training = {
    beta,
    follows,
    rule,
    clip,
    inner,
    sampled: batchText!.includes("s"),
    raw: batchText!.endsWith("r"),
    seed,
    steps,
  };
  return { state: policyOf({ names, p, start, reward, worth, ...training }) };
}

function pointsOf(text: string, length: number): number[] | undefined {
  const numbers = text.split(",");
  const [low, high] = rewardRange;
  const usable =
    numbers.length === length &&
    numbers.every(
      (number) => /^-?\d(\.\d)?$/.test(number) && Number(number) >= low && Number(number) <= high,
    );
  return usable ? numbers.map((number) => Number(number) + 0) : undefined;
}

function wholeOf(text: string, most: number): number | undefined {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
