import {
  conditionalEntropy,
  counts,
  entropy,
  epsilonSmoothing,
  inUnit,
  type JointTable,
  jointEntropy,
  jointTable,
  laplaceSmoothing,
  marginal,
  mutualInformation,
  normalizedMutualInformation,
  pointwiseMutualInformation,
  type Unit,
  variationOfInformation,
} from "@surprisal/core";
import type { JointCounts } from "@surprisal/data";
import { equation, measured } from "../measured.ts";
import { counted, written } from "../number.ts";
import type { Smoothing } from "../options.ts";
import { leading, outcomeText } from "../outcomes.ts";
import type { Page } from "../page.ts";
import { type Cell, number, numbers, table } from "../table.ts";
import { titleText } from "../titleText.ts";
import { wrapped } from "../wrapped.ts";

const divisors = ["joint", "min", "max", "arithmetic", "geometric"] as const;

interface Shown {
  readonly unit: Unit;
  readonly smooth: Smoothing | "none";
  readonly top: number;
}

/** What a table of counts holds, taken as it is. */
export function countedInformation(joint: JointCounts, { unit, smooth, top }: Shown) {
  const t = smoothed(joint, smooth);
  const [x, y] = [marginal(t, [0]).p, marginal(t, [1]).p];
  const n = joint.counts.reduce((sum, count) => sum + count, 0);
  const pointwise = pointwiseMutualInformation(t);
  const terms = Float64Array.from(pointwise, (pmi, i) => (t.p[i] === 0 ? 0 : t.p[i]! * pmi));
  return {
    ...measured("mutualInformation", "I(X;Y)", mutualInformation(t), unit),
    columns: { x: joint.columns[0], y: joint.columns[1] },
    n,
    incomplete: incomplete(joint),
    outcomes: { x: x.length, y: y.length },
    ...(n >= x.length * y.length && {
      bias: inUnit(((x.length - 1) * (y.length - 1)) / (2 * n), unit),
    }),
    measures: [
      measured("entropy", "H(X)", entropy(x), unit),
      measured("entropy", "H(Y)", entropy(y), unit),
      measured("jointEntropy", "H(X,Y)", jointEntropy(t), unit),
      measured("conditionalEntropy", "H(X|Y)", conditionalEntropy(t, [0], [1]), unit),
      measured("conditionalEntropy", "H(Y|X)", conditionalEntropy(t, [1], [0]), unit),
      measured("variationOfInformation", "VI(X,Y)", variationOfInformation(t), unit),
    ],
    normalized: Object.fromEntries(divisors.map((by) => [by, normalizedMutualInformation(t, by)])),
    pairs: leading(terms, top).map((i) => ({
      x: joint.names[0][Math.floor(i / y.length)]!,
      y: joint.names[1][i % y.length]!,
      count: joint.counts[i]!,
      p: t.p[i]!,
      pointwise: inUnit(pointwise[i]!, unit),
      term: inUnit(terms[i]!, unit),
    })),
  };
}

export function showCountedInformation(result: ReturnType<typeof countedInformation>, page: Page): string[] {
  const { columns, n, incomplete, outcomes, bias, unit, measures, normalized, pairs } = result;
  const values = numbers([...measures.map(({ value }) => value), ...divisors.map((by) => normalized[by]!)]);
  const rows: Cell[][] = [
    ...measures.map(({ symbol }, i) => [symbol, values[i]!, unit, { words: meanings[symbol]! }]),
    ...divisors.map((by, i) => [`NMI ${by}`, values[measures.length + i]!, "", { words: meanings[by]! }]),
  ];
  const columnOf = (of: (pair: (typeof pairs)[number]) => number) => numbers(pairs.map(of), 4);
  const terms = pairs.map(({ term }) => term);
  const [pointwise, contributions] = [columnOf(({ pointwise }) => pointwise), columnOf(({ term }) => term)];
  const cells = pairs.map(({ x, y, count }, i): Cell[] => [
    { name: outcomeText(x) },
    { name: outcomeText(y) },
    number(String(count)),
    pointwise[i]!,
    contributions[i]!,
  ]);
  const howBiased =
    bias === undefined
      ? "biased upward, by more than so few rows can tell"
      : `biased upward by about ${counted(written(bias, 2), unit)}`;
  const hidden = outcomes.x * outcomes.y - pairs.length;
  return [
    ...equation(result, `X = ${titleText(columns.x)}, Y = ${titleText(columns.y)}`, page),
    ...wrapped(
      `From ${counted(String(n), "rows")}, ${outcomes.x} × ${outcomes.y} values: ${howBiased}`,
      page.width,
    ),
    ...table(rows, page),
    "",
    ...table([["X", "Y", "count", "pointwise", "contributes"].map((title) => ({ title })), ...cells], page, {
      terms,
    }),
    ...(hidden > 0 ? [`  … and ${hidden} more ${hidden === 1 ? "pair" : "pairs"}`] : []),
    ...(incomplete > 0
      ? wrapped(
          `Note: ${incomplete} of ${counted(String(n), "rows")} have an empty cell, counted as a value`,
          page.width,
        )
      : []),
  ];
}

const meanings: Readonly<Record<string, string>> = {
  "H(X)": "X alone",
  "H(Y)": "Y alone",
  "H(X,Y)": "both together",
  "H(X|Y)": "left of X once Y is known",
  "H(Y|X)": "left of Y once X is known",
  "VI(X,Y)": "what they do not share",
  joint: "I(X;Y) as a share of H(X,Y)",
  min: "of the smaller of H(X) and H(Y)",
  max: "of the larger",
  arithmetic: "of their mean",
  geometric: "of their geometric mean",
};

/** How many rows have an empty cell. */
function incomplete({ names, counts }: JointCounts): number {
  const [x, y] = names.map((values) => values.indexOf("")) as [number, number];
  const across = names[1].length;
  const isEmpty = (i: number) => Math.floor(i / across) === x || i % across === y;
  return counts.reduce((sum, count, i) => (isEmpty(i) ? sum + count : sum), 0);
}

function smoothed({ counts: raw, table }: JointCounts, smooth: Smoothing | "none"): JointTable {
  if (smooth === "none") return table;
  const p =
    "laplace" in smooth
      ? laplaceSmoothing(counts(raw), smooth.laplace)
      : epsilonSmoothing(table.p, smooth.epsilon);
  return jointTable(p, table.shape);
}
