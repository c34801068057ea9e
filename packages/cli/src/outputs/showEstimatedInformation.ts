import { fromUnit } from "@surprisal/core";
import { equation } from "../measured.ts";
import { counted, written } from "../number.ts";
import type { Page } from "../page.ts";
import { table } from "../table.ts";
import { titleText } from "../titleText.ts";
import { wrapped } from "../wrapped.ts";
import { type estimatedInformation, estimators } from "./estimatedInformation.ts";

type Estimated = ReturnType<typeof estimatedInformation>;

const digits = 4;

export function showEstimatedInformation(result: Estimated, page: Page): string[] {
  const { value, low, high, level, unit, columns, kinds, estimator, k, n, permutations, pValue } = result;
  const percent = `${Number((100 * level).toPrecision(6))} %`;
  const how =
    result.method === "delta"
      ? "by the delta method"
      : `from parts of the sample, cut ${result.resamples} times`;
  const isKnown = Number.isFinite(low);
  const rows = [
    [
      "interval",
      isKnown ? `${written(low, digits)} to ${written(high, digits)} ${unit}` : "not known",
      { words: isKnown ? `at ${percent}, ${how}` : "too few rows, or no finite estimate" },
    ],
    ...(pValue === undefined
      ? []
      : [
          [
            "p-value",
            written(pValue, digits),
            { words: `how often chance gives as much, of ${permutations} orders of Y and this one` },
          ],
        ]),
    ["estimator", k === undefined ? estimator : `${estimator}, k = ${k}`, { words: estimators[estimator] }],
    ["X, Y", `${kinds.x}, ${kinds.y}`, { words: `in ${counted(String(n), "rows")}` }],
  ];
  return [
    ...equation(
      { ...result, value: Number(value.toPrecision(digits)) },
      `X = ${titleText(columns.x)}, Y = ${titleText(columns.y)}`,
      page,
    ),
    ...table(rows, page),
    ...remarks(result).flatMap((remark) => wrapped(remark, page.width)),
  ];
}

function remarks({ value, unit, estimator, k, leftOut = 0, n, incomplete, outcomes }: Estimated): string[] {
  const pairs = outcomes.x * outcomes.y;
  return [
    "Rows are taken for independent; the interval has no part for the bias of the estimate.",
    ...(value < 0
      ? ["The truth is never below 0: this is the noise of an estimate of little or nothing."]
      : []),
    ...(incomplete > 0
      ? [`Left out: ${counted(String(incomplete), "rows")}, in which a cell is empty.`]
      : []),
    ...(leftOut > 0 ? [`Left out: ${counted(String(leftOut), "rows")}, whose label no other row has.`] : []),
    ...(k !== undefined && fromUnit(value, unit) > (1 - 1e-9) * mostByNeighbours(estimator, k, n)
      ? [
          `This is the most that ${counted(String(n), "rows")} and k = ${k} can give: it may be any amount more, and is ∞ where one column says the other exactly.`,
        ]
      : []),
    ...(k === undefined && n < pairs
      ? [
          `Fewer rows than pairs of labels, ${outcomes.x} × ${outcomes.y}: no correction makes up for what was not seen.`,
        ]
      : []),
  ];
}

/** In nats: where both strips around each point hold its k neighbours and nothing else, ψ(n) − ψ(k); a rectangle takes off 1/k. */
function mostByNeighbours(estimator: string, k: number, n: number): number {
  if (estimator !== "ksg1" && estimator !== "ksg2") return Infinity;
  let sum = estimator === "ksg2" ? -1 / k : 0;
  for (let i = k; i < n; i++) sum += 1 / i;
  return sum;
}
