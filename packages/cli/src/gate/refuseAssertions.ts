import { inUnit, type Unit } from "@surprisal/core";
import { outputOptions, unit as unitOption } from "../options.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { UsageError } from "../usage.ts";
import type { Assertion } from "./assertion.ts";
import type { Asserted } from "./measures.ts";

/**
 * The assertions, if all of them make sense of what was read.
 *
 * @param known What can be asserted of it.
 * @param of What it is, in words.
 * @throws UsageError if one is of something else, needs a candidate and there is none, or has a bound that every model keeps or breaks; or if an option has no effect on them.
 */
export function refuseAssertions<Name extends string>(
  assert: readonly Assertion[],
  known: Readonly<Record<Name, Asserted>>,
  of: string,
  values: { unit: Unit; level: number; candidate: string | undefined },
): Assertion<Name>[] {
  const names = Object.keys(known) as Name[];
  const valid = assert.map((assertion): Assertion<Name> => {
    const measure = names.find((name) => name === assertion.measure);
    if (measure === undefined)
      throw new UsageError(
        `--assert is ${assertion.text}: ${assertion.measure} is not known of ${of}, expected one of ${names.join(", ")}`,
      );
    if (known[measure].pair && values.candidate === undefined)
      throw new UsageError(
        `--assert is ${assertion.text}: ${measure} compares two models, expected a CANDIDATE`,
      );
    refuseBeyondRange(assertion, known[measure], values.unit);
    return { ...assertion, measure };
  });
  refuseUnusedOptions(valid, known, values);
  return valid;
}

/** Such a bound would be kept, or broken, by every model: a forgotten % mostly, or another unit. */
function refuseBeyondRange(
  { text, measure, bound, unit: own }: Assertion,
  { kind, range }: Asserted,
  unit: Unit,
): void {
  const isInformation = kind === "information";
  const [least, most] = range.map((nats) => (isInformation ? inUnit(nats, own ?? unit) : nats));
  if (bound >= least! && bound <= most!) return;
  const end = most === Infinity ? `at least ${least}` : `from ${least} to ${most}`;
  const isPercent = /share$/.test(kind) && Math.abs(bound) <= 100 && bound / 100 >= least!;
  throw new UsageError(
    `--assert is ${text}: ${measure} is ${end}${isInformation ? ` ${own ?? unit}` : ""} whatever the models, expected a bound in there${isPercent ? `, such as ${bound}%` : ""}`,
  );
}

/** Where every assertion has its own, or needs none. */
function refuseUnusedOptions<Name extends string>(
  assert: readonly Assertion<Name>[],
  known: Readonly<Record<Name, Asserted>>,
  values: { unit: Unit; level: number },
): void {
  const needsUnit = assert.some(({ measure, unit }) => known[measure].kind === "information" && !unit);
  if (!needsUnit)
    refuseUnused({ unit: unitOption }, values, "with an assertion of information without a unit of its own");
  const isExact = ({ statistic }: Assertion<Name>) => /^(max|min)imum$/.test(statistic.kind);
  const needsLevel = assert.some((one) => one.level === undefined && !isExact(one));
  if (!needsLevel)
    refuseUnused(
      { level: outputOptions.level },
      values,
      "with an assertion that has an interval and no @ of its own",
    );
}
