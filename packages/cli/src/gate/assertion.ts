import type { Unit } from "@surprisal/core";
import { highestLevel } from "../options.ts";
import { UsageError } from "../usage.ts";
import { type Asserted, type MeasureName, measures } from "./measures.ts";
import { type WholeMeasureName, wholeMeasures } from "./wholeMeasures.ts";

export type Operator = "<" | "<=" | ">" | ">=";

/** What of the tokens' values is meant. */
export type Statistic =
  | { kind: "mean" }
  | { kind: "quantile"; share: number }
  | { kind: "maximum" }
  | { kind: "minimum" };

/** Of tokens, or of samples. */
export type AnyMeasureName = MeasureName | WholeMeasureName;

/** `kl.p99 < 0.02 nats @ 95%` */
export interface Assertion<Name extends string = AnyMeasureName> {
  /** As typed. */
  text: string;
  measure: Name;
  statistic: Statistic;
  operator: Operator;
  /** Of information, in the unit. */
  bound: number;
  /** As typed; what `--unit` says unless given. */
  unit?: Unit;
  /** As typed; what `--level` says unless given. */
  level?: number;
}

const shape =
  /^\s*(?<name>[a-z][a-z-]*)(?:\.(?<part>[a-z]+\d*(?:\.\d+)?))?\s*(?<operator><=|>=|≤|≥|<|>)\s*(?<bound>[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(?<unit>bits?|nats?|bans?|%)?\s*(?:@\s*(?<level>\d+\.?\d*|\.\d+)\s*(?<percent>%)?)?\s*$/i;

export const assertionShape = "NAME<NUMBER, such as 'kl<0.02@95%'";

/**
 * An assertion, as typed.
 *
 * @throws UsageError naming what of it is none.
 */
export function parseAssertion(text: string): Assertion {
  const parts = shape.exec(text)?.groups;
  if (!parts) throw new UsageError(`--assert is ${text}, expected ${assertionShape}`);
  const refuse = (what: string, expected: string, typed = "", valid: readonly string[] = []): never => {
    throw new UsageError(`--assert is ${text}: ${what}, expected ${expected}`, typed, valid);
  };
  const name = parts.name!.toLowerCase();
  const known: Readonly<Record<string, Asserted>> = { ...measures, ...wholeMeasures };
  const names = Object.keys(known);
  const about = known[name] ?? refuse(`${name} is no measure`, `one of ${names.join(", ")}`, name, names);
  const measure = name as AnyMeasureName;
  const { kind } = about;
  const bound = Number(parts.bound);
  const unit = unitOf(parts.unit);
  if (unit && kind !== "information") refuse(`${name} has no unit`, `a bound without ${parts.unit}`);
  if (parts.unit === "%" && !/share$/.test(kind)) refuse(`${name} is no share`, "a bound without %");
  const level = parts.level && Number(parts.percent ? `${parts.level}e-2` : parts.level);
  if (level !== undefined && !(Number(level) > 0 && Number(level) <= highestLevel))
    refuse(
      `its confidence is ${parts.level}${parts.percent ?? ""}`,
      `a share of 1, such as 95% or 0.95, and at most ${highestLevel}`,
    );
  return {
    text: text.trim(),
    measure,
    statistic: statisticOf(parts.part?.toLowerCase(), about, (what, expected) => refuse(what, expected)),
    operator: operators[parts.operator!] ?? (parts.operator as Operator),
    bound: parts.unit === "%" ? bound / 100 : bound,
    ...(unit && { unit }),
    ...(level !== undefined && { level: Number(level) }),
  };
}

const operators: Partial<Record<string, Operator>> = { "≤": "<=", "≥": ">=" };

function unitOf(text: string | undefined): Unit | undefined {
  return text === undefined || text === "%"
    ? undefined
    : (`${text.toLowerCase().replace(/s$/, "")}s` as Unit);
}

function statisticOf(
  part: string | undefined,
  { kind, isOfAll }: Asserted,
  refuse: (what: string, expected: string) => never,
): Statistic {
  if (part === undefined || part === "mean") return { kind: "mean" };
  if (isOfAll || /share$|exponential/.test(kind)) refuse(`.${part} is of single tokens`, "the mean alone");
  if (part === "max") return { kind: "maximum" };
  if (part === "min") return { kind: "minimum" };
  if (part === "median") return { kind: "quantile", share: 0.5 };
  const share = Number(/^p(\d+(?:\.\d+)?)$/.exec(part)?.[1]) / 100;
  return share > 0 && share < 1
    ? { kind: "quantile", share }
    : refuse(`.${part} is no statistic`, ".mean, .median, .max, .min, or a quantile such as .p99");
}
