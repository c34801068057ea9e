import { continuous } from "./measures/continuous.ts";
import { family } from "./measures/family.ts";
import type { Group } from "./measures/group.ts";
import { joint } from "./measures/joint.ts";
import { one } from "./measures/one.ts";
import { two } from "./measures/two.ts";

/** Every measure of the cheat sheet, with its value for the example of its group. */
export const groups: readonly Group[] = [one, two, family, joint, continuous];

export const entries = groups.flatMap((group) => group.entries);
