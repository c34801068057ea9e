import type { JointTable } from "./jointTable.ts";
import { expectKind } from "./kinds.ts";

/** The door of whatever takes a joint table and groups of its axes: refuses, by name, what is no axis or is named twice. */
export function expectAxes(where: string, t: JointTable, groups: Record<string, readonly number[]>): void {
  if (typeof t !== "object" || t === null || !Array.isArray(t.shape))
    throw new TypeError(
      `${where}: t is ${Array.isArray(t) ? "a plain array" : typeof t}, expected jointTable(…)`,
    );
  expectKind(where, "t.p", t.p, "probabilities");
  const cells = t.shape.reduce((product, length) => product * length, 1);
  if (t.p.length !== cells)
    throw new RangeError(`${where}: t has ${t.p.length} cells, expected ${t.shape.join("×")} = ${cells}`);
  const owner = new Map<number, string>();
  for (const [name, axes] of Object.entries(groups)) {
    if (!Array.isArray(axes)) throw new TypeError(`${where}: ${name} is ${axes}, expected an array of axes`);
    axes.forEach((axis, i) => {
      const expected = `an axis in 0…${t.shape.length - 1}`;
      if (!(Number.isInteger(axis) && axis >= 0 && axis < t.shape.length))
        throw new RangeError(`${where}: ${name}[${i}] is ${axis}, expected ${expected}`);
      if (owner.has(axis))
        throw new RangeError(
          `${where}: ${name}[${i}] is ${axis}, expected ${expected} not already in ${owner.get(axis)}`,
        );
      owner.set(axis, name);
    });
  }
}

/** The two groups of axes of a measure of A and B: A is the first axis unless given, B every axis that is not in A. */
export function expectTwoGroups(
  where: string,
  t: JointTable,
  a: readonly number[] = [0],
  b?: readonly number[],
): [a: readonly number[], b: readonly number[]] {
  expectAxes(where, t, { a });
  const others = b ?? [...t.shape.keys()].filter((axis) => !a.includes(axis));
  expectAxes(where, t, { a, b: others });
  return [a, others];
}
