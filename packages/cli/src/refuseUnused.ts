import { UsageError } from "./usage.ts";

type Unused = Readonly<Record<string, { initial: unknown }>>;

/** The first of these options that has another value than without it. */
export function givenAmong(options: Unused, values: object): string | undefined {
  const typed = new Map<string, unknown>(Object.entries(values));
  return Object.keys(options).find((name) => typed.has(name) && typed.get(name) !== options[name]!.initial);
}

/**
 * Refuses an option that would change nothing.
 *
 * @param unused The options that have no effect here.
 * @param expected Where they have one.
 */
export function refuseUnused(unused: Unused, values: object, expected: string): void {
  const given = givenAmong(unused, values);
  if (given !== undefined) throw new UsageError(`--${given} is given, expected ${expected}`);
}
