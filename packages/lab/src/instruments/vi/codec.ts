import type { Decoded } from "../../figure/hash.ts";
import { decodeText } from "../../figure/probabilityText.ts";
import { type Belief, errors, type Inference, ranges } from "./model.ts";

const version = "1";

/** A state as short text for a link: `1~46~2~20,5~20,5~0`, that is version, reading, error, Q of each suitcase, whose turn it is. */
export function encodeInference({ reading, error, q, turn }: Inference): string {
  return [version, reading, error, ...q.map(({ mean, sd }) => `${mean},${sd}`), turn].join("~");
}

/** The state of a text made by {@link encodeInference}; anything else is refused, whatever it is. Never throws. */
export function decodeInference(link: string): Decoded<Inference> {
  const text = link.length > 100 ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, readingText = "", errorText = "", first = "", second = "", turn, ...rest] = text.split("~");
  if (written !== version) return { problem: "version" };
  const reading = numberIn(readingText, ranges.reading, 0);
  const error = errors.find((one) => String(one) === errorText);
  const [a, b] = [beliefOf(first), beliefOf(second)];
  if (reading === undefined || error === undefined || !a || !b || rest.length > 0)
    return { problem: "damaged" };
  if (turn !== "0" && turn !== "1") return { problem: "damaged" };
  return { state: { reading, error, q: [a, b], turn: turn === "0" ? 0 : 1 } };
}

function beliefOf(text: string): Belief | undefined {
  const [meanText = "", sdText = "", ...rest] = text.split(",");
  const [mean, sd] = [numberIn(meanText, ranges.mean, 6), numberIn(sdText, ranges.sd, 6)];
  return mean === undefined || sd === undefined || rest.length > 0 ? undefined : { mean, sd };
}

function numberIn(
  text: string,
  { low, high }: { low: number; high: number },
  digits: number,
): number | undefined {
  const [written, decimals = ""] = text.match(/^\d+(?:\.(\d+))?$/) ?? [];
  const value = Number(text);
  return written !== undefined && decimals.length <= digits && value >= low && value <= high
    ? value
    : undefined;
}
