import { UsageError } from "../usage.ts";

interface TokenOptions {
  targets: string;
  shift: boolean;
  vocabulary: string;
}

/** Whether it is said what came, or how it reads, which makes sense of rows of logits alone. */
export function asksForTokens({ targets, shift, vocabulary }: TokenOptions): boolean {
  return targets !== "none" || shift || vocabulary !== "none";
}

export function refuseTokenOptions(options: TokenOptions, why: string): void {
  const { targets, shift, vocabulary } = options;
  if (!asksForTokens(options)) return;
  const given =
    targets !== "none"
      ? `--targets is ${targets}`
      : shift
        ? "--shift is given"
        : `--vocabulary is ${vocabulary}`;
  throw new UsageError(`${given}, expected beside logits only: ${why}`);
}
