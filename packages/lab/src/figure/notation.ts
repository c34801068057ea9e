/** A base with what stands above or below it: the `2` and the `H` of `2^H`. */
export type Script = { readonly base: string; readonly script: string; readonly place: "above" | "below" };

/**
 * A formula in one line, taken apart where something is raised or lowered: `H_α(P)`, `2^H`, or with braces `2^{−3.5 bits}`.
 *
 * @returns Pieces of plain text and scripts, in order.
 */
export function notation(text: string): (string | Script)[] {
  const parts: (string | Script)[] = [];
  let from = 0;
  for (const match of text.matchAll(/([^\s(_^]+)([_^])(?:\{([^}]*)\}|([^\s(_^]+))/g)) {
    const [whole, base = "", mark, braced, bare = ""] = match;
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push({ base, script: braced ?? bare, place: mark === "^" ? "above" : "below" });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
