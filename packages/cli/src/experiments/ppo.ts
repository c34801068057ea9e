import {
  bootstrap,
  inUnit,
  klDivergence,
  leashedReward,
  logits,
  meanStatistic,
  normalize,
  optimalPolicy,
  type Probabilities,
  reverseKlCost,
  softmax,
  standardNormal,
} from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";
import {
  batch,
  clip,
  fromDraws,
  fromTeacher,
  inner,
  innerSteps,
  pathOf,
  rate,
  schedules,
  start,
  truth,
  type Update,
} from "./policyRuns.ts";

const blind = normalize(Array.from(start, (q, x) => (x === 0 ? 0 : q)));
const [updates, fewUpdates] = [200, 20];
const checkpoints = [0, 1, 10, 50, updates];
const betas = [0.1, 0.5, 1, 2];
const rewards = [1, 0, 2, -1, 0.5, 0];

/** What is below is rounding, which differs from one machine to the next. */
const settled = 1e-12;

/** What PPO minimises on the reward ln p − ln q. */
export const ppoExperiment: Experiment = {
  name: "ppo",
  question: "What does PPO minimise on the reward ln p − ln q?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const divergence = (q: Probabilities) => {
      const nats = klDivergence(truth, q, "reverse");
      return nats < settled ? 0 : inUnit(nats, unit);
    };
    const along = innerSteps();
    const ways = schedules.map(({ name, make }) => {
      const path = pathOf(make(), start, updates).map(divergence);
      return { name, path, unmoved: pathOf(make(), blind, updates).at(-1)![0] === 0, falls: isFalling(path) };
    });
    const endOf = (update: Update) => {
      const q = pathOf(update, start, fewUpdates).at(-1)!;
      return [divergence(q), inUnit(klDivergence(truth, q), unit)] as const;
    };
    const tries = await repeated(run, () => ({
      ends: stepCounts.map((steps) => endOf(fromDraws(steps, rng))),
      taught: stepCounts.map((steps) => endOf(fromTeacher(steps, rng))),
      other: softmax(logits(Array.from(start, () => 2 * standardNormal(rng)))),
    }));
    const nearer = stepCounts.map((_, i) =>
      tries.map(({ ends, taught }) => taught[i]!.map((left, way) => left < ends[i]![way]!)),
    );
    const sampled = (["ends", "taught"] as const).flatMap((learner) =>
      stepCounts.map((steps, i) => ({
        learner: { ends: "PPO, draws of Q", taught: "cross-entropy, draws of P" }[learner],
        steps,
        ...bootstrap(meanStatistic(tries.map((one) => one[learner][i]![0])), {
          rng,
          dependence: { kind: "independent" },
        }),
      })),
    );
    const optima = betas.map((beta) => ({ beta, ...optimalPolicy(start, rewards, beta) }));
    const missed = Math.max(...optima.map(({ beta, policy }) => largest(policy, ascended(beta))));
    const astray = ways.filter(({ falls }) => !falls).map(({ name }) => name);
    const least = inUnit(-Math.log1p(-truth[0]!), unit);
    return {
      setting: `P = (${[...truth].join(", ")}), Q begins as the reverse of it. Expectations are exact except where draws are named; steps are of ${rate} on the logits, ε = ${clip}, the trust region has 0.01 nats.`,
      findings: [
        finding(
          "PPO's gradient on this reward is minus the gradient of D(Q‖P), to 1e-12.",
          along.map(({ off }) => off <= settled),
          `At the first step on a batch it is. From the second on it drifts, by ${written(along[1]!.off, 2)} and by ${written(along.at(-1)!.off, 2)} at step ${inner}: the reward is still that of the policy that drew.`,
        ),
        finding(
          "The drift is the gradient of D(Q‖Q at the beginning of the batch), to 1e-12.",
          along.map(({ unexplained }) => unexplained <= settled),
          "Without clipping: on one batch D(Q‖Q at its beginning) − D(Q‖P) is climbed, whose top is the outcome of largest p/q alone.",
        ),
        finding(
          "PPO on it lowers D(Q‖P) from batch to batch.",
          ways.map(({ falls }) => falls),
          astray.length > 0
            ? `Not with: ${astray.join("; ")}. Unheld, a batch is climbed to its top, one outcome; a region of fixed size is too large near P.`
            : "With every schedule.",
        ),
        finding(
          "It inherits the blind spot: an outcome without probability never gets any.",
          ways.map(({ unmoved }) => unmoved),
          `D(Q‖P) then stays above −log(1 − ${truth[0]}) = ${written(least, 4)} ${unit}.`,
        ),
        finding(
          "From as many draws, cross-entropy on draws of P comes nearer to P than PPO on draws of Q.",
          nearer.flat(2),
          `After ${fewUpdates} batches of ${batch} draws, by both divergences: ${stepCounts.map((steps, i) => `with ${steps} ${steps === 1 ? "step" : "steps"} a batch in ${timesIn(nearer[i]!.flat())} of ${2 * repeats}`).join(", ")}. The reward tells PPO ln p of each draw; the draws of P only come.`,
        ),
        finding(
          "On a leash, E[r] − β·D(Q‖reference), no policy earns more than reference·exp(r/β).",
          optima.flatMap(({ beta, value }) =>
            tries.map(({ other }) => leashedReward(other, start, rewards, beta) <= value),
          ),
          `Of ${repeats} random ones, at β = ${betas.join(", ")}; ascent by the natural gradient ends there, ${missed < settled ? "to 1e-12" : `off by ${written(missed, 1)}`}.`,
        ),
      ],
      tables: [
        {
          title:
            "Steps on one batch: largest difference from −∇D(Q‖P), and the share that clipping leaves without gradient",
          columns: ["step", "difference", "beyond the drift", "difference with ε", "clipped"],
          rows: along.map(({ off, unexplained, held, clipped }, i) => [
            i + 1,
            ...[off, unexplained, held].map((x) => (x < settled ? 0 : x)),
            clipped,
          ]),
        },
        {
          title: `D(Q‖P), ${unit}, after so many batches`,
          columns: ["schedule", ...checkpoints.map(String)],
          rows: ways.map(({ name, path }) => [name, ...checkpoints.map((at) => path[at]!)]),
        },
        {
          title: `D(Q‖P), ${unit}, after ${fewUpdates} batches of ${batch} draws: the mean of ${repeats} runs`,
          columns: ["learner", "steps a batch", "mean", "95 % from", "to"],
          rows: sampled.map(({ learner, steps, value, low, high }) => [learner, steps, value, low, high]),
        },
      ],
      chart: {
        title: "D(Q‖P) while PPO climbs the reward ln p − ln q",
        x: { label: "batches" },
        y: { label: `D(Q‖P), ${unit}`, log: true },
        lines: ways.map(({ name, path }, i) => ({
          name,
          ...looks[i]!,
          points: path
            .slice(0, charted + 1)
            .flatMap((value, at) => (value > 0 ? [[at, value] as const] : [])),
        })),
      },
    };
  },
};

/** Steps on a batch of draws. */
const stepCounts = [1, inner];

/** Batches in the picture. */
const charted = 40;

const looks = [
  { colour: "p" },
  { colour: "q" },
  { colour: "q", dashed: true },
  { colour: "ink", dashed: true },
  { colour: "gap" },
  { colour: "p", dashed: true },
] as const;

function timesIn(cases: readonly boolean[]): number {
  return cases.filter(Boolean).length;
}

function isFalling(path: readonly number[]): boolean {
  return path.slice(1).every((value, at) => value < path[at]! || value === 0);
}

/** Where ascent on the leashed reward ends: along the natural gradient, which by logits is the advantage itself. */
function ascended(beta: number): Probabilities {
  let policy = start;
  for (let step = 0; step < 100; step++) {
    const strayed = reverseKlCost(start, policy);
    policy = optimalPolicy(
      policy,
      rewards.map((r, x) => r - beta * strayed[x]!),
      2 * beta,
    ).policy;
  }
  return policy;
}

function largest(a: Probabilities, b: Probabilities): number {
  return Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i]!)));
}
