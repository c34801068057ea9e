import { excerpt, FormatError } from "./formatError.ts";
import type { Reading } from "./readOperand.ts";
import { type Resolved, shape } from "./resolveOperand.ts";

/** Two distributions over the same outcomes in the same order. */
export interface Aligned {
  /** Absent if neither operand has names. */
  readonly names?: readonly string[];
  readonly p: Resolved;
  readonly q: Resolved;
}

/**
 * Puts two distributions over the same outcomes.
 *
 * - Both named: by name. The outcomes are those of P in their order, then those only Q has; an outcome that one lacks has probability 0 there.
 * - Otherwise by position, and the lengths must be equal; names come from the one that has them.
 *
 * What was asked of each operand is done after that: smoothing reaches the outcomes that the other one brought.
 *
 * @throws FormatError with both lengths, if the operands can be aligned neither by name nor by position.
 * @example
 * const resolved = (text) => resolveOperand(parseOperand(text), open);
 * align(await resolved("a=0.5,b=0.5"), await resolved("c=1")).names // ["a", "b", "c"]
 */
export function align(p: Resolved, q: Resolved): Aligned {
  const [a, b] =
    p.names && q.names ? byName(p.reading, q.reading, p.names, q.names) : byPosition(p.reading, q.reading);
  return { ...(a.names && { names: a.names }), p: shape(a, p.shaping), q: shape(b, q.shaping) };
}

function byPosition(p: Reading, q: Reading): [Reading, Reading] {
  if (p.values.length !== q.values.length)
    throw new FormatError({
      code: "lengths",
      source: q.source,
      problem: `has ${q.values.length} ${q.values.length === 1 ? "value" : "values"}`,
      expected: `${p.values.length}, as ${excerpt(p.source)} has`,
      hint: "values with names (heads=0.9) are aligned by name, whatever their number",
    });
  const names = p.names ?? q.names;
  return names === undefined
    ? [p, q]
    : [
        { ...p, names },
        { ...q, names },
      ];
}

function byName(p: Reading, q: Reading, inP: readonly string[], inQ: readonly string[]): [Reading, Reading] {
  if (inP.length === inQ.length && inP.every((name, i) => name === inQ[i])) return [p, q];
  const place = new Map(inP.map((name, i) => [name, i]));
  const names = [...inP, ...inQ.filter((name) => !place.has(name))];
  for (const [i, name] of names.entries()) place.set(name, i);
  return [over(p, inP), over(q, inQ)];

  function over(reading: Reading, own: readonly string[]): Reading {
    const values = new Float64Array(names.length).fill(
      reading.kind === "logits" ? Number.NEGATIVE_INFINITY : 0,
    );
    for (const [i, name] of own.entries()) values[place.get(name)!] = reading.values[i]!;
    return { ...reading, names, values };
  }
}
