import type { ListedPair } from "@surprisal/core";
import { FormatError, type ListedQuestions } from "@surprisal/data";
import type { Assertion } from "./assertion.ts";
import { type MeasureName, measures } from "./measures.ts";

/**
 * What lists allow to be said of the measures that are asserted of.
 *
 * @param source The file that has to have no more than these outcomes.
 */
export function listedQuestions(
  assert: readonly Assertion<MeasureName>[],
  source: string,
  floor: number,
  outcomes: number | undefined,
): ListedQuestions<MeasureName> | undefined {
  const asked = assert.flatMap(({ measure }) => {
    const { between } = measures[measure];
    if (!between) return [];
    const within = (lists: ListedPair, floor?: number) => {
      try {
        return between(lists, {
          ...(floor !== undefined && { floor }),
          ...(outcomes !== undefined && { outcomes }),
        });
      } catch (cause) {
        throw cause instanceof RangeError ? tooFewOutcomes(source, outcomes, cause) : cause;
      }
    };
    return [[measure, within] as const];
  });
  if (asked.length === 0) return undefined;
  return {
    measures: Object.fromEntries(asked) as ListedQuestions<MeasureName>["measures"],
    ...(floor > 0 && { floor }),
  };
}

function tooFewOutcomes(source: string, outcomes: number | undefined, cause: RangeError): FormatError {
  return new FormatError({
    code: "lengths",
    source,
    problem: `lists at a token what no ${outcomes} outcomes can have`,
    expected: "the vocabulary of the model",
    cause,
  });
}
