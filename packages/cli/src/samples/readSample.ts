import type { Counts } from "@surprisal/core";
import {
  align,
  FormatError,
  type Operand,
  parseOperand,
  type Resolved,
  resolveOperand,
} from "@surprisal/data";
import { openWatched } from "../progress.ts";
import { type Outcome, type Source, sourceOf } from "../reading.ts";
import { UsageError } from "../usage.ts";

/** Draws that were counted. */
export interface Sample {
  counts: Counts;
  /** How many outcomes there are, where the operand says it: bytes are 256. */
  alphabet?: number;
  source: Source;
}

/** Two samples over the same outcomes. */
export interface SamplePair {
  p: Sample;
  q: Sample;
  label(index: number): Outcome;
}

export async function readSample(text: string): Promise<Sample> {
  const operand = counted(parseOperand(text));
  return sampleOf(operand, await resolved(operand));
}

export async function readSamples(first: string, second: string): Promise<SamplePair> {
  const operands = [counted(parseOperand(first)), counted(parseOperand(second))] as const;
  const [one, other] = operands;
  const { p, q, names } = align(await resolved(one), await resolved(other));
  return { p: sampleOf(one, p), q: sampleOf(other, q), label: (index) => names?.[index] ?? index };
}

/** Numbers that are marked as nothing else are counts here. */
function counted(operand: Operand): Operand {
  if (!("kind" in operand)) return operand;
  if (operand.kind === "logits")
    throw new UsageError(`${operand.text} are logits, expected a sample: counts, a text or a column`);
  return { ...operand, kind: "counts" };
}

/** Draws come whole, which counts of another kind need not. */
async function resolved(operand: Operand): Promise<Resolved> {
  const found = await resolveOperand(operand, openWatched);
  const counts = Array.from(found.counts!);
  const refused = { code: "range", source: found.description } as const;
  const index = counts.findIndex((count) => !Number.isInteger(count));
  if (index !== -1)
    throw new FormatError({
      ...refused,
      place: { index },
      problem: `is ${counts[index]}`,
      expected: "a whole number of draws",
    });
  const draws = counts.reduce((sum, count) => sum + count, 0);
  if (!Number.isSafeInteger(draws))
    throw new FormatError({ ...refused, problem: `has ${draws} draws`, expected: "at most 2⁵³ − 1" });
  return found;
}

function sampleOf({ form }: Operand, found: Resolved): Sample {
  return {
    counts: found.counts!,
    ...(form === "bytes" && { alphabet: found.counts!.length }),
    source: sourceOf(found),
  };
}
