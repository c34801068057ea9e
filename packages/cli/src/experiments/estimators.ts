import {
  aliasTable,
  counts,
  type EntropyEstimator,
  entropy,
  estimateEntropy,
  estimateRate,
  inUnit,
  normalize,
} from "@surprisal/core";
import { written } from "../number.ts";
import type { Line } from "./chart.ts";
import { type Experiment, finding, repeated } from "./experiment.ts";

const outcomes = 100;
const sizes = [30, 100, 300, 1000];
const truths = [
  { name: "uniform", p: normalize(Array.from({ length: outcomes }, () => 1)) },
  { name: "Zipf's", p: normalize(Array.from({ length: outcomes }, (_, i) => 1 / (i + 1))) },
];
const estimators: readonly { key: EntropyEstimator; name: string; look: Pick<Line, "colour" | "dashed"> }[] =
  [
    { key: "plugIn", name: "frequencies", look: { colour: "p" } },
    { key: "millerMadow", name: "Miller–Madow", look: { colour: "gap" } },
    { key: "chaoWangJost", name: "Chao–Wang–Jost", look: { colour: "q" } },
    { key: "jamesStein", name: "James–Stein", look: { colour: "ink", dashed: true } },
    { key: "nsb", name: "NSB", look: { colour: "q", dashed: true } },
  ];

/** The fewest that intervals can be made from: the experiment makes thousands of intervals. */
const resamples = 100;

/** What samples say of the entropy that they were drawn from. */
export const estimatorsExperiment: Experiment = {
  name: "estimators",
  question: "How far off are estimates of H(P), and their intervals?",
  async run(run) {
    const { rng, repeats, unit } = run;
    const settings = truths.flatMap(({ name, p }) =>
      sizes.map((size) => ({ name, p, size, table: aliasTable(p) })),
    );
    const samples = await repeated(run, () =>
      settings.map(({ table, size }) => {
        const seen = new Float64Array(outcomes);
        for (let draw = 0; draw < size; draw++) seen[table.sample(rng)]!++;
        return estimateEntropy(counts(seen), {
          estimators: estimators.map(({ key }) => key),
          alphabet: outcomes,
          resamples,
          rng,
        });
      }),
    );
    const cases = settings.flatMap(({ name, p, size }, s) => {
      const truth = entropy(p);
      const enough = samples.filter((answers) => answers[s]!.isEnough).length / repeats;
      return estimators.map(({ name: estimator }, e) => {
        const found = samples.map((answers) => answers[s]!.estimates[e]!);
        const errors = found.map(({ value }) => value - truth);
        const held = found.map(({ low, high }) => Number(low <= truth && truth <= high));
        return {
          name,
          size,
          estimator,
          enough,
          bias: mean(errors),
          away: Math.sqrt(mean(errors.map((error) => error ** 2))),
          held: estimateRate(held, { dependence: { kind: "independent" }, level: 0.99 }),
        };
      });
    });
    const plain = cases.filter(({ estimator }) => estimator === estimators[0]!.name);
    const corrected = cases.filter(({ estimator }) => estimator !== estimators[0]!.name);
    const plainAt = (one: { name: string; size: number }) =>
      plain.find(({ name, size }) => name === one.name && size === one.size)!;
    const asMillerMadow = plain.map(({ size, bias }) => isNear(bias, -(outcomes - 1) / (2 * size)));
    const enough = cases.filter(({ enough }) => enough === 1);
    const holds = ({ held }: (typeof cases)[number]) => held.low <= 0.97 && held.high >= 0.93;
    const information = (nats: number) => inUnit(nats, unit);
    return {
      setting: `Two truths over ${outcomes} outcomes, uniform and Zipf's; ${repeats} samples each of ${sizes.join(", ")} draws. Estimators know how many outcomes there are.`,
      findings: [
        finding(
          "The entropy of the frequencies in a sample is too low on average.",
          plain.map(({ bias }) => bias < 0),
          `Of ${sizes[0]} draws by ${written(information(-plain[0]!.bias), 3)} ${unit} where all outcomes are alike: no sample is as even as what it came from.`,
        ),
        finding(
          "It is too low by (outcomes − 1)/2n nats, within a tenth.",
          asMillerMadow,
          `It was with ${spoken(plain.filter((_, i) => asMillerMadow[i]))}: the formula wants all outcomes met, more than once.`,
        ),
        finding(
          "A corrected estimate is nearer to H(P), in root mean square.",
          corrected.map((one) => one.away < plainAt(one).away),
          "Against the frequencies of the same samples.",
        ),
        finding(
          "95 % intervals hold H(P) in 93 to 97 of 100 samples.",
          cases.map(holds),
          "As far as so many samples can tell, at 99 %.",
        ),
        finding(
          "They do where the sample is said to be enough.",
          enough.map(holds),
          `Enough, in all samples: ${spoken(enough.filter(({ estimator }) => estimator === estimators[0]!.name))}. Not held so often: ${
            enough
              .filter((one) => !holds(one))
              .map(({ estimator, name, size }) => `${estimator} with ${size} (${name})`)
              .join(", ") || "none"
          }.`,
        ),
      ],
      tables: truths.map(({ name, p }) => ({
        title: `H(P) = ${written(information(entropy(p)), 5)} ${unit}, ${name}`,
        columns: ["estimator", "draws", `bias, ${unit}`, `root mean square, ${unit}`, "held", "enough"],
        rows: cases
          .filter((one) => one.name === name)
          .map(({ estimator, size, bias, away, held, enough }) => [
            estimator,
            size,
            information(bias),
            information(away),
            held.value,
            enough,
          ]),
      })),
      chart: {
        title: "Bias of estimates of H(P), where P is Zipf's",
        x: { label: "draws", log: true },
        y: { label: `mean error, ${unit}` },
        lines: estimators.map(({ name, look }) => ({
          name,
          ...look,
          points: cases
            .filter((one) => one.estimator === name && one.name === truths[1]!.name)
            .map(({ size, bias }) => [size, information(bias)] as const),
        })),
      },
    };
  },
};

function spoken(cases: readonly { name: string; size: number }[]): string {
  return cases.map(({ name, size }) => `${size} draws (${name})`).join(", ") || "none";
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function isNear(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= Math.abs(expected) / 10;
}
