import { aliasTable, bootstrap, inUnit, meanStatistic } from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";
import {
  batch,
  clip,
  distance,
  type Estimator,
  estimatorsAt,
  modelAt,
  outcomes,
  settled,
  way,
} from "./gradientEstimators.ts";

const middle = way.length >> 1;

/** How much gradients that are estimated from draws stray, and around what. */
export const gradientVarianceExperiment: Experiment = {
  name: "gradient-variance",
  question: "How far do gradients from draws stray, and around what?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const scale = inUnit(1, unit);
    const steps = way.map((share) => {
      const q = modelAt(share);
      return { share, ...estimatorsAt(q) };
    });
    const { share, ...halfway } = steps[middle]!;
    const estimators = Object.values(halfway);
    const tables = estimators.map(({ draws }) => aliasTable(draws));
    const squares = await repeated(run, () =>
      estimators.map(({ estimate, moments }, i) => {
        const drawn = Array.from({ length: batch }, () => tables[i]!.sample(rng));
        return distance(estimate(drawn), moments.mean) ** 2;
      }),
    );
    const strayOf = (i: number) =>
      bootstrap(meanStatistic(squares.map((square) => square[i]!)), {
        rng,
        dependence: { kind: "independent" },
      });
    const variance = ({ moments }: Estimator) => settled(moments.variance * scale ** 2);
    const where = (holds: (step: (typeof steps)[number]) => boolean) =>
      steps.flatMap((step, k) => (holds(step) ? [way[k]!] : []));
    const biasOf = ({ moments, exact }: Estimator) => settled(distance(moments.mean, exact) * scale);
    const size = written(Math.hypot(...halfway.plain.exact) * scale, 3);
    const baselines = ["value", "optimal", "leaveOneOut"] as const;
    const lowered = (step: (typeof steps)[number], kind: (typeof baselines)[number]) =>
      variance(step[kind]) < variance(step.plain);
    return {
      setting: `P gives ${outcomes} outcomes probabilities like 1, 1/2, 1/3 …; Q goes from the same in reverse order (0) to P (1), in equal steps of its logits. Gradients are by the logits of Q, in ${unit}, from batches of ${batch} draws; means and variances (the trace of the covariance) by enumeration.`,
      findings: [
        finding(
          "From draws, the gradient of D(P‖Q) varies less than the score-function gradient of D(Q‖P).",
          steps.map(({ forward, plain }) => variance(forward) < variance(plain)),
          `Not so at ${spoken(where(({ forward, plain }) => variance(forward) >= variance(plain)))}: as Q nears P the second has ever less to say, and falls from ${written(variance(steps[0]!.plain), 3)} to ${written(variance(steps.at(-1)!.plain), 3)}; the first stays at (1 − Σp²)/${batch} = ${written(variance(halfway.forward), 3)} wherever Q is.`,
        ),
        finding(
          "A baseline lowers the variance.",
          baselines.flatMap((kind) => steps.map((step) => lowered(step, kind))),
          `Not so: ${baselines
            .map(
              (kind) =>
                `${steps[0]![kind].name.slice(2)} at ${spoken(where((step) => !lowered(step, kind)))}`,
            )
            .join("; ")}.`,
        ),
        finding(
          "A baseline leaves the mean gradient where it is.",
          ([...baselines, "batchMean"] as const).map((kind) =>
            steps.every((step) => biasOf(step[kind]) === 0),
          ),
          `The mean of the batch itself makes the gradient shorter by one part in ${batch}: each draw is compared with itself too.`,
        ),
        finding(
          `Of draws from the start, weights clipped at ${clip} have less variance and the same mean as whole ones.`,
          steps
            .slice(1)
            .map((step) => variance(step.clipped) < variance(step.weighted) && biasOf(step.clipped) === 0),
          `At ${share} the variance falls from ${written(variance(halfway.weighted), 3)} to ${written(variance(halfway.clipped), 3)}, and the mean is off by ${written(biasOf(halfway.clipped), 3)}, of ${size}.`,
        ),
        finding(
          "Of draws from the start, weights divided by their sum have less variance and the same mean as whole ones.",
          steps
            .slice(1)
            .map(
              ({ selfNormalized, weightedLeaveOneOut }) =>
                variance(selfNormalized) < variance(weightedLeaveOneOut) && biasOf(selfNormalized) === 0,
            ),
          `Either less the mean cost of the batch. At ${share} the variance falls from ${written(variance(halfway.weightedLeaveOneOut), 3)} to ${written(variance(halfway.selfNormalized), 3)}, and the mean is off by ${written(biasOf(halfway.selfNormalized), 3)}, of ${size}.`,
        ),
        finding(
          "From draws of Q the gradient of D(P‖Q) cannot be had.",
          steps.map(({ forwardOfQ }) => biasOf(forwardOfQ) !== 0),
          `Counted p/q times each, they have it for their mean: at ${way[0]} with ${written(variance(steps[0]!.forwardOfQ) / variance(halfway.forward), 2)} times the variance of draws of P, at ${way.at(-1)} with as much.`,
        ),
      ],
      tables: [
        {
          title: `At ${share}: bias and variance of a batch of ${batch}, and what ${repeats} batches gave for the variance`,
          columns: ["gradient", `bias, ${unit}`, `variance, ${unit}²`, "measured", "95 % from", "to"],
          rows: estimators.map((estimator, i) => {
            const { value, low, high } = strayOf(i);
            return [
              estimator.name,
              biasOf(estimator),
              variance(estimator),
              ...[value, low, high].map((stray) => stray * scale ** 2),
            ];
          }),
        },
        {
          title: `Variance on the way, ${unit}²`,
          columns: ["Q at", "D(P‖Q)", "D(Q‖P), none", "value", "optimal", "leave-one-out"],
          rows: steps.map(({ share, forward, plain, value, optimal, leaveOneOut }) => [
            share,
            ...[forward, plain, value, optimal, leaveOneOut].map(variance),
          ]),
        },
      ],
      chart: {
        title: `Variance of a gradient from ${batch} draws`,
        x: { label: "Q on its way from the start (0) to P (1)" },
        y: { label: `trace of the covariance, ${unit}²` },
        lines: (
          [
            ["forward", "p", false],
            ["plain", "q", false],
            ["leaveOneOut", "q", true],
            ["optimal", "gap", false],
          ] as const
        ).map(([kind, colour, dashed]) => ({
          name: steps[0]![kind].name,
          colour,
          dashed,
          points: steps.map((step) => [step.share, variance(step[kind])] as const),
        })),
      },
    };
  },
};

/** Places on the way, neighbours taken together: `0, 0.4 to 1`. */
function spoken(places: readonly number[]): string {
  const runs: number[][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && way.indexOf(place) === way.indexOf(last.at(-1)!) + 1) last.push(place);
    else runs.push([place]);
  }
  const texts = runs.map((run) => (run.length > 1 ? `${run[0]} to ${run.at(-1)}` : `${run[0]}`));
  return texts.join(", ") || "no place";
}
