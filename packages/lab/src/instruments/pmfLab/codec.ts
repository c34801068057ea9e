import type { Decoded } from "../../figure/hash.ts";
import { nameProblem } from "../../figure/outcomeName.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { fewest, most, type Pmf, pmfOf, reshape, temperatures } from "./model.ts";

const version = "1";
const longest = 800;

/**
 * A distribution as short text for a link: `1~dog,cat~.6,.4~1~50~0.5`, that is version, names, P before shaping, the outcome it moves
 * to, how much of it in per cent, temperature. Ends that say nothing are left out.
 */
export function encodePmf({ names, base, shape }: Pmf): string {
  const fields = [
    version,
    names.map(encodeURIComponent).join(","),
    encodeProbabilities(base),
    shape.towards === 0 ? "" : String(shape.towards),
    shape.share === 0 ? "" : String(shape.share),
    shape.temperature === 1 ? "" : String(shape.temperature),
  ];
  return fields.join("~").replace(/~+$/, "");
}

/** The distribution of a text made by {@link encodePmf}; anything else is refused, whatever it is. Never throws. */
export function decodePmf(link: string): Decoded<Pmf> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, nameList = "", pText = "", towardsText = "", shareText = "", heatText = "", ...rest] =
    text.split("~");
  if (written !== version) return { problem: "version" };
  const names = nameList.split(",");
  const base = decodeProbabilities(pText, names.length);
  const temperature = temperatures.find((t) => String(t) === (heatText || "1"));
  const usable =
    rest.length === 0 &&
    names.length >= fewest &&
    names.length <= most &&
    names.every((name, i) => !nameProblem(name, names.toSpliced(i, 1))) &&
    /^\d{0,2}$/.test(towardsText) &&
    Number(towardsText) < names.length &&
    /^(\d{0,2}|100)$/.test(shareText);
  if (!usable || !base || temperature === undefined) return { problem: "damaged" };
  const shape = { towards: Number(towardsText), share: Number(shareText), temperature };
  return { state: reshape(pmfOf(names, base), shape) };
}
