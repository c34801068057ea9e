import type { Nats } from "@surprisal/core";
import { type Reader, standardError } from "./model.ts";

/** One standard error below and above the expectation, after each number of draws; nothing where the expectation is infinite. */
export function funnelOf(reader: Reader, most: number): { low: Nats; high: Nats }[] {
  if (reader.expected === Infinity) return [];
  return Array.from({ length: most }, (_, draw) => {
    const error = standardError(reader, draw + 1);
    return { low: Math.max(0, reader.expected - error), high: reader.expected + error };
  });
}
