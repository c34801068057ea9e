import {
  entropy,
  inUnit,
  klDivergence,
  logits,
  probabilities,
  softmax,
  standardNormal,
  temperature,
} from "@surprisal/core";
import { written } from "../number.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";

const [low, high] = [0.2, 1.5];
const original = probabilities([0.6, 0.25, 0.1, 0.05]);
const outcomes = 8;

/** How far from P a temperature leads. */
export const temperatureExperiment: Experiment = {
  name: "temperature",
  question: "How far from P does a temperature lead?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const information = (nats: number) => inUnit(nats, unit);
    const measuredAt = (t: number) => {
      const at = temperature(original, t);
      return [entropy(at), klDivergence(at, original), klDivergence(original, at)].map(information);
    };
    const others = await repeated(run, () => {
      const spread = 6 * rng.next();
      const p = softmax(logits(Array.from({ length: outcomes }, () => spread * standardNormal(rng))));
      const [cold, hot] = [temperature(p, low), temperature(p, high)];
      return {
        surest: Math.max(...p),
        nearer: klDivergence(cold, p) < klDivergence(hot, p),
        flatter: entropy(cold) < entropy(p) && entropy(p) < entropy(hot),
      };
    });
    const [cold, hot] = [temperature(original, low), temperature(original, high)];
    const nearer = others.filter(({ nearer }) => nearer).map(({ surest }) => surest);
    const grid = Array.from({ length: 61 }, (_, k) => 10 ** (k / 30 - 1));
    const show = (value: number) => `${written(information(value), 3)} ${unit}`;
    return {
      setting: `P = (${[...original].join(", ")}), and ${repeats} random distributions over ${outcomes} outcomes, from nearly uniform to nearly certain.`,
      findings: [
        finding(
          `Of P, a low temperature (${low}) gives the smaller divergence, a high one (${high}) the larger.`,
          [
            klDivergence(cold, original) < klDivergence(hot, original),
            klDivergence(original, cold) < klDivergence(original, hot),
          ],
          `At ${low} D(T‖P) is ${show(klDivergence(cold, original))}, at ${high} ${show(klDivergence(hot, original))}; D(P‖T) is ${show(klDivergence(original, cold))} and ${show(klDivergence(original, hot))}.`,
        ),
        finding(
          `Of any distribution, D(T‖P) is smaller at ${low} than at ${high}.`,
          others.map(({ nearer }) => nearer),
          nearer.length > 0
            ? `Where P is sure already, so that sharpening has little left to move: there the likeliest outcome had ${written(Math.min(...nearer), 2)} or more.`
            : "In none of them.",
        ),
        finding(
          "A low temperature lowers the entropy, a high one raises it.",
          others.map(({ flatter }) => flatter),
          `H(T) at ${low}, 1 and ${high} stood in this order.`,
        ),
      ],
      tables: [
        {
          title: "P at other temperatures",
          columns: ["temperature", `H(T), ${unit}`, `D(T‖P), ${unit}`, `D(P‖T), ${unit}`],
          rows: [low, 0.5, 1, high, 2, 5].map((t) => [t, ...measuredAt(t)]),
        },
      ],
      chart: {
        title: "P and P at another temperature",
        x: { label: "temperature", log: true },
        y: { label: `divergence from P, ${unit}` },
        lines: [
          { name: "D(T‖P)", colour: "q", points: grid.map((t) => [t, measuredAt(t)[1]!]) },
          {
            name: "D(P‖T), from 0.2",
            colour: "p",
            points: grid.filter((t) => t >= 0.199).map((t) => [t, measuredAt(t)[2]!]),
          },
        ],
      },
    };
  },
};
