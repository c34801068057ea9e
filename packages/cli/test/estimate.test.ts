import { expect, test } from "vitest";
import { entropyOfSample, showEntropy } from "../src/samples/entropyOfSample.ts";
import { widthOf } from "../src/table.ts";
import { inFolder, surprisal } from "./surprisal.ts";

const estimate = async (...words: string[]) =>
  JSON.parse((await surprisal(["estimate", ...words, "--json"])).stdout);

test("one sample: the recommended estimate first, all nine below, in the unit asked for", async () => {
  const bits = await estimate("counts:60,25,10,5");
  expect(bits).toMatchObject({
    symbol: "H(P)",
    unit: "bits",
    recommended: "millerMadow",
    isEnough: true,
    draws: 100,
    seen: 4,
  });
  expect(bits.estimates).toHaveLength(9);
  const frequencies = -[0.6, 0.25, 0.1, 0.05].reduce((sum, p) => sum + p * Math.log2(p), 0);
  expect(bits.estimates[0]).toMatchObject({ estimator: "plugIn" });
  expect(bits.estimates[0].value).toBeCloseTo(frequencies, 12);
  expect(bits.value).toBeCloseTo(frequencies + 3 / (200 * Math.LN2), 12);
  const nats = await estimate("counts:60,25,10,5", "--unit", "nats", "--estimator", "nsb", "--alphabet", "4");
  expect(nats.estimates.map(({ estimator }: { estimator: string }) => estimator)).toEqual(["nsb"]);
  expect([nats.value, nats.low, nats.high]).toEqual([
    nats.estimates[0].value,
    nats.estimates[0].low,
    nats.estimates[0].high,
  ]);
  expect(nats.high).toBeLessThan(Math.log(4));
});

test("texts, columns and files of counts are samples; a text of bytes has an alphabet of 256", async () => {
  await inFolder(
    { "note.txt": "to be or not to be", "trips.csv": "mode\nbus\nwalk\nbus\n", "counts.json": "[5, 1, 1]" },
    async (folder) => {
      expect(await estimate(`words:${folder}/note.txt`)).toMatchObject({ draws: 6, seen: 4 });
      expect(await estimate(`bytes:${folder}/note.txt`)).toMatchObject({ draws: 18, alphabet: 256 });
      expect(await estimate(`${folder}/counts.json`)).toMatchObject({ draws: 7, seen: 3 });
      expect(await estimate(`${folder}/trips.csv:mode`)).toMatchObject({ draws: 3, seen: 2 });
    },
  );
});

test("too few draws are said to be, with how many would do", async () => {
  const { stdout } = await surprisal(["estimate", "counts:2,1,1,1,1,1"]);
  expect(stdout).toMatch(/^Too few draws: 7\. .*about \d+ or more would do\.$/m);
  const { isEnough, drawsWanted } = await estimate("counts:2,1,1,1,1,1");
  expect(isEnough).toBe(false);
  expect(drawsWanted).toBeGreaterThanOrEqual(30);
});

test("two samples: names aligned, the infinite estimate with what never came", async () => {
  const found = await estimate("counts:a=30,b=50,c=20", "counts:a=60,b=25,d=15");
  expect(found).toMatchObject({
    draws: { p: 100, q: 100 },
    outcomes: 4,
    onlyInP: { outcomes: [{ outcome: "c", mass: 0.2 }], count: 1 },
  });
  const of = (symbol: string, estimator: string) =>
    found.estimates.find(
      (e: { symbol: string; estimator: string }) => e.symbol === symbol && e.estimator === estimator,
    );
  expect(of("D(P‖Q)", "plugIn")).toMatchObject({ value: "Infinity", low: 0, high: "Infinity" });
  for (const estimator of ["plugIn", "smoothed", "bayesian"])
    expect(of("JS(P,Q)", estimator).high).toBeLessThan(1);
});

test("an estimate outside its own interval is explained, and none inside", async () => {
  const said = "An interval is of the truth: the bias";
  expect((await surprisal(["estimate", "a=3,b=4", "a=1"])).stdout).toContain(said);
  expect((await surprisal(["estimate", "60,40", "50,50"])).stdout).not.toContain(said);
});

test("on a narrow page what is assumed stands under the table, once each", async () => {
  const options = { unit: "bits", estimator: "all", level: 0.95, concentration: 0.5 } as const;
  const lines = showEntropy(await entropyOfSample("14,6,3,2,1,1,1", options), { width: 40, rich: false });
  expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(40);
  const text = lines.join(" ").replace(/\s+/g, " ");
  expect(text).toContain("Assumed: nothing is unseen (plug-in, Miller–Madow, jackknife, Grassberger)");
  expect(text.match(/Assumed:/g)).toHaveLength(4);
});

test.each([
  [["logits:0.5,0.5"], 2, "logits:0.5,0.5 are logits, expected a sample: counts, a text or a column"],
  [["3.5,1"], 1, "surprisal estimate: 3.5,1: [0] is 3.5, expected a whole number of draws"],
  [["3,1", "1,0.5"], 1, "surprisal estimate: 1,0.5: [1] is 0.5, expected a whole number of draws"],
  [["9e15,9e15"], 1, "9e15,9e15: has 18000000000000000 draws, expected at most 2⁵³ − 1"],
  [
    ["counts:3,1,1", "--alphabet", "2"],
    2,
    "--alphabet is 2, expected at least the 3 outcomes of counts:3,1,1",
  ],
  [
    ["counts:3,1", "counts:1,1", "--estimator", "nsb"],
    2,
    "--estimator is nsb, expected for two samples plug-in, smoothed, bayesian",
  ],
  [["counts:3,1", "counts:1,1", "--alphabet", "4"], 2, "--alphabet is for one sample"],
  [
    ["counts:3,1", "--estimator", "bayesian"],
    2,
    "--estimator is bayesian, expected for one sample plug-in, miller-madow",
  ],
])("refuses %j", async (words, code, message) => {
  const ended = await surprisal(["estimate", ...words]);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
  expect(ended.stderr).toContain(message);
});
