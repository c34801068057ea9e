/**
 * How often the intervals of estimates from continuous and mixed samples hold the truth: seeded experiments in scenarios where it is known.
 *
 *     node --conditions=surprisal-source bench/calibrationNeighbours.ts     writes bench/calibrationNeighbours.json and the table of packages/core/NEIGHBOURS.md
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  aliasTable,
  createRng,
  type Estimate,
  entropy,
  estimateContinuousKl,
  estimateDifferentialEntropy,
  estimateMutualInformation,
  exponential,
  gaussianKl,
  type InformationEstimator,
  jointTable,
  type Labels,
  multivariateNormal,
  mutualInformation,
  normal,
  probabilities,
  type Rng,
  type Sample,
  standardNormal,
  uniformDensity,
} from "@surprisal/core";

const experiments = 1000;
const level = 0.95;
const sizes = [100, 400];
const resultsFile = join(import.meta.dirname, "calibrationNeighbours.json");
export const pageFile = join(import.meta.dirname, "../packages/core/NEIGHBOURS.md");

interface Plan {
  readonly name: string;
  readonly n: number;
  readonly truth: number;
  experiment(rng: Rng): Estimate;
}

/** What intervals came to over all experiments of a scenario. */
export interface Calibrated {
  readonly name: string;
  readonly n: number;
  readonly truth: number;
  /** Per cent of the intervals that held the truth. */
  readonly holds: number;
  /** Mean of the estimate less the truth, in nats. */
  readonly bias: number;
  /** Standard deviation of the estimate. */
  readonly spread: number;
  /** The first of all: who computes it again sees whether this table is still of this library. */
  readonly first: readonly number[];
}

type Pairs = readonly [Float64Array, Float64Array];
const draws = (n: number, draw: () => number) => Float64Array.from({ length: n }, draw);

function correlated(rho: number): (n: number, rng: Rng) => Pairs {
  return (n, rng) => {
    const x = draws(n, () => standardNormal(rng));
    return [x, x.map((t) => rho * t + Math.sqrt(1 - rho ** 2) * standardNormal(rng))];
  };
}

/** A label out of so many, and with chance `kept` the same one, else any. */
function labels(size: number, kept: number): (n: number, rng: Rng) => Pairs {
  return (n, rng) => {
    const any = () => Math.floor(size * rng.next());
    const x = draws(n, any);
    return [x, x.map((label) => (rng.next() < kept ? label : any()))];
  };
}

function sharedByLabels(size: number, kept: number): number {
  const cells = Array.from({ length: size ** 2 }, (_, i) =>
    i % (size + 1) === 0 ? (kept + (1 - kept) / size) / size : (1 - kept) / size ** 2,
  );
  return mutualInformation(jointTable(cells, [size, size]));
}

const gaussianInformation = (rho: number) => -0.5 * Math.log(1 - rho ** 2);

/** Uniform on [0, 2) or [1, 3), and which: half a bit. */
function overlapping(n: number, rng: Rng): Pairs {
  const which = draws(n, () => Math.floor(2 * rng.next()));
  return [which.map((label) => label + 2 * rng.next()), which];
}

const weights = [0.5, 0.2, 0.2, 0.1];

/** One of four labels, not as frequent, and a number that is uniform on [label, label + 2). */
function steps(n: number, rng: Rng): Pairs {
  const table = aliasTable(probabilities(weights));
  const which = draws(n, () => table.sample(rng));
  return [which, which.map((label) => label + 2 * rng.next())];
}

/** Between j and j + 1 the density is half of what labels j − 1 and j weigh; given the label the entropy is ln 2. */
const sharedBySteps =
  entropy(probabilities([0, ...weights].map((weight, j) => (weight + (weights[j] ?? 0)) / 2))) - Math.LN2;

interface Sharing {
  readonly name: string;
  readonly estimator: InformationEstimator;
  readonly truth: number;
  sample(n: number, rng: Rng): readonly [Sample | Labels, Sample | Labels];
}

const bothKsg = ["ksg1", "ksg2"] as const;
const ofLabels = ["plugIn", "millerMadow", "jackknife", "chaoWangJost", "nsb"] as const;
const information: readonly Sharing[] = [
  ...[0, 0.3, 0.6, 0.9].flatMap((rho) =>
    bothKsg.map((estimator) => ({
      name: `normal, ρ = ${rho}`,
      estimator,
      truth: gaussianInformation(rho),
      sample: correlated(rho),
    })),
  ),
  ...(["labelled", "mixed"] as const).map((estimator) => ({
    name: "overlapping uniforms and which",
    estimator,
    truth: Math.LN2 / 2,
    sample: overlapping,
  })),
  {
    name: "uniforms in steps of four labels",
    estimator: "mixed",
    truth: sharedBySteps,
    sample(n, rng) {
      const [which, numbers] = steps(n, rng);
      return [{ labels: which }, numbers];
    },
  },
  {
    name: "uniforms in steps of four labels",
    estimator: "labelled",
    truth: sharedBySteps,
    sample(n, rng) {
      const [which, numbers] = steps(n, rng);
      return [numbers, which];
    },
  },
  ...[0, 0.2, 0.6].flatMap((kept) =>
    ofLabels.map((estimator) => ({
      name: `3 × 3 labels, ${kept} kept`,
      estimator,
      truth: sharedByLabels(3, kept),
      sample: labels(3, kept),
    })),
  ),
];

const densities = { normal: normal(0, 1), uniform: uniformDensity(0, 1), exponential: exponential(1) };
const plane = multivariateNormal(
  [0, 0],
  [
    [1, 0.5],
    [0.5, 1],
  ],
);
const divergences = [
  ["N(0,1), N(0.5,1.5²)", normal(0, 1), normal(0.5, 1.5)],
  ["N(0,1), N(1,1)", normal(0, 1), normal(1, 1)],
] as const;

export const scenarios: readonly Plan[] = sizes.flatMap((n) => [
  ...Object.entries(densities).map(([name, density]) => ({
    name: `h, ${name}`,
    n,
    truth: density.entropy(),
    experiment: (rng: Rng) =>
      estimateDifferentialEntropy(
        draws(n, () => density.sample(rng)),
        { rng, level },
      ),
  })),
  {
    name: "h, normal in the plane",
    n,
    truth: plane.entropy(),
    experiment(rng) {
      const points = Array.from({ length: n }, () => plane.sample(rng));
      const columns = [0, 1].map((c) => Float64Array.from(points, (point) => point[c]!));
      return estimateDifferentialEntropy(columns, { rng, level });
    },
  },
  ...divergences.map(([name, p, q]) => ({
    name: `D(P‖Q), ${name}`,
    n,
    truth: gaussianKl(p, q),
    experiment: (rng: Rng) =>
      estimateContinuousKl(
        draws(n, () => p.sample(rng)),
        draws(n, () => q.sample(rng)),
        { rng, level },
      ),
  })),
  ...information.map(({ name, estimator, truth, sample }) => ({
    name: `I, ${name}, ${estimator}`,
    n,
    truth,
    experiment: (rng: Rng) => estimateMutualInformation(...sample(n, rng), { rng, level, estimator }),
  })),
]);

/** The generator of a scenario: the first experiment is the same whether or not others follow. */
export function rngOf(index: number): Rng {
  return createRng(2000 + index);
}

function calibrate({ name, n, truth, experiment }: Plan, index: number): Calibrated {
  const rng = rngOf(index);
  const found = Array.from({ length: experiments }, () => experiment(rng));
  const held = found.filter(({ low, high }) => low <= truth && truth <= high).length;
  const mean = (of: (estimate: Estimate) => number) =>
    found.reduce((sum, estimate) => sum + of(estimate), 0) / experiments;
  const bias = mean(({ value }) => value - truth);
  const spread = Math.sqrt(mean(({ value }) => (value - truth - bias) ** 2));
  const { value, low, high } = found[0]!;
  return { name, n, truth, holds: (100 * held) / experiments, bias, spread, first: [value, low, high] };
}

/** A table in Markdown: how many of 100 intervals held the truth, in bold where fewer than 93 did, and in italics where more than 97. */
function calibrationTable(results: readonly Calibrated[]): string {
  const lines = results.map(({ name, n, holds, bias, spread }) => {
    const text = holds.toFixed(1);
    const marked = holds < 93 ? `**${text}**` : holds > 97 ? `*${text}*` : text;
    return `| ${name} | ${n} | ${marked} | ${bias.toFixed(3).replace(/^-(?=0.000)/, "")} | ${spread.toFixed(3)} |`;
  });
  return ["| of | n | held | bias | spread |", "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

/** The page with the table in its place. */
export function withTable(page: string, results: readonly Calibrated[]): string {
  const table = calibrationTable(results);
  return page.replace(
    /(<!-- calibration -->\n)[\s\S]*?(<!-- end -->)/,
    (_, start, end) => `${start}\n${table}\n\n${end}`,
  );
}

export function readResults(): Calibrated[] {
  return JSON.parse(readFileSync(resultsFile, "utf8"));
}

if (import.meta.main) {
  const results = scenarios.map((plan, index) => {
    const found = calibrate(plan, index);
    console.log(calibrationTable([found]).split("\n").at(-1));
    return found;
  });
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(pageFile, withTable(readFileSync(pageFile, "utf8"), results));
}
