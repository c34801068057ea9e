import type { Kind, Plain, Vector } from "./kinds.ts";

/**
 * Copies numbers that all satisfy a condition; names the first that does not. Refuses vectors of a kind that is not among
 * `kinds`.
 */
export function checkedCopy(
  where: string,
  name: string,
  values: Plain | Vector<Kind>,
  allowed: (value: number) => boolean,
  expected: string,
  ...kinds: Kind[]
): Float64Array {
  if (typeof values !== "object" || values === null || typeof values.length !== "number")
    throw new TypeError(`${where}: ${name} is ${values}, expected an array of numbers`);
  if (values.kind !== undefined && !kinds.includes(values.kind))
    throw new TypeError(
      `${where}: ${name} is ${values.kind}, expected ${["plain numbers", ...kinds].join(" or ")}`,
    );
  if (values.length === 0) throw new RangeError(`${where}: ${name} is empty, expected at least one outcome`);
  if (!(Number.isSafeInteger(values.length) && values.length > 0))
    throw new RangeError(`${where}: ${name} has length ${values.length}, expected a positive integer`);
  const copy = new Float64Array(values.length);
  for (let i = 0; i < copy.length; i++) {
    const value = values[i];
    if (typeof value !== "number")
      throw new TypeError(`${where}: ${name}[${i}] is ${typeof value}, expected a number`);
    if (!allowed(value)) throw new RangeError(`${where}: ${name}[${i}] is ${value}, expected ${expected}`);
    copy[i] = value + 0;
  }
  return copy;
}
