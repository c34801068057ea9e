import { outcomeText } from "./outcomes.ts";

/** A title as one would have to write it in the operand. */
export function titleText(title: string): string {
  return title.includes(",") ? `"${title.replaceAll('"', '""')}"` : outcomeText(title);
}
