/**
 * Entropy, KL and Jensen–Shannon divergence of a million outcomes and of ten, against mathjs, ml-distance and SciPy. Goals, at a
 * million: entropy and KL at least 5 times as fast as mathjs and ml-distance, and not slower than SciPy.
 *
 * Every peer gets the numbers in the form it is fastest with (plain arrays in JavaScript, NumPy's in Python). mathjs has no entropy nor
 * Jensen–Shannon divergence: they are composed of its vector operations. ml-distance has no entropy.
 */
import {
  createRng,
  entropy,
  jensenShannonDivergence,
  klDivergence,
  normalize,
  type Probabilities,
  type Rng,
} from "@surprisal/core";
import { add, divide, dot, kldivergence, log, map, multiply } from "mathjs";
import { distance } from "ml-distance";
import { entropySumReference } from "../packages/core/src/kernels/entropySum.ts";
import { klSumReference } from "../packages/core/src/kernels/klSum.ts";
import { type Contestant, compare, local } from "./compare.ts";
import { Scipy } from "./scipy.ts";

export default async function (): Promise<void> {
  const rng = createRng(2026);
  for (const { outcomes, withGoals } of [
    { outcomes: 1_000_000, withGoals: true },
    { outcomes: 10, withGoals: false },
  ])
    if (!(await measureAt(outcomes, { rounds: 11, rng }, withGoals))) process.exitCode = 1;
}

type Plan = { rounds: number; rng: Rng };

async function measureAt(outcomes: number, plan: Plan, withGoals: boolean): Promise<boolean> {
  const [p, q] = [seeded(outcomes, plan.rng), seeded(outcomes, plan.rng)];
  const values = [Float64Array.from(p), Float64Array.from(q)] as const;
  const scipy = Scipy.start(...values);
  if (!scipy) console.log("  SciPy: absent, so no ratios to it (python3 -m pip install scipy)");
  try {
    const titled = (title: string) => `${title} of ${outcomes.toLocaleString("en")} outcomes`;
    const goals = withGoals ? { javascript: 5, python: 1 } : { javascript: 0, python: 0 };
    const results = [
      await compare(titled("entropy"), entropySumReference(values[0]), entropies(p, scipy, goals), plan),
      await compare(titled("D(P‖Q)"), klSumReference(...values), divergences(p, q, scipy, goals), plan),
      await compare(
        titled("Jensen–Shannon"),
        jensenShannonReference(...values),
        jensenShannons(p, q, scipy),
        plan,
      ),
    ];
    return results.every(Boolean);
  } finally {
    scipy?.stop();
  }
}

function seeded(outcomes: number, rng: Rng): Probabilities {
  return normalize(Float64Array.from({ length: outcomes }, () => 1 - rng.next()));
}

type Goals = { javascript: number; python: number };

function entropies(p: Probabilities, scipy: Scipy | undefined, { javascript, python }: Goals): Contestant[] {
  const plain = [...p];
  return [
    local("entropy", 0, () => entropy(p)),
    local(
      "mathjs -dot(p, map(p, log))",
      javascript,
      () =>
        -dot(
          plain,
          map(plain, (x) => log(x)),
        ),
    ),
    ...(scipy
      ? [
          scipy.contestant("scipy.stats.entropy(p)", "stats.entropy(p)", python),
          scipy.contestant("scipy.special.entr(p).sum()", "special.entr(p).sum()", python),
        ]
      : []),
  ];
}

function divergences(
  p: Probabilities,
  q: Probabilities,
  scipy: Scipy | undefined,
  { javascript, python }: Goals,
): Contestant[] {
  const [plainP, plainQ] = [[...p], [...q]];
  return [
    local("klDivergence", 0, () => klDivergence(p, q)),
    local("mathjs kldivergence", javascript, () => kldivergence(plainP, plainQ)),
    local("ml-distance kullbackLeibler", javascript, () => distance.kullbackLeibler(plainP, plainQ)),
    ...(scipy
      ? [
          scipy.contestant("scipy.stats.entropy(p, q)", "stats.entropy(p, q)", python),
          scipy.contestant("scipy.special.rel_entr(p, q).sum()", "special.rel_entr(p, q).sum()", python),
        ]
      : []),
  ];
}

function jensenShannons(p: Probabilities, q: Probabilities, scipy: Scipy | undefined): Contestant[] {
  const [plainP, plainQ] = [[...p], [...q]];
  return [
    local("jensenShannonDivergence", 0, () => jensenShannonDivergence(p, q)),
    local("mathjs kldivergence to the mixture, twice", 0, () => {
      const mixture = divide(add(plainP, plainQ), 2) as unknown as number[];
      return multiply(0.5, add(kldivergence(plainP, mixture), kldivergence(plainQ, mixture)) as number);
    }),
    local("ml-distance jensenShannon", 0, () => distance.jensenShannon(plainP, plainQ)),
    ...(scipy
      ? [scipy.contestant("scipy distance.jensenshannon(p, q)**2", "distance.jensenshannon(p, q)**2", 0)]
      : []),
  ];
}

function jensenShannonReference(p: Float64Array, q: Float64Array): number {
  const mixture = p.map((x, i) => (x + q[i]!) / 2);
  return (klSumReference(p, mixture) + klSumReference(q, mixture)) / 2;
}
