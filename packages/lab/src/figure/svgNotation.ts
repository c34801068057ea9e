import { notation } from "./notation.ts";
import { element, escapeText } from "./svgText.ts";

/** A formula in one line as the content of an SVG text, with powers raised and indices lowered. */
export function svgNotation(text: string): string {
  return notation(text)
    .map((part) => {
      if (typeof part === "string") return escapeText(part);
      const [dy, back] = part.place === "above" ? ["-0.4em", "0.3em"] : ["0.25em", "-0.19em"];
      const script = element("tspan", { dy, "font-size": "0.75em" }, escapeText(part.script));
      // A zero-width space carries the way back to the line.
      return `${escapeText(part.base)}${script}${element("tspan", { dy: back }, "\u200b")}`;
    })
    .join("");
}
