import { inUnit } from "@surprisal/core";
import { fill } from "../../words/fill.ts";
import { type Gradients, names } from "./model.ts";
import type { Setting } from "./readouts.ts";
import { slopesOf } from "./slopes.ts";
import { slopeText } from "./slopeText.ts";

/** What there is to say about where Q stands: what it is blind to, what P rules out, that it is P. */
export function verdictOf({ p, q, by }: Gradients, { words, unit, unitName, language }: Setting): string {
  const { verdict } = words;
  if (names.every((_, i) => p[i] === q[i])) return verdict.same;
  if (names.some((_, i) => q[i]! > 0 && p[i] === 0)) return verdict.endless;
  const blind = names.findIndex((_, i) => p[i]! > 0 && q[i] === 0);
  if (blind < 0) return "";
  const { gradient } = slopesOf(p, q, "logits", "forward");
  const pull = `${slopeText(inUnit(gradient[blind]!, unit), language)} ${unitName}`;
  return fill(by === "logits" ? verdict.blind : verdict.steep, { name: names[blind]!, pull });
}
