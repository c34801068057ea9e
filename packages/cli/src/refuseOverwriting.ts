import { type BigIntStats, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "./command.ts";
import { UsageError } from "./usage.ts";

/**
 * Lets no option write over a file that is read, or that another option writes.
 *
 * @throws UsageError naming the option.
 */
export function refuseOverwriting(
  { options }: Command,
  operands: readonly string[],
  values: Readonly<Record<string, unknown>>,
): void {
  const files = Object.entries(options).flatMap(([name, { placeholder, initial, writes = false }]) => {
    const path = values[name];
    return placeholder === "FILE" && typeof path === "string" && path !== initial && path !== "-"
      ? [{ name, path, writes }]
      : [];
  });
  const written = files.filter(({ writes }) => writes);
  if (written.length === 0) return;
  const read = files.filter(({ writes }) => !writes).map(({ path }) => path);
  const taken = new Set([...operands.flatMap(pathsIn), ...read].map(identity));
  for (const { name, path } of written) {
    const one = identity(path);
    if (taken.has(one))
      throw new UsageError(`--${name} is ${path}, expected a file that nothing else here reads or writes`);
    taken.add(one);
  }
}

/** Of FILE:ARRAY, both it and FILE. */
function pathsIn(operand: string): string[] {
  const colons = [...operand.matchAll(/:/g)].map(({ index }) => operand.slice(0, index));
  return [operand, ...colons];
}

/** Whatever it is called: links lead to the same file. A device or a pipe can be written as often as one likes. */
function identity(path: string): string | symbol {
  const found = known(path);
  if (!found) return resolve(path);
  return found.isFile() ? `${found.dev}:${found.ino}` : Symbol(path);
}

/** Nothing also of an operand that is no path, such as a long list of numbers. */
function known(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}
