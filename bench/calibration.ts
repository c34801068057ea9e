/**
 * How often the intervals of estimates from samples hold the truth: seeded experiments in scenarios where it is known.
 *
 *     node --conditions=surprisal-source bench/calibration.ts [entropy|pairs]     writes bench/calibration.json and the tables of packages/core/ESTIMATORS.md
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createRng,
  crossEntropy,
  type EntropyEstimator,
  entropy,
  estimateEntropy,
  estimatePair,
  jensenShannonDivergence,
  klDivergence,
  normalize,
  type PairEstimator,
  type PairQuantity,
  type Probabilities,
  type Rng,
  sampleCounts,
} from "@surprisal/core";

const experiments = 1000;
const level = 0.95;
/** An interval that ends at ln K, where the entropy is, holds it. */
const rounding = 1e-9;
export const resultsFile = join(import.meta.dirname, "calibration.json");
export const pageFile = join(import.meta.dirname, "../packages/core/ESTIMATORS.md");

const rank = (_: unknown, i: number) => i + 1;
const uniform = (size: number) => normalize(Array.from({ length: size }, () => 1));
const zipf = (size: number) => normalize(Array.from({ length: size }, rank).map((r) => 1 / r));
const peaked = (size: number) => normalize([9 * (size - 1), ...Array.from({ length: size - 1 }, () => 1)]);
const reversed = (p: Probabilities) => normalize([...p].reverse());

const truths: Readonly<Record<string, Probabilities>> = {
  uniform: uniform(100),
  Zipf: zipf(100),
  "one of 90 %": peaked(100),
};
const pairs: Readonly<Record<string, readonly [Probabilities, Probabilities]>> = {
  "Zipf, uniform": [zipf(20), uniform(20)],
  "Zipf, Zipf reversed": [zipf(20), reversed(zipf(20))],
  "uniform, uniform": [uniform(20), uniform(20)],
  "one of 90 %, uniform": [peaked(20), uniform(20)],
};
const quantities: Readonly<Record<PairQuantity, (p: Probabilities, q: Probabilities) => number>> = {
  kl: (p, q) => klDivergence(p, q),
  crossEntropy,
  jensenShannon: (p, q) => jensenShannonDivergence(p, q),
};

const symbols: Readonly<Record<PairQuantity, string>> = {
  kl: "D(P‖Q)",
  crossEntropy: "H(P,Q)",
  jensenShannon: "JS(P,Q)",
};

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What intervals came to over all experiments of a scenario. */
export interface Calibrated {
  /** Per cent of the intervals that held the truth. */
  holds: number;
  /** Mean of the estimate less the truth, in nats; only of finite estimates. */
  bias: number;
  /** Root mean square of the same. */
  error: number;
  /** The first interval of all: who computes it again sees whether this table is still of this library. */
  first: readonly (number | null)[];
}

export interface Scenario {
  name: string;
  n: number;
  /** Mean share of the distribution that a sample met. */
  coverage?: number;
  alphabetKnown?: boolean;
  truth: number;
  of: Record<string, Calibrated>;
}

/** Every scenario, with the experiment that gives all its intervals once. */
export const entropyScenarios = Object.entries(truths).flatMap(([name, p]) =>
  [false, true].flatMap((alphabetKnown) =>
    [10, 30, 100, 300, 1000].map((n) => ({
      name,
      n,
      alphabetKnown,
      truth: entropy(p),
      experiment(rng: Rng) {
        const { estimates, coverage } = estimateEntropy(sampleCounts(p, n, rng), {
          rng,
          level,
          ...(alphabetKnown && { alphabet: p.length }),
        });
        return { coverage, intervals: estimates.map((found) => [found.estimator, found] as const) };
      },
    })),
  ),
);

export const pairScenarios = Object.entries(pairs).flatMap(([name, [p, q]]) =>
  (Object.keys(quantities) as PairQuantity[]).flatMap((quantity) =>
    [20, 100, 1000].map((n) => ({
      name: `${symbols[quantity]}: ${name}`,
      n,
      truth: quantities[quantity](p, q),
      experiment(rng: Rng) {
        const [a, b] = [sampleCounts(p, n, rng), sampleCounts(q, n, rng)];
        const intervals = (["plugIn", "smoothed", "bayesian"] as const).map(
          (estimator: PairEstimator) =>
            [estimator, estimatePair(quantity, a, b, { estimator, rng, level, resamples: 400 })] as const,
        );
        return { coverage: undefined, intervals };
      },
    })),
  ),
);

type Plan = (typeof entropyScenarios)[number] | (typeof pairScenarios)[number];

/** The generator of a scenario: the first experiment is the same whether or not others follow. */
export function rngOf(index: number): Rng {
  return createRng(1000 + index);
}

function calibrate(plan: Plan, index: number): Scenario {
  const rng = rngOf(index);
  const { name, n, truth } = plan;
  const found = new Map<string, Interval[]>();
  let covered = 0;
  for (let e = 0; e < experiments; e++) {
    const { coverage, intervals } = plan.experiment(rng);
    covered += (coverage ?? 0) / experiments;
    for (const [estimator, interval] of intervals)
      found.set(estimator, [...(found.get(estimator) ?? []), interval]);
  }
  const known = "alphabetKnown" in plan;
  return {
    name,
    n,
    truth,
    ...(known && { alphabetKnown: plan.alphabetKnown, coverage: covered }),
    of: Object.fromEntries(
      [...found].map(([estimator, intervals]) => [estimator, summary(intervals, truth)]),
    ),
  };
}

function summary(intervals: readonly Interval[], truth: number): Calibrated {
  const held = intervals.filter(
    ({ low, high }) => low <= truth + rounding && truth - rounding <= high,
  ).length;
  const errors = intervals.map(({ value }) => value - truth).filter(Number.isFinite);
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  return {
    holds: (100 * held) / intervals.length,
    bias: mean(errors),
    error: Math.sqrt(mean(errors.map((error) => error ** 2))),
    first: finite(intervals[0] as Interval),
  };
}

/** Value and ends, where they are finite. */
export function finite({ value, low, high }: Interval): (number | null)[] {
  return [value, low, high].map((x) => (Number.isFinite(x) ? x : null));
}

const titles: Readonly<Record<EntropyEstimator | PairEstimator, string>> = {
  plugIn: "plug-in",
  millerMadow: "Miller–Madow",
  jackknife: "jackknife",
  grassberger: "Grassberger",
  chaoShen: "Chao–Shen",
  chaoWangJost: "Chao–Wang–Jost",
  jamesStein: "James–Stein",
  nsb: "NSB",
  dirichlet: "Dirichlet ½",
  smoothed: "smoothed ½",
  bayesian: "Bayesian ½",
};

/** A table in Markdown: how many of 100 intervals held the truth, in bold where fewer than 93 did, and in italics where more than 97. */
export function holdsTable(scenarios: readonly Scenario[]): string {
  return table(scenarios, ({ holds }) => {
    const text = holds.toFixed(0);
    return holds < 92.5 ? `**${text}**` : holds > 97.5 ? `*${text}*` : text;
  });
}

/** A table in Markdown: root mean square errors, in nats. */
export function errorTable(scenarios: readonly Scenario[]): string {
  return table(scenarios, ({ error }) => (Number.isFinite(error) ? error.toFixed(2) : "∞"));
}

function table(scenarios: readonly Scenario[], cell: (found: Calibrated) => string): string {
  const estimators = Object.keys(scenarios[0]?.of ?? {}) as (keyof typeof titles)[];
  const withCoverage = scenarios[0]?.coverage !== undefined;
  const lines = [
    ["truth", "draws", ...(withCoverage ? ["met, %"] : []), ...estimators.map((name) => titles[name])],
    ["---", "---:", ...(withCoverage ? ["---:"] : []), ...estimators.map(() => "---:")],
    ...scenarios.map(({ name, n, coverage, of }) => [
      name,
      String(n),
      ...(coverage === undefined ? [] : [(100 * coverage).toFixed(0)]),
      ...Object.values(of).map(cell),
    ]),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The page with its tables filled in, each between two comments that name it. */
export function withTables(page: string, { entropy, pairs }: Results): string {
  const parts: Readonly<Record<string, string>> = {
    "alphabet unknown": holdsTable(entropy.filter(({ alphabetKnown }) => !alphabetKnown)),
    "alphabet known": holdsTable(entropy.filter(({ alphabetKnown }) => alphabetKnown)),
    "errors, alphabet unknown": errorTable(entropy.filter(({ alphabetKnown }) => !alphabetKnown)),
    "errors, alphabet known": errorTable(entropy.filter(({ alphabetKnown }) => alphabetKnown)),
    pairs: holdsTable(pairs),
  };
  return Object.entries(parts).reduce(
    (text, [name, part]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end -->)`),
        (_, start, end) => `${start}\n${part}\n\n${end}`,
      ),
    page,
  );
}

/** Of 100 intervals of the recommended estimator, where it says that the draws are enough, the fewest that held the truth in any scenario. */
export function leastWhereEnough({ entropy }: Results): number {
  return Math.min(
    ...entropy
      .filter(({ n, coverage = 0 }) => n >= 30 && coverage >= 0.9)
      .map(({ n, coverage = 0, of }) => of[coverage >= 0.999 && n >= 1000 ? "millerMadow" : "chaoWangJost"])
      .map((found) => found?.holds ?? 0),
  );
}

export interface Results {
  entropy: Scenario[];
  pairs: Scenario[];
}

export function readResults(): Results {
  return JSON.parse(readFileSync(resultsFile, "utf8"));
}

if (import.meta.main) {
  const wanted = process.argv[2];
  const plans = { entropy: entropyScenarios, pairs: pairScenarios };
  for (const part of ["entropy", "pairs"] as const) {
    if (wanted !== undefined && wanted !== part) continue;
    const found = plans[part].map((plan: Plan, index: number) => {
      const scenario = calibrate(plan, index);
      console.log(part, index, JSON.stringify(scenario));
      return scenario;
    });
    const results = { ...readResults(), [part]: found };
    writeFileSync(resultsFile, `${JSON.stringify(results, null, 1)}\n`);
    writeFileSync(pageFile, withTables(readFileSync(pageFile, "utf8"), results));
  }
}
