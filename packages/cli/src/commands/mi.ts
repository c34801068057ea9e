import { columnPair, columnsJointCounts, parseColumns } from "@surprisal/data";
import { defineCommand } from "../command.ts";
import { json, level, seed, smooth, top, unit } from "../options.ts";
import { countedInformation, showCountedInformation } from "../outputs/countedInformation.ts";
import {
  as,
  estimatedInformation,
  estimator,
  estimators,
  k,
  permutations,
} from "../outputs/estimatedInformation.ts";
import { showEstimatedInformation } from "../outputs/showEstimatedInformation.ts";
import { openWatched, rowsWatched } from "../progress.ts";
import { refuseUnused } from "../refuseUnused.ts";

const forCounts = { smooth, top };
const forEstimates = { as, k, permutations, seed, level };

const trips =
  "weather,mode\nsun,walk\nsun,walk\nsun,walk\nsun,bus\nrain,bus\nrain,bus\nrain,walk\nrain,bus\n";

export default defineCommand({
  name: "mi",
  summary: "Mutual information of two columns, and the pairs that carry it",
  operands: [{ name: "FILE.csv:X,Y", help: "a table and two of its columns, by title or as #1" }],
  options: { unit, estimator, ...forEstimates, ...forCounts, json },
  notes: [
    "Without --estimator the counts of pairs are taken as they are (the plug-in estimate), which is biased upward: even columns that have nothing in common give about (r−1)(c−1)/2n nats, for r and c different values in n rows.",
    {
      title: "With it rows are a sample. HOW is auto, by what the columns are, or",
      rows: Object.entries(estimators),
    },
    "A column is labels where a cell is no number or at most 20 values differ, repeating where more than a tenth of the rows have a number met before, and numbers else; --as says otherwise.",
    "Before neighbours are looked for, each column of numbers is divided by its standard deviation, so that its unit does not matter; any two labels that differ are one apart.",
    "An empty cell is a value like any other where pairs are counted as they are; with --estimator its row is left out. Either way the answer says how many there were.",
  ],
  examples: [
    {
      line: "surprisal mi trips.csv:weather,mode",
      files: { "trips.csv": trips },
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
    {
      line: "surprisal mi trips.csv:weather,mode --estimator auto",
      files: { "trips.csv": trips },
      output: `I(X;Y) = 0.09855 bits   X = weather, Y = mode
  interval   -0.4387 to 0.6358 bits  at 95 %, by the delta method
  p-value    0.44                    how often chance gives as much, of 199 orders of Y and this one
  estimator  miller-madow            labels and labels, bias taken off to first order
  X, Y       labels, labels          in 8 rows
Rows are taken for independent; the interval has no part for the bias of the estimate.`,
    },
  ],
  async run([text], values) {
    const { path, columns } = parseColumns(text!);
    const { estimator } = values;
    if (estimator === "none") refuseUnused(forEstimates, values, "--estimator beside it");
    else refuseUnused(forCounts, values, `no --estimator ${estimator} beside it`);
    const source = await openWatched(path);
    if (estimator === "none")
      return countedInformation(await columnsJointCounts(source, path, ...columns), values);
    const pair = await columnPair(source, path, ...columns);
    const { end, ...watched } = rowsWatched(path, 0, "measurements");
    try {
      return estimatedInformation(pair, path, { ...values, ...watched, estimator });
    } finally {
      end();
    }
  },
  show: (result, page) =>
    "pairs" in result ? showCountedInformation(result, page) : showEstimatedInformation(result, page),
});
