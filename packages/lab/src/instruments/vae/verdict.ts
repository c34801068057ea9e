import { gaussianKl, normal } from "@surprisal/core";
import type { Moment } from "./run.ts";
import type { VaeWords } from "./words/en.ts";

/** What each number of the codes says, on average, in nats. */
export function saidBy(codes: Moment["codes"]): [number, number] {
  const mean = (k: number) =>
    codes.reduce((sum, code) => sum + gaussianKl(normal(code[k]!, code[k + 2]!), normal(0, 1)), 0) /
    codes.length;
  return [mean(0), mean(1)];
}

/** What there is to say of how many numbers are in use. */
export function verdictOf({ codes }: Moment, { verdict }: VaeWords): string {
  const used = saidBy(codes).filter((nats) => nats > 0.1).length;
  return [verdict.collapsed, verdict.one, verdict.both][used]!;
}
