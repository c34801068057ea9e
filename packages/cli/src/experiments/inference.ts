import {
  gaussianKl,
  inUnit,
  klDivergence,
  leashedReward,
  logits,
  type MultivariateNormal,
  meanFieldGaussian,
  multivariateGaussianKl,
  multivariateNormal,
  normal,
  optimalPolicy,
  type Rng,
  softmax,
  standardNormal,
} from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";

const causes = 6;
const correlations = [0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.99];
const betas = [0.25, 0.5, 1, 2, 3, 5, 8];
const [sweeps, near] = [10, 1e-3];

/** What is below is rounding. */
const settled = 1e-12;

/** The variance of the data along the one direction of the linear autoencoder, in units of its noise's. */
const signal = 4;

/** What variational inference minimises, and what of the truth it leaves out. */
export const inferenceExperiment: Experiment = {
  name: "inference",
  question: "What does variational inference minimise, and miss?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const tries = await repeated(run, () => ({ split: splitOf(rng), fit: fitOf(rng) }));
    const fits = tries.map(({ fit }) => fit);
    const plane = correlations.map((rho) => {
      const p = pair(rho);
      const [reverse, forward] = (["reverse", "forward"] as const).map((way) => meanFieldGaussian(p, way));
      return {
        rho,
        width: Math.sqrt(reverse!.q.covariance[0]!),
        least: reverse!.value,
        wide: multivariateGaussianKl(p, forward!.q, "reverse"),
        left: afterSweeps(p, rho) - reverse!.value,
      };
    });
    const reached = plane.filter(({ left }) => left <= near).map(({ rho }) => rho);
    const codes = betas.map((beta) => ({ beta, ...linearAutoencoder(beta) }));
    const flat = fits.filter(({ k }) => k === 2);
    return {
      setting: `${repeats} random models of ${causes} causes with a random Q each; ${repeats} random Gaussians P of 2 to 5 dimensions, and Q of independent coordinates; an autoencoder of straight lines for data of variance ${signal} under noise of variance 1.`,
      findings: [
        finding(
          "The evidence lower bound falls short of log P(x) by D(Q‖P(z|x)), to 1e-12.",
          tries.map(({ split }) => Math.abs(split.evidence - split.bound - split.gap) <= settled),
          `So the greatest bound has the least D(Q‖P(z|x)). The largest was short by ${written(inUnit(Math.max(...tries.map(({ split }) => split.gap)), unit), 3)} ${unit}.`,
        ),
        finding(
          "Mean field is too sure: no coordinate of the Q of least D(Q‖P) is wider than it is in P.",
          fits.map(({ widest }) => widest <= 1 + settled),
          `Its widths were ${written(Math.min(...fits.map(({ narrowest }) => narrowest)), 2)} to ${written(Math.max(...fits.map(({ widest }) => widest)), 3)} of P's.`,
        ),
        finding(
          "Among these Q the least D(Q‖P) and the least D(P‖Q) are as large, to 1e-9.",
          fits.map(({ reverse, forward }) => Math.abs(reverse - forward) <= 1e-9),
          `In two dimensions always, ${flat.length} of ${repeats}: both are −½ log(1 − ρ²). In more of them the two part ways.`,
        ),
        finding(
          `${sweeps} sweeps of coordinate ascent come within ${near} nats of the best.`,
          plane.map(({ left }) => left <= near),
          reached.length > 0
            ? `Up to ρ = ${Math.max(...reached)}, in two dimensions from two standard deviations away: a sweep leaves ρ² of what the mean is off.`
            : "At no correlation.",
        ),
        finding(
          "A larger weight β on D(Q‖prior) leaves less of it, at the best autoencoder.",
          codes.slice(1).map(({ rate }, i) => rate < codes[i]!.rate),
          `It is ½ log(${signal}/β) up to β = ${signal}; from there on the code says nothing at all, and cannot say less.`,
        ),
      ],
      tables: [
        {
          title: `Two dimensions with correlation ρ, ${unit}`,
          columns: [
            "ρ",
            "width by D(Q‖P)",
            "least D(Q‖P)",
            "D(Q‖P) at full width",
            `left after ${sweeps} sweeps`,
          ],
          rows: plane.map(({ rho, width, least, wide, left }) => [
            rho,
            width,
            ...[least, wide, left].map((nats) => (nats < settled ? 0 : inUnit(nats, unit))),
          ]),
        },
        {
          title: "The best autoencoder of straight lines",
          columns: ["β", `D(Q‖prior), ${unit}`, `½ log(${signal}/β)`, `−ELBO, ${unit}`],
          rows: codes.map(({ beta, rate, distortion }) => [
            beta,
            rate < settled ? 0 : inUnit(rate, unit),
            inUnit(Math.max(0, Math.log(signal / beta) / 2), unit),
            inUnit(rate + distortion, unit),
          ]),
        },
      ],
      chart: {
        title: "A posterior with ρ = 0.9, and the two Gaussians of independent coordinates",
        x: { label: "first coordinate" },
        y: { label: "second coordinate" },
        lines: [
          { name: "P", colour: "p", points: contour(pair(0.9)) },
          { name: "least D(Q‖P)", colour: "q", points: contour(meanFieldGaussian(pair(0.9), "reverse").q) },
          {
            name: "least D(P‖Q)",
            colour: "gap",
            dashed: true,
            points: contour(meanFieldGaussian(pair(0.9), "forward").q),
          },
        ],
      },
    };
  },
};

/** A model of some causes of one thing seen: log P(x), the bound of a random Q, and its divergence from the posterior. */
function splitOf(rng: Rng) {
  const [prior, q] = [1, 2].map((scale) =>
    softmax(logits(Array.from({ length: causes }, () => scale * standardNormal(rng)))),
  );
  const logLikelihood = Array.from({ length: causes }, () => -3 * Math.abs(standardNormal(rng)));
  const { policy: posterior, value: evidence } = optimalPolicy(prior!, logLikelihood, 1);
  return {
    evidence,
    bound: leashedReward(q!, prior!, logLikelihood, 1),
    gap: klDivergence(posterior, q!, "reverse"),
  };
}

/** A random Gaussian, and the best Q of independent coordinates in either direction. */
function fitOf(rng: Rng) {
  const k = 2 + Math.floor(4 * rng.next());
  const a = Array.from({ length: k }, () => Array.from({ length: k }, () => standardNormal(rng)));
  const rows = a.map((x, i) =>
    a.map((y, j) => x.reduce((sum, v, m) => sum + v * y[m]!, 0) + (i === j ? 0.5 : 0)),
  );
  const p = multivariateNormal(new Array(k).fill(0), rows);
  const { q, value } = meanFieldGaussian(p, "reverse");
  const widths = rows.map((row, i) => Math.sqrt(q.covariance[i * k + i]! / row[i]!));
  return {
    k,
    widest: Math.max(...widths),
    narrowest: Math.min(...widths),
    reverse: value,
    forward: meanFieldGaussian(p, "forward").value,
  };
}

function pair(rho: number): MultivariateNormal {
  return multivariateNormal(
    [0, 0],
    [
      [1, rho],
      [rho, 1],
    ],
  );
}

/** D(Q‖P) after some sweeps over both means, which begin two standard deviations away. */
function afterSweeps(p: MultivariateNormal, rho: number): number {
  let [first, second] = [2, 2];
  for (let sweep = 0; sweep < sweeps; sweep++) {
    first = rho * second;
    second = rho * first;
  }
  const left = 1 - rho * rho;
  const q = multivariateNormal(
    [first, second],
    [
      [left, 0],
      [0, left],
    ],
  );
  return multivariateGaussianKl(p, q, "reverse");
}

/**
 * The best autoencoder of straight lines, z = v·x + s·ε and back w·z under noise of variance 1, for x of variance `signal`: each of w, v and s
 * in turn the best for the others.
 */
function linearAutoencoder(beta: number): { rate: number; distortion: number } {
  let [w, v, s2] = [1, 0, 1];
  for (let turn = 0; turn < 20_000; turn++) {
    v = w / (w * w + beta);
    s2 = beta / (beta + w * w);
    w = (signal * v) / (signal * v * v + s2);
  }
  // D(Q‖prior) of N(v·x, s²), on average over x: that at x² = signal.
  const rate = gaussianKl(normal(v * Math.sqrt(signal), Math.sqrt(s2)), normal(0, 1));
  const missed = signal * (1 - w * v) ** 2 + w * w * s2;
  return { rate, distortion: (Math.log(2 * Math.PI) + missed) / 2 };
}

/** One standard deviation out, all around. */
function contour({ cholesky: l }: MultivariateNormal): (readonly [number, number])[] {
  return Array.from({ length: 97 }, (_, i) => {
    const [u, v] = [Math.cos((Math.PI * i) / 48), Math.sin((Math.PI * i) / 48)];
    return [l[0]! * u, l[2]! * u + l[3]! * v] as const;
  });
}
