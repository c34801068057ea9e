import {
  bestGaussianAlpha,
  bestGaussianForward,
  bestGaussianReverse,
  continuousKl,
  type GaussianMixture,
  gaussianMixture,
  inUnit,
  type Normal,
  normal,
  pathwiseGradient,
  type Rng,
  standardNormal,
} from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";
import { bins, leftAfterDescent, steps as richSteps } from "./richStudent.ts";

const spread = 0.7;
const shown = 2.2;
const distances = Array.from({ length: 15 }, (_, k) => (k + 3) / 5);
const [steps, batch, rate] = [400, 16, 0.05];

const alphaSteps = 20;

/** So near to P in total variation that it is taken for P. */
const nearby = 0.01;

/** Which Gaussian each direction ends with, in front of two bumps. */
export const modeCoveringExperiment: Experiment = {
  name: "mode-covering",
  question: "Which Gaussian does each direction end with?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const fits = distances.map((distance) => {
      const p = bumps(distance);
      const forward = bestGaussianForward(p);
      const optima = bestGaussianReverse(p).optima;
      const reverse = optima[0]!;
      return {
        distance,
        forward,
        reverse,
        optima: optima.length,
        across: [forward, reverse].map((q) => isAcross(q, distance)),
      };
    });
    const descents = await repeated(run, () => {
      const begin = normal(3 * standardNormal(rng), Math.exp(standardNormal(rng) / 2));
      return [descend(begin, reverseStep, rng), descend(begin, forwardStep, rng)].map((q) =>
        isAcross(q, shown),
      );
    });
    const rich = [0.6, 1.4, shown, 3.4].flatMap((distance) =>
      (["forward", "reverse"] as const).map((direction) => leftAfterDescent(bumps(distance), direction)),
    );
    const between = fits
      .filter(({ across }) => !across[1])
      .filter((_, k) => k % 3 === 0)
      .map(({ distance }) => ({ distance, ...largestStep(bumps(distance)) }));
    const both = fits.filter(({ across }) => across[1]).map(({ distance }) => distance);
    const example = fits.find(({ distance }) => distance === shown)!;
    const truth = bumps(shown);
    const reverse = normal(-Math.abs(example.reverse.mean), example.reverse.sd);
    const forward = normal(example.forward.mean, example.forward.sd);
    const grid = Array.from({ length: 161 }, (_, k) => k / 16 - 5);
    const density = (of: { logDensity(x: number): number }) =>
      grid.map((x) => [x, Math.exp(of.logDensity(x))] as const);
    const gap = Math.exp(truth.logDensity(0));
    const held = (way: number) => descents.filter((ends) => ends[way]).length;
    return {
      setting: `P is two equal Gaussians of standard deviation ${spread} at −d and d, Q one Gaussian. Q is on one bump if its mean is nearer to that than to the middle between them, else across both. Descents take ${steps} steps from random starts, on batches of ${batch} draws, at d = ${shown}.`,
      findings: [
        finding(
          "The Gaussian of least D(P‖Q) is across both bumps.",
          fits.map(({ across }) => across[0]!),
          `Its variance is d² + ${written(spread ** 2, 3)}, whatever d is.`,
        ),
        finding(
          "It puts its peak where P has a valley.",
          fits.map(
            ({ distance, forward }) =>
              bumps(distance).logDensity(forward.mean) < bumps(distance).logDensity(distance),
          ),
          `At d = ${shown}, Q's density there is ${written(Math.exp(forward.logDensity(0)), 3)} and P's ${written(gap, 3)}. Below d = ${spread} P has no valley.`,
        ),
        finding(
          "The Gaussian of least D(Q‖P) is on one bump.",
          fits.map(({ across }) => !across[1]),
          both.length > 0 ? `Up to d = ${Math.max(...both)} it is across both.` : "At every distance.",
        ),
        finding(
          "Between the two, α leads the best Gaussian from one to the other little by little.",
          between.map(({ share }) => share <= 1 / 2),
          `In steps of ${1 / alphaSteps}, from α = 1, D(P‖Q), to α = 0, D(Q‖P). Its mean leaps ${between.map(({ distance, share, alpha }) => `${written(100 * share, 2)} % of the way after α = ${alpha} at d = ${distance}`).join(", ")}.`,
        ),
        finding(
          `Descent on D(Q‖P) by pathwise gradients ends on one bump.`,
          descents.map(([across]) => !across),
          `${held(0)} of ${repeats} ended across both, where D(Q‖P) has ${example.optima} local optima.`,
        ),
        finding(
          "Descent on D(P‖Q) by draws of P ends across both.",
          descents.map(([, across]) => across!),
          `${held(1)} of ${repeats} did.`,
        ),
        finding(
          "It depends on the direction where Q ends, also of a Q that can be P.",
          rich.map((left) => left > nearby),
          `A softmax over ${bins} bins of P ends within ${written(Math.max(...rich), 1)} of it in total variation, by either direction, after ${richSteps} exact steps. What covers or seeks is a Q that has to choose.`,
        ),
      ],
      tables: [
        {
          title: "The best Gaussian of each direction",
          columns: [
            "d",
            "sd by D(P‖Q)",
            `least D(P‖Q), ${unit}`,
            "|mean| by D(Q‖P)",
            "sd",
            `least D(Q‖P), ${unit}`,
            "local optima",
          ],
          rows: fits.map(({ distance, forward, reverse, optima }) => [
            distance,
            forward.sd,
            inUnit(continuousKl(bumps(distance), normal(forward.mean, forward.sd)).value, unit),
            Math.abs(reverse.mean) < 1e-6 ? 0 : Math.abs(reverse.mean),
            reverse.sd,
            inUnit(reverse.value, unit),
            optima,
          ]),
        },
      ],
      chart: {
        title: `Two bumps, and the best Gaussian of each direction`,
        x: { label: "x" },
        y: { label: "density" },
        lines: [
          { name: "P", colour: "p", points: density(truth) },
          { name: "Q of least D(P‖Q)", colour: "q", points: density(forward) },
          { name: "Q of least D(Q‖P)", colour: "gap", dashed: true, points: density(reverse) },
        ],
      },
    };
  },
};

function bumps(distance: number): GaussianMixture {
  return gaussianMixture([-distance, distance].map((mean) => ({ weight: 0.5, mean, sd: spread })));
}

/** The largest step, as a share of the whole way, that the mean of the best Gaussian makes while α goes from 1 to 0, and after which α. */
function largestStep(p: GaussianMixture): { share: number; alpha: number } {
  const alphas = Array.from({ length: alphaSteps + 1 }, (_, k) => (alphaSteps - k) / alphaSteps);
  const places = alphas.map((alpha) => Math.abs(bestGaussianAlpha(p, alpha).optima[0]!.mean));
  const steps = places.slice(1).map((place, k) => Math.abs(place - places[k]!));
  const most = Math.max(...steps);
  return { share: most / places.at(-1)!, alpha: alphas[steps.indexOf(most)]! };
}

/** Whether Q is across both bumps: its mean is nearer to the middle between them than to either. */
function isAcross({ mean }: { mean: number }, distance: number): boolean {
  return Math.abs(mean) <= distance / 2;
}

/** One draw's gradient by the mean, in units of sd, and by ln sd. */
type Step = (q: Normal, rng: Rng) => readonly [number, number];

const target = bumps(shown);

/** Pathwise: the slope of ln q − ln p at a draw of Q. */
const reverseStep: Step = (q, rng) => {
  const slope = (x: number) =>
    (x - shown * Math.tanh((shown * x) / spread ** 2)) / spread ** 2 - (x - q.mean) / q.sd ** 2;
  const { byMean, byLogSd } = pathwiseGradient(q, slope).at(standardNormal(rng));
  return [q.sd * byMean, byLogSd];
};

/** Of −ln q at a draw of P. */
const forwardStep: Step = (q, rng) => {
  const z = (target.sample(rng) - q.mean) / q.sd;
  return [-z, 1 - z * z];
};

function descend(begin: Normal, step: Step, rng: Rng): Normal {
  let q = begin;
  for (let s = 0; s < steps; s++) {
    const said = Array.from({ length: batch }, () => step(q, rng));
    const [byMean, byLogSd] = [0, 1].map((i) => said.reduce((sum, g) => sum + g[i]!, 0) / batch) as [
      number,
      number,
    ];
    // A draw far from P would otherwise throw Q out of the world.
    const shrink = rate / Math.max(1, Math.hypot(byMean, byLogSd));
    q = normal(q.mean - shrink * q.sd * byMean, q.sd * Math.exp(-shrink * byLogSd));
  }
  return q;
}
