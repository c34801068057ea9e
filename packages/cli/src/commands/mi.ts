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
  variationOfInformation,
} from "@surprisal/core";
import { columnsJointCounts, type JointCounts, parseColumns } from "@surprisal/data";
import { defineCommand } from "../command.ts";
import { equation, measured } from "../measured.ts";
import { counted, written } from "../number.ts";
import { json, type Smoothing, smooth, top, unit } from "../options.ts";
import { leading, outcomeText } from "../outcomes.ts";
import { openWatched } from "../progress.ts";
import { type Cell, number, numbers, table } from "../table.ts";
import { wrapped } from "../wrapped.ts";

const divisors = ["joint", "min", "max", "arithmetic", "geometric"] as const;

export default defineCommand({
  name: "mi",
  summary: "Mutual information of two columns, and the pairs that carry it",
  operands: [{ name: "FILE.csv:X,Y", help: "a table and two of its columns, by title or as #1" }],
  options: { unit, smooth, top, json },
  notes: [
    "The counts are taken as they are (the plug-in estimate), which is biased upward: even columns that have nothing in common give about (r−1)(c−1)/2n nats, for r and c different values in n rows.",
  ],
  examples: [
    {
      line: "surprisal mi trips.csv:weather,mode",
      files: {
        "trips.csv":
          "weather,mode\nsun,walk\nsun,walk\nsun,walk\nsun,bus\nrain,bus\nrain,bus\nrain,walk\nrain,bus\n",
      },
      output: `I(X;Y) = 0.1887218755 bits   X = weather, Y = mode
From 8 rows, 2 × 2 values: biased upward by about 0.09 bits
  H(X)            1.0000000000  bits  X alone
  H(Y)            1.0000000000  bits  Y alone
  H(X,Y)          1.8112781245  bits  both together
  H(X|Y)          0.8112781245  bits  left of X once Y is known
  H(Y|X)          0.8112781245  bits  left of Y once X is known
  VI(X,Y)         1.6225562489  bits  what they do not share
  NMI joint       0.1041926543        I(X;Y) as a share of H(X,Y)
  NMI min         0.1887218755        of the smaller of H(X) and H(Y)
  NMI max         0.1887218755        of the larger
  NMI arithmetic  0.1887218755        of their mean
  NMI geometric   0.1887218755        of their geometric mean

  X     Y     count  pointwise  contributes
  sun   walk      3      0.585       0.2194
  sun   bus       1     -1.000      -0.1250
  rain  walk      1     -1.000      -0.1250
  rain  bus       3      0.585       0.2194`,
    },
  ],
  async run([text], { unit, smooth, top }) {
    const { path, columns } = parseColumns(text!);
    const joint = await columnsJointCounts(await openWatched(path), path, ...columns);
    const t = smoothed(joint, smooth);
    const [x, y] = [marginal(t, [0]).p, marginal(t, [1]).p];
    const n = joint.counts.reduce((sum, count) => sum + count, 0);
    const pointwise = pointwiseMutualInformation(t);
    const terms = Float64Array.from(pointwise, (pmi, i) => (t.p[i] === 0 ? 0 : t.p[i]! * pmi));
    return {
      ...measured("mutualInformation", "I(X;Y)", mutualInformation(t), unit),
      columns: { x: joint.columns[0], y: joint.columns[1] },
      n,
      outcomes: { x: x.length, y: y.length },
      bias: inUnit(((x.length - 1) * (y.length - 1)) / (2 * n), unit),
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
  },
  show(result, page) {
    const { columns, n, outcomes, bias, unit, measures, normalized, pairs } = result;
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
    const hidden = outcomes.x * outcomes.y - pairs.length;
    return [
      ...equation(result, `X = ${titleText(columns.x)}, Y = ${titleText(columns.y)}`, page),
      ...wrapped(
        `From ${counted(String(n), "rows")}, ${outcomes.x} × ${outcomes.y} values: biased upward by about ${counted(written(bias, 2), unit)}`,
        page.width,
      ),
      ...table(rows, page),
      "",
      ...table(
        [["X", "Y", "count", "pointwise", "contributes"].map((title) => ({ title })), ...cells],
        page,
        { terms },
      ),
      ...(hidden > 0 ? [`  … and ${hidden} more ${hidden === 1 ? "pair" : "pairs"}`] : []),
    ];
  },
});

/** A title as one would have to write it in the operand. */
function titleText(title: string): string {
  return title.includes(",") ? `"${title.replaceAll('"', '""')}"` : outcomeText(title);
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

function smoothed({ counts: raw, table }: JointCounts, smooth: Smoothing | "none"): JointTable {
  if (smooth === "none") return table;
  const p =
    "laplace" in smooth
      ? laplaceSmoothing(counts(raw), smooth.laplace)
      : epsilonSmoothing(table.p, smooth.epsilon);
  return jointTable(p, table.shape);
}
