import { UsageError } from "../usage.ts";

interface TokenOptions {
  targets: string;
  shift: boolean;
  vocabulary: string;
  resume?: string;
}

/** Whether it is said what came, how it reads, or where to go on, which makes sense of rows of logits alone. */
export function asksForTokens(options: TokenOptions): boolean {
  return firstGiven(options) !== undefined;
}

export function refuseTokenOptions(options: TokenOptions, why: string): void {
  const given = firstGiven(options);
  if (given !== undefined) throw new UsageError(`${given}, expected beside logits only: ${why}`);
}

function firstGiven({ targets, shift, vocabulary, resume = "none" }: TokenOptions): string | undefined {
  if (targets !== "none") return `--targets is ${targets}`;
  if (shift) return "--shift is given";
  if (vocabulary !== "none") return `--vocabulary is ${vocabulary}`;
  return resume === "none" ? undefined : `--resume is ${resume}`;
}
