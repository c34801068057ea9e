import {
  createRng,
  estimateMutualInformation,
  type InformationEstimator,
  type Labels,
  type Sample,
  type Unit,
} from "@surprisal/core";
import { type ColumnPair, estimateInUnit, FormatError } from "@surprisal/data";
import type { Option } from "../command.ts";
import { counted, parseNumber } from "../number.ts";
import { UsageError } from "../usage.ts";

/** What a column may be taken for. Numbers that repeat are both at once: a rainfall that is often 0. */
type ColumnKind = "labels" | "numbers" | "repeating";
type Kinds = readonly [ColumnKind, ColumnKind];

/** As typed, and what it does. */
export const estimators = {
  ksg1: "numbers and numbers, by neighbours in squares",
  ksg2: "numbers and numbers, by neighbours in rectangles",
  labelled: "numbers and labels, by neighbours of the same label",
  mixed: "anything, by neighbours, and counting what coincides",
  "plug-in": "labels and labels, the counts as they are",
  "miller-madow": "labels and labels, bias taken off to first order",
  jackknife: "labels and labels, by leaving out each row in turn",
  "james-stein": "labels and labels, moved toward equal counts",
  grassberger: "labels and labels, where counts are small",
  "chao-shen": "labels and labels, where some were not met yet",
  "chao-wang-jost": "labels and labels, by what was met once and twice",
  nsb: "labels and labels, by a prior over all entropies",
} as const;

type EstimatorName = keyof typeof estimators;
type Choice = EstimatorName | "auto";
const choices: readonly Choice[] = ["auto", ...(Object.keys(estimators) as EstimatorName[])];

export const estimator: Option<Choice | "none"> = {
  placeholder: "HOW",
  help: "take the rows for a sample, and estimate (see below)",
  initial: "none",
  choices,
  parse: (text) => choices.find((known) => known === text),
};

export const as: Option<Kinds | "auto"> = {
  placeholder: "X,Y",
  help: "what the columns are: numbers, labels or repeating",
  initial: "auto",
  expected: "two of numbers, labels, repeating, such as numbers,labels",
  parse(text) {
    const kinds = text.split(",");
    const known: readonly string[] = ["labels", "numbers", "repeating"];
    return kinds.length === 2 && kinds.every((kind) => known.includes(kind))
      ? (kinds as unknown as Kinds)
      : undefined;
  },
};

export const k: Option<number> = {
  placeholder: "K",
  help: "which neighbour (default 3)",
  initial: 3,
  expected: "a whole number from 1",
  parse: (text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined),
};

export const permutations: Option<number> = {
  placeholder: "N",
  help: "how often Y is shuffled for the p-value (default 199)",
  initial: 199,
  expected: "a whole number from 0",
  parse: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined),
};

interface Request {
  readonly unit: Unit;
  readonly estimator: Choice;
  readonly as: Kinds | "auto";
  readonly k: number;
  readonly permutations: number;
  readonly seed: number;
  readonly level: number;
  readonly onProgress?: (done: number, all: number) => void;
}

/** Mutual information of two columns whose rows are a sample. */
export function estimatedInformation(pair: ColumnPair, path: string, request: Request) {
  const { unit, k, permutations, seed, level, onProgress } = request;
  const found = request.as === "auto" ? ([kindOf(pair, 0), kindOf(pair, 1)] as const) : request.as;
  const name = request.estimator === "auto" ? suited(found) : request.estimator;
  const byNeighbours = ["ksg1", "ksg2", "labelled", "mixed"].includes(name);
  const kinds = byNeighbours ? found : (["labels", "labels"] as const);
  const [x, y] = columnsFor(name, pair, kinds, path);
  const n = pair.of[0].length;
  if (byNeighbours && n <= k)
    throw new FormatError({
      code: "empty",
      source: path,
      problem: `has ${counted(String(n), "rows")}`,
      expected: `more than k, ${k}`,
    });
  const options = {
    rng: createRng(seed),
    estimator: camel(name),
    k,
    permutations,
    level,
    ...(onProgress && { onProgress }),
  };
  return {
    measure: "estimateMutualInformation",
    symbol: "I(X;Y)",
    unit,
    ...estimateInUnit(estimateMutualInformation(x, y, options), unit),
    estimator: name,
    ...(byNeighbours && { k }),
    ...(name === "labelled" && { leftOut: labelsAlone(pair, kinds.indexOf("labels")) }),
    columns: { x: pair.columns[0], y: pair.columns[1] },
    kinds: { x: kinds[0], y: kinds[1] },
    n,
    incomplete: pair.incomplete,
    outcomes: { x: pair.names[0].length, y: pair.names[1].length },
    permutations,
    seed,
  };
}

const fewValues = 20;

/** Labels if a cell is no number, or there are few different ones; repeating if more than a tenth of the rows have a value met before. */
function kindOf({ names, of }: ColumnPair, axis: 0 | 1): ColumnKind {
  const different = names[axis].length;
  if (different <= fewValues || !names[axis].every(isNumber)) return "labels";
  return different < 0.9 * of[axis].length ? "repeating" : "numbers";
}

function isNumber(text: string): boolean {
  return Number.isFinite(parseNumber(text.trim()));
}

function suited(kinds: Kinds): EstimatorName {
  const labels = kinds.filter((kind) => kind === "labels").length;
  if (labels === 2) return "miller-madow";
  if (kinds.includes("repeating")) return "mixed";
  return labels === 1 ? "labelled" : "ksg1";
}

/** Both variables in the form that the estimator takes; "labelled" takes the labels last. */
function columnsFor(
  name: EstimatorName,
  pair: ColumnPair,
  kinds: Kinds,
  path: string,
): [Sample | Labels, Sample | Labels] {
  const labels = kinds.filter((kind) => kind === "labels").length;
  if (name === "mixed") return [variable(pair, 0, kinds, path), variable(pair, 1, kinds, path)];
  if (name === "labelled") {
    if (labels !== 1) throw unsuited(name, "numbers and labels", kinds);
    const [numbers, other] = kinds[0] === "labels" ? ([1, 0] as const) : ([0, 1] as const);
    if (pair.names[other].length === pair.of[other].length)
      throw new FormatError({
        code: "range",
        source: path,
        problem: `has another label in each row of column "${pair.columns[other]}"`,
        expected: "one that occurs twice",
      });
    return [numbersOf(pair, numbers, path), pair.of[other]];
  }
  if (name !== "ksg1" && name !== "ksg2") return [pair.of[0], pair.of[1]];
  if (labels > 0) throw unsuited(name, "numbers in both columns", kinds);
  return [numbersOf(pair, 0, path), numbersOf(pair, 1, path)];
}

function unsuited(name: string, expected: string, [x, y]: Kinds): UsageError {
  return new UsageError(
    `--estimator ${name} takes ${expected}, and these are ${x} and ${y} (--as says otherwise)`,
  );
}

/** Labels that one row alone has: none is near it by its label. */
function labelsAlone({ of, names }: ColumnPair, axis: number): number {
  const rows = new Int32Array(names[axis]!.length);
  for (const label of of[axis]!) rows[label]!++;
  return rows.filter((count) => count === 1).length;
}

function variable(pair: ColumnPair, axis: 0 | 1, kinds: Kinds, path: string): Sample | Labels {
  return kinds[axis] === "labels" ? { labels: pair.of[axis] } : numbersOf(pair, axis, path);
}

/** The square of a distance has to be a number still. */
const largest = 1e150;

function numbersOf({ names, of, columns }: ColumnPair, axis: 0 | 1, path: string): Float64Array {
  const values = names[axis].map((text) => {
    if (!isNumber(text))
      throw new FormatError({
        code: "number",
        source: path,
        problem: `has "${text}" in column "${columns[axis]}"`,
        expected: "numbers",
      });
    const value = parseNumber(text.trim())!;
    if (Math.abs(value) > largest)
      throw new FormatError({
        code: "range",
        source: path,
        problem: `has "${text}" in column "${columns[axis]}"`,
        expected: `numbers within ±${largest}`,
      });
    return value;
  });
  return Float64Array.from(of[axis], (value) => values[value]!);
}

function camel(name: EstimatorName): InformationEstimator {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as InformationEstimator;
}
