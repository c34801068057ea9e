import { labelSmoothing, type Probabilities } from "@surprisal/core";
import { fromParts, inBillionths, toParts } from "../../figure/billionths.ts";
import type { Decoded } from "../../figure/hash.ts";
import { type Duel, epsilons, fewest, most } from "./model.ts";
import { nameProblem } from "./names.ts";

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
    encodeSide(p),
    encodeSide(smoothing?.base ?? q),
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
  const p = decodeSide(pText, names.length);
  const base = decodeSide(qText, names.length);
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

/** A probability in billionths as the shortest decimal: 0, 1, .5, .333333333. */
function encodeSide(p: Probabilities): string {
  return toParts(p)
    .map((part) =>
      part === 1e9 ? "1" : part === 0 ? "0" : `.${String(part).padStart(9, "0").replace(/0+$/, "")}`,
    )
    .join(",");
}

function decodeSide(text: string, length: number): Probabilities | undefined {
  const numbers = text.split(",");
  if (numbers.length !== length || !numbers.every((number) => /^(0|1|\.\d{1,9})$/.test(number)))
    return undefined;
  const parts = toParts(numbers.map(Number));
  return parts.reduce((a, b) => a + b, 0) === 1e9 ? fromParts(parts) : undefined;
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // no version, so the link is refused
  }
}
