import { createRng } from "@surprisal/core";
import { defineCommand, type Option } from "../command.ts";
import { drawn } from "../experiments/chart.ts";
import { experimentReport } from "../experiments/experimentReport.ts";
import { experiments } from "../experiments/experiments.ts";
import { json, seed, unit } from "../options.ts";
import { rowsWatched } from "../progress.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { table } from "../table.ts";
import { wholeFile } from "../wholeFile.ts";

const repeats: Option<number> = {
  placeholder: "N",
  help: "how often what is random is tried (default 200)",
  initial: 200,
  expected: "a whole number from 2 to 1000000",
  parse: (text) =>
    /^\d{1,7}$/.test(text) && Number(text) >= 2 && Number(text) <= 1e6 ? Number(text) : undefined,
};

const svg: Option<string | undefined> = {
  placeholder: "FILE",
  writes: true,
  help: "write a picture too: a file of SVG, in light and dark",
  initial: undefined,
  expected: "a file to write, such as ppo.svg",
  parse: (text) => text || undefined,
};

/** What only an experiment needs, and no list of them. */
const ofOne = { unit, seed, repeats, svg };

export default defineCommand({
  name: "experiment",
  summary: "Claims about gradients and divergences, put to the test",
  operands: [
    {
      name: "NAME",
      help: "the experiment; without it, a list of them",
      optional: true,
      choices: experiments.map(({ name }) => name),
    },
  ],
  options: { ...ofOne, json },
  notes: [
    { title: "NAME is one of", rows: experiments.map(({ name, question }) => [name, question]) },
    "Each claim is tried in several cases, and the verdict is counted: true if it held in all of them, false as stated if in none, true with conditions if in some.",
  ],
  examples: [
    {
      line: "surprisal experiment temperature --repeats 50",
      output: `How far from P does a temperature lead?
P = (0.6, 0.25, 0.1, 0.05), and 50 random distributions over 8 outcomes, from nearly uniform to nearly certain.

Of P, a low temperature (0.2) gives the smaller divergence, a high one (1.5) the larger.
  false as stated (0 of 2). At 0.2 D(T‖P) is 0.655 bits, at 1.5 0.0531 bits; D(P‖T) is 2.3 bits and 0.0485 bits.

Of any distribution, D(T‖P) is smaller at 0.2 than at 1.5.
  true with conditions (9 of 50). Where P is sure already, so that sharpening has little left to move: there the likeliest outcome had 0.5 or more.

A low temperature lowers the entropy, a high one raises it.
  true (50 of 50). H(T) at 0.2, 1 and 1.5 stood in this order.

P at other temperatures
  temperature  H(T), bits  D(T‖P), bits  D(P‖T), bits
          0.2      0.0982       0.65475        2.2952
          0.5      0.7960       0.20245        0.2896
          1.0      1.4905       0              0
          1.5      1.7423       0.05311        0.0485
          2.0      1.8482       0.12915        0.1143
          5.0      1.9746       0.36651        0.3140

Seed 1, 50 repeats.`,
    },
    { line: "surprisal experiment ppo --json --svg ppo.svg | cut -c 1-18", output: '{"experiment":"ppo' },
  ],
  async run([name], values) {
    const experiment = experiments.find((one) => one.name === name);
    if (experiment === undefined) {
      refuseUnused(ofOne, values, "with the NAME of an experiment");
      return { experiments: experiments.map(({ name, question }) => ({ name, question })) };
    }
    const { unit, seed, repeats, svg } = values;
    const { question, run } = experiment;
    const { onProgress, end } = rowsWatched(experiment.name, 0, "repeats");
    const perform = () => run({ rng: createRng(seed), repeats, unit, onProgress });
    const performAndDraw = (path: string) =>
      wholeFile(path, async (write) => {
        const evidence = await perform();
        await write(drawn(evidence.chart));
        return evidence;
      });
    const { chart: _, ...evidence } = await (svg === undefined ? perform() : performAndDraw(svg));
    end();
    return { experiment: experiment.name, question, seed, repeats, unit, ...evidence };
  },
  show(result, page) {
    if ("setting" in result) return experimentReport(result, page);
    const rows = result.experiments.map(({ name, question }) => [name, { words: question }]);
    return table(rows, page, { indent: "" });
  },
});
