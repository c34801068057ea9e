import { visible } from "@surprisal/data";
import truncatedWidth from "fast-string-truncated-width";

/** A text, its control characters escaped, in lines of at most `width` columns, broken at single spaces; lines after the first begin with `indent`. A longer word stands alone. */
export function wrapped(raw: string, width: number, indent = ""): string[] {
  const text = visible(raw);
  if (truncatedWidth(text).width <= width) return [text];
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(word);
    else if (truncatedWidth(`${line} ${word}`).width <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(indent + word);
  }
  return lines;
}
