import { fill } from "../../words/fill.ts";
import { isAligned, type Joint, type Measures } from "./model.ts";
import type { JointWords } from "./words/en.ts";

/** What there is to say where the information ends: at nothing, and at all that there is to know. */
export function verdictOf(
  joint: Joint,
  { entropyX, entropyY, leftOfY }: Measures,
  words: JointWords,
): string {
  if (entropyY === 0 || entropyX === 0) return words.verdicts.certain;
  if (isAligned(joint)) return words.verdicts.aligned;
  if (leftOfY === 0) return words.verdicts.determined;
  const never = joint.given.flatMap((column, i) =>
    joint.px[i]! > 0 ? [...column].flatMap((p, j) => (p === 0 ? [`${joint.x[i]}, ${joint.y[j]}`] : [])) : [],
  );
  return never.length > 0 ? fill(words.verdicts.never, { pair: never[0]! }) : "";
}
