import {
  gradientMoments,
  inUnit,
  type KlEstimatorName,
  klDivergence,
  klEstimator,
  logits,
  type Probabilities,
  reverseKlCost,
  softmax,
  standardNormal,
  throughSoftmax,
  valueMoments,
} from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";
import { distance, modelAt, outcomes, settled, truth, way } from "./gradientEstimators.ts";

const names: readonly KlEstimatorName[] = ["k1", "k2", "k3"];
const middle = 0.5;

/** What k1, k2 and k3 estimate, and what their derivatives do. */
export const klEstimatorsExperiment: Experiment = {
  name: "kl-estimators",
  question: "What do k1, k2, k3 and their derivatives estimate?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const random = () => softmax(logits(Array.from(truth, () => 1.5 * standardNormal(rng))));
    const pairs = await repeated(run, () => {
      const [p, q] = [random(), random()];
      const found = names.map((name) => said(p, q, name));
      return { apart: klDivergence(p, q, "reverse"), found };
    });
    const each = (holds: (found: Said, name: KlEstimatorName) => boolean) =>
      pairs.flatMap(({ found }) => found.map((one, i) => holds(one, names[i]!)));
    const quieter = pairs.map(({ found: [k1, , k3] }) => k3!.sd < k1!.sd);
    const medianApart = (wanted: boolean) =>
      median(pairs.filter((_, i) => quieter[i] === wanted).map(({ apart }) => inUnit(apart, unit)));
    const [calm, wild] = [medianApart(true), medianApart(false)];
    return {
      setting: `From a draw of Q with r = p/q, k1 = −ln r, k2 = ½(ln r)², k3 = r − 1 − ln r. ${repeats} random pairs P, Q over ${outcomes} outcomes; bias and standard deviation by enumeration, derivatives by the logits of Q.`,
      findings: [
        finding(
          "Each has D(Q‖P) for its mean.",
          each(({ bias }) => bias === 0),
          "k1 and k3 always have; k2 only to second order, where Q is near P.",
        ),
        finding(
          "What has the right value on average has the right derivative on average.",
          each(({ bias, slopeBias }) => bias !== 0 || slopeBias === 0).filter(
            (_, i) => i % names.length !== 1,
          ),
          "Differentiated, k1 is 0 on average and k3 the gradient of D(P‖Q).",
        ),
        finding(
          "k2, whose value is biased, has the gradient of D(Q‖P).",
          pairs.map(({ found }) => found[1]!.bias !== 0 && found[1]!.slopeBias === 0),
          "Its derivative is ln(q/p) times the score, the score-function estimator itself.",
        ),
        finding(
          "With the weight q/draws differentiated too, even where it is 1, k1 and k3 have the gradient of D(Q‖P).",
          each(({ weightedBias }) => weightedBias === 0).filter((_, i) => i % names.length !== 1),
          "The weight brings the part that moves with Q's draws.",
        ),
        finding(
          "k3 strays less than k1.",
          quieter,
          `Where it did, the pair was ${spoken(calm, unit)} apart, else ${spoken(wild, unit)} (medians of D(Q‖P)): r has no upper limit where Q forgets what P does.`,
        ),
      ],
      tables: [
        {
          title: "Q halfway between P in reverse order and P, in logits",
          columns: [
            "estimator",
            `bias, ${unit}`,
            `sd, ${unit}`,
            "bias of the derivative",
            "its sd",
            "bias, weight differentiated",
          ],
          rows: names.map((name) => {
            const { bias, sd, slopeBias, slopeSd, weightedBias } = said(truth, modelAt(middle), name);
            return [name, ...[bias, sd, slopeBias, slopeSd, weightedBias].map((x) => inUnit(x, unit))];
          }),
        },
      ],
      chart: {
        title: "How far one draw's estimate of D(Q‖P) strays",
        x: { label: "Q on its way from P in reverse order (0) to P (1)" },
        y: { label: `standard deviation, ${unit}` },
        lines: names.map((name, i) => ({
          name,
          colour: (["p", "gap", "q"] as const)[i]!,
          points: way.map((share) => [share, inUnit(said(truth, modelAt(share), name).sd, unit)] as const),
        })),
      },
    };
  },
};

interface Said {
  bias: number;
  sd: number;
  /** How far the mean of the derivative is from ∇D(Q‖P). */
  slopeBias: number;
  slopeSd: number;
  /** The same with the weight differentiated too. */
  weightedBias: number;
}

function said(p: Probabilities, q: Probabilities, name: KlEstimatorName): Said {
  const exact = throughSoftmax(q, reverseKlCost(p, q));
  const [plain, weighted] = [false, true].map((weighted) => klEstimator(p, q, name, { weighted }));
  const value = valueMoments(plain!, p);
  const slope = gradientMoments(plain!.gradient);
  return {
    bias: settled(value.bias),
    sd: settled(Math.sqrt(value.variance)),
    slopeBias: settled(distance(slope.mean, exact)),
    slopeSd: Math.sqrt(slope.variance),
    weightedBias: settled(distance(gradientMoments(weighted!.gradient).mean, exact)),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function spoken(value: number, unit: string): string {
  return Number.isNaN(value) ? "never" : `${written(value, 3)} ${unit}`;
}
