import {
  type Counts,
  counts,
  epsilonSmoothing,
  laplaceSmoothing,
  logits,
  normalize,
  type Probabilities,
  probabilities,
  softmax,
} from "@surprisal/core";
import { excerpt, FormatError } from "./formatError.ts";
import type { Operand } from "./parseOperand.ts";
import type { ValueKind } from "./parseValues.ts";
import { type Note, type OnProgress, type Open, type Reading, readOperand } from "./readOperand.ts";

/** What the user asked to be done to the numbers. Nothing is done unasked, except that counts become frequencies, which is what counts are for. */
export interface Shaping {
  /** Divide values given as probabilities by their sum. */
  readonly normalize?: boolean;
  /** Laplace: add so many to each count. ε: add so much to each probability, and divide by the sum, 1 + nε. Both over all outcomes, those of the other operand included. */
  readonly smooth?: { readonly laplace: number } | { readonly epsilon: number };
}

export interface ResolveOptions extends Shaping {
  readonly onProgress?: OnProgress;
}

/** A distribution ready to be measured. */
export interface Resolved {
  /** One for each outcome, all different; absent where the operand has none. */
  readonly names?: readonly string[];
  /** The counts before smoothing, where the operand was counted or given as counts. */
  readonly counts?: Counts;
  /** The distribution, normalised and smoothed as asked. */
  readonly probabilities: Probabilities;
  /** The operand as typed. */
  readonly description: string;
  readonly notes: readonly Note[];
  /** What was read, and what was asked: `align` starts again from them, over the outcomes of both operands. */
  readonly reading: Reading;
  readonly shaping: Shaping;
}

/**
 * Reads an operand, and makes the distribution it stands for.
 *
 * @param open Opens the paths the operand names; in Node `open` of `@surprisal/data/node`.
 * @throws FormatError if the input cannot be used. Code "sum": these are no probabilities, and `normalize` would make them so.
 * @throws RangeError if the amount of smoothing is out of its domain.
 * @example
 * const resolved = await resolveOperand(parseOperand("counts:heads=9,tails=1"), open);
 * resolved.probabilities // [0.9, 0.1]
 */
export async function resolveOperand(
  operand: Operand,
  open: Open,
  options: ResolveOptions = {},
): Promise<Resolved> {
  const { onProgress, ...shaping } = options;
  return shape(await readOperand(operand, open, onProgress), shaping);
}

/**
 * The distribution of values that were read, normalised and smoothed as asked.
 *
 * @throws FormatError if the values do not suit their kind, or the smoothing does not suit them.
 * @throws RangeError if the amount of smoothing is out of its domain.
 */
export function shape(reading: Reading, shaping: Shaping): Resolved {
  const { names, source, notes } = reading;
  const counted = reading.kind === "counts" ? checked(reading, () => counts(reading.values)) : undefined;
  return {
    ...(names && { names }),
    ...(counted && { counts: counted }),
    probabilities: smooth(reading, counted, shaping),
    description: source,
    notes,
    reading,
    shaping,
  };
}

function smooth(reading: Reading, counted: Counts | undefined, shaping: Shaping): Probabilities {
  if (shaping.smooth !== undefined && "laplace" in shaping.smooth) {
    if (counted !== undefined) return laplaceSmoothing(counted, shaping.smooth.laplace);
    throw new FormatError({
      code: "smoothing",
      source: reading.source,
      problem: `has ${reading.kind}`,
      expected: "counts, for Laplace smoothing",
      hint: "ε-smoothing suits every kind",
    });
  }
  const p = counted
    ? checked(reading, () => normalize(counted))
    : asProbabilities(reading, shaping.normalize ?? false);
  return shaping.smooth === undefined ? p : epsilonSmoothing(p, shaping.smooth.epsilon);
}

function asProbabilities(reading: Reading, normalized: boolean): Probabilities {
  const { values, source } = reading;
  if (reading.kind === "logits") return checked(reading, () => softmax(logits(values)));
  if (normalized) return checked(reading, () => normalize(values));
  refuseOutside(reading, (value) => value >= 0 && value <= 1, "a probability in [0, 1]");
  try {
    return probabilities(values);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const sum = values.reduce((total, value) => total + value, 0);
    throw new FormatError({
      code: "sum",
      source,
      problem: `the values sum to ${Number(sum.toPrecision(15))}`,
      expected: "1",
      hint: `${otherOutcome(reading)}normalise them, if they are weights`,
      cause,
    });
  }
}

/** One value alone is most likely that of one of two outcomes. */
function otherOutcome({ values, names }: Reading): string {
  const [value] = values as unknown as [number];
  if (values.length > 1 || names !== undefined || !(value > 0 && value < 1)) return "";
  return `a second outcome would have the rest, ${value},${Number((1 - value).toPrecision(12))}; `;
}

const domains: Record<ValueKind, [test: (value: number) => boolean, expected: string]> = {
  probabilities: [
    (value) => value >= 0 && value < Number.POSITIVE_INFINITY,
    "a weight, finite and not negative",
  ],
  counts: [(value) => value >= 0 && value < Number.POSITIVE_INFINITY, "a count, finite and not negative"],
  logits: [(value) => value < Number.POSITIVE_INFINITY, "a logit below +∞"],
};

// The makers of core know no operands: what they refuse is said again in terms of the input.
function checked<T>(reading: Reading, make: () => T): T {
  refuseOutside(reading, ...domains[reading.kind]);
  try {
    return make();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const allZero = reading.values.every((value) => value === 0 || value === Number.NEGATIVE_INFINITY);
    throw new FormatError({
      code: "range",
      source: reading.source,
      problem: allZero ? `all values are ${reading.values[0]}` : cause.message,
      ...(allZero && { expected: "one that is not" }),
      cause,
    });
  }
}

function refuseOutside(
  { values, names, source, kind }: Reading,
  test: (value: number) => boolean,
  expected: string,
): void {
  const index = values.findIndex((value) => !test(value));
  if (index === -1) return;
  const name = names === undefined ? "" : `(${excerpt(names[index]!)}) `;
  const whole = kind === "probabilities" && values.every((value) => Number.isInteger(value) && value >= 0);
  throw new FormatError({
    code: "range",
    source,
    place: { index },
    problem: `${name}is ${values[index]}`,
    expected,
    ...(whole && {
      hint: `if these are counts: counts:…; if the commas are decimal commas, put ";" between the values: 0,5; 0,5`,
    }),
  });
}
