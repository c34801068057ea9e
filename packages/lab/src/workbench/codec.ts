import type { Decoded } from "../figure/hash.ts";
import { type Bench, type Pane, type Smoothing, type TypedAs, typedReadings } from "./model.ts";

const version = "1";
const longestText = 4000;
const longestLink = 30_000;

/**
 * What was typed into the workbench as text for a link: `1~list=0.5,0.5~chars=abc~n~laplace:1`, that is version, P, Q, whether to normalise,
 * smoothing. A file (`*`) and a text too long (`!`) leave only a mark, which tells one from another but carries nothing of it.
 */
export function encodeBench({ p, q, normalize, smooth }: Bench): string {
  const fields = [version, encodePane(p), encodePane(q), normalize ? "n" : "", smoothingText(smooth)];
  return fields.join("~").replace(/~+$/, "");
}

/** The workbench of a text made by {@link encodeBench}; anything else is refused, whatever it is. Never throws. */
export function decodeBench(link: string): Decoded<Bench> {
  if (link.length > longestLink || !/^\d{1,4}(?:~|$)/.test(link)) return { problem: "damaged" };
  const [written, pText = "", qText = "", normalize = "", smoothing = "", ...rest] = link.split("~");
  if (written !== version) return { problem: "version" };
  const [p, q] = [decodePane(pText), decodePane(qText)];
  const smooth = parseSmoothing(smoothing);
  if (!p || !q || smooth === null || rest.length > 0 || !/^n?$/.test(normalize))
    return { problem: "damaged" };
  return { state: { p, q, normalize: normalize === "n", smooth } };
}

/** A smoothing as the command line takes it. */
export function smoothingText(smooth: Smoothing | undefined): string {
  if (!smooth) return "";
  return "laplace" in smooth ? `laplace:${smooth.laplace}` : `epsilon:${smooth.epsilon}`;
}

/** Whether a smoothing is one: some finite amount, and for ε at most everything. */
export function isSmoothing(smooth: Smoothing): boolean {
  const amount = "laplace" in smooth ? smooth.laplace : smooth.epsilon;
  return amount > 0 && amount <= ("laplace" in smooth ? Number.MAX_VALUE : 1);
}

function parseSmoothing(text: string): Smoothing | undefined | null {
  if (text === "") return undefined;
  const [, how, amount] = /^(laplace|epsilon):([\d.]+(?:e[+-]?\d+)?)$/.exec(text) ?? [];
  const smooth = how === "laplace" ? { laplace: Number(amount) } : { epsilon: Number(amount) };
  return isSmoothing(smooth) ? smooth : null;
}

function encodePane(pane: Pane): string {
  if (pane.file) return `${pane.as}*${pane.file.id}.${encode(pane.column ?? "")}.${encode(pane.other ?? "")}`;
  const { as, text } = pane;
  if (text.length > longestText) return `${as}!${text.length}.${checksum(text)}`;
  return text === "" && as === "list" ? "" : `${as}=${encode(text)}`;
}

function decodePane(field: string): Pane | undefined {
  if (field === "") return { as: "list", text: "" };
  const [, as, mark, rest = ""] = /^([a-z]+)([=*!])(.*)$/s.exec(field) ?? [];
  const known = typedReadings.find((reading) => reading === as);
  if (mark === "=") return known && decodeText(known, rest);
  return as === undefined
    ? undefined
    : { as: known ?? "list", text: "", lost: mark === "*" ? "file" : "long" };
}

function decodeText(as: TypedAs, encoded: string): Pane | undefined {
  try {
    const text = decodeURIComponent(encoded);
    return text.length <= longestText ? { as, text } : undefined;
  } catch {
    return undefined; // cut in the middle of a letter
  }
}

function encode(text: string): string {
  const whole = text.toWellFormed();
  return encodeURIComponent(whole).replace(
    /[!'()*~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

// FNV-1a: enough to tell a text from the same one edited.
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
