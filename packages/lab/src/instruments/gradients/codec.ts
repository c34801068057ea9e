import type { Decoded } from "../../figure/hash.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { baselines, batches, clips, type Gradients, mostSteps, names, type Tool } from "./model.ts";

const version = "1";
const longest = 200;
const bys = { l: "logits", p: "probabilities" } as const;
const ways = { f: "forward", r: "reverse" } as const;

/**
 * Gradients as short text for a link: `1~.49,.49,.02~.98,.02,0~l~r~8~none~1~0`, that is version, P, Q, by logits or probabilities, forward
 * or reverse, batch, baseline, seed, steps; and how far a cost may lie from 0, where there is a limit.
 */
export function encodeGradients(state: Gradients): string {
  const { p, q, by, way, batch, baseline, clip, seed, steps } = state;
  return [
    version,
    encodeProbabilities(p),
    encodeProbabilities(q),
    by[0],
    way[0],
    batch,
    baseline,
    seed,
    steps,
    ...(clip < Infinity ? [clip] : []),
  ].join("~");
}

/** Walks of one name start alike and go the same way. */
export function nameOf(tool: Tool, state: Gradients): string {
  return `${tool}~${encodeGradients({ ...state, steps: 0 })}`;
}

/** The state of a text made by {@link encodeGradients}; anything else is refused, whatever it is. Never throws. */
export function decodeGradients(link: string): Decoded<Gradients> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, pText = "", qText = "", byText, wayText, ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const [batchText = "", baselineText, seedText = "", stepsText = "", clipText = "Infinity", ...more] = rest;
  const [p, q] = [decodeProbabilities(pText, names.length), decodeProbabilities(qText, names.length)];
  const by = byText === "l" || byText === "p" ? bys[byText] : undefined;
  const way = wayText === "f" || wayText === "r" ? ways[wayText] : undefined;
  const batch = batches.find((size) => String(size) === batchText);
  const baseline = baselines.find((name) => name === baselineText);
  const clip = clips.find((most) => String(most) === clipText);
  const [seed, steps] = [wholeUpTo(seedText, 2 ** 32 - 1), wholeUpTo(stepsText, mostSteps)];
  if (!p || !q || !by || !way || !batch || !baseline || !clip || more.length > 0)
    return { problem: "damaged" };
  if (seed === undefined || steps === undefined) return { problem: "damaged" };
  if (batch === 1 && baseline === "leave-one-out") return { problem: "damaged" };
  return { state: { p, q, by, way, batch, baseline, clip, seed, steps } };
}

function wholeUpTo(text: string, most: number): number | undefined {
  return /^(0|[1-9]\d{0,9})$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}
