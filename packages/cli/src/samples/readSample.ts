import type { Counts } from "@surprisal/core";
import { align, type Operand, parseOperand, type Resolved, resolveOperand } from "@surprisal/data";
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
  const operand = parseOperand(text);
  return sampleOf(operand, await resolved(operand));
}

export async function readSamples(first: string, second: string): Promise<SamplePair> {
  const [one, other] = [parseOperand(first), parseOperand(second)];
  const { p, q, names } = align(await resolved(one), await resolved(other));
  return { p: sampleOf(one, p), q: sampleOf(other, q), label: (index) => names?.[index] ?? index };
}

function resolved(operand: Operand): Promise<Resolved> {
  if ("kind" in operand && operand.kind !== "counts")
    throw new UsageError(
      `${operand.text} is no sample, expected counts:…, bytes:FILE, chars:FILE, words:FILE or FILE.csv:COLUMN`,
    );
  return resolveOperand(operand, openWatched);
}

function sampleOf({ form }: Operand, found: Resolved): Sample {
  return {
    counts: found.counts!,
    ...(form === "bytes" && { alphabet: found.counts!.length }),
    source: sourceOf(found),
  };
}
