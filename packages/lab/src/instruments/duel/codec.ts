import { labelSmoothing } from "@surprisal/core";
import { inBillionths } from "../../figure/billionths.ts";
import type { Decoded } from "../../figure/hash.ts";
import { nameProblem } from "../../figure/outcomeName.ts";
import { decodeProbabilities, decodeText, encodeProbabilities } from "../../figure/probabilityText.ts";
import { type Duel, epsilons, fewest, most } from "./model.ts";

const version = "1";
const longest = 800;

/**
 * A duel as short text for a link: `1~amazing,okay~.9,.1~.5,.5~pq~0.01`, that is version, names, P, Q before smoothing, locked sides, ε.
 * Ends that say nothing are left out.
 */
export function encodeDuel({ names, p, q, locked, smoothing }: Duel): string {
  const fields = [
    version,
    names.map(encodeURIComponent).join(","),
    encodeProbabilities(p),
    encodeProbabilities(smoothing?.base ?? q),
    (locked.p ? "p" : "") + (locked.q ? "q" : ""),
    smoothing ? String(smoothing.epsilon) : "",
  ];
  return fields.join("~").replace(/~+$/, "");
}

/** The duel of a text made by {@link encodeDuel}; anything else is refused, whatever it is. Never throws. */
export function decodeDuel(link: string): Decoded<Duel> {
  const text = link.length > longest ? "" : decodeText(link);
  if (!/^\d+~/.test(text)) return { problem: "damaged" };
  const [written, nameList = "", pText = "", qText = "", locks = "", epsilonText = "", ...rest] =
    text.split("~");
  if (written !== version) return { problem: "version" };
  const names = nameList.split(",");
  const p = decodeProbabilities(pText, names.length);
  const base = decodeProbabilities(qText, names.length);
  const epsilon = Number(epsilonText || "0");
  const usable =
    rest.length === 0 &&
    names.length >= fewest &&
    names.length <= most &&
    names.every((name, i) => !nameProblem(name, names.toSpliced(i, 1))) &&
    /^p?q?$/.test(locks) &&
    epsilons.includes(epsilon);
  if (!usable || !p || !base) return { problem: "damaged" };
  return {
    state: {
      names,
      p,
      q: epsilon === 0 ? base : inBillionths(labelSmoothing(base, epsilon)),
      locked: { p: locks.includes("p"), q: locks.includes("q") },
      smoothing: epsilon === 0 ? null : { base, epsilon },
    },
  };
}
