import type { QuirkCode } from "./quirks.ts";
import type { ScoredSequence } from "./scoredSequence.ts";

/** Something peculiar about the scores of a file, how many of them, and the first. */
export interface QuirkTotal {
  code: QuirkCode;
  count: number;
  decimals?: number;
  first: { line: number; sequence: string; index: number };
}

/** Adds what is peculiar about a sequence to what is known of those before it. */
export function addQuirks(totals: Map<QuirkCode, QuirkTotal>, { line, name, quirks }: ScoredSequence): void {
  for (const { code, count, first, decimals } of quirks) {
    const known = totals.get(code) ?? { code, count: 0, first: { line, sequence: name, index: first } };
    known.count += count;
    if (decimals !== undefined) known.decimals = Math.max(decimals, known.decimals ?? 0);
    totals.set(code, known);
  }
}
