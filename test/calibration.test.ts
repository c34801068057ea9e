import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  entropyScenarios,
  finite,
  leastWhereEnough,
  pageFile,
  pairScenarios,
  readResults,
  rngOf,
  withTables,
} from "../bench/calibration.ts";

const results = readResults();

test("the tables of ESTIMATORS.md are those of bench/calibration.json", () => {
  const page = readFileSync(pageFile, "utf8");
  expect(withTables(page, results)).toBe(page);
  expect(page.match(/^\| (uniform|Zipf|one of|D\(P‖Q\)|H\(P,Q\)|JS\(P,Q\))/gm)).toHaveLength(
    2 * results.entropy.length + results.pairs.length,
  );
});

test("where the draws are enough, the recommended interval holds as often as the page says", () => {
  const page = readFileSync(pageFile, "utf8");
  const said = /held it at least (\d+) times of 100/.exec(page)?.[1];
  expect(Number(said)).toBe(Math.floor(leastWhereEnough(results)));
});

test.each([
  ["entropy", entropyScenarios, results.entropy],
  ["pairs", pairScenarios, results.pairs],
] as const)(
  "the first experiment of every scenario of %s still gives what the tables were made from",
  (_, plans, known) => {
    expect(known).toHaveLength(plans.length);
    plans.forEach(({ name, n, truth, experiment }, index) => {
      const scenario = known[index]!;
      expect([scenario.name, scenario.n]).toEqual([name, n]);
      expect(scenario.truth).toBeCloseTo(truth, 12);
      for (const [estimator, interval] of experiment(rngOf(index)).intervals) {
        const { first } = scenario.of[estimator]!;
        finite(interval).forEach((x, i) => {
          if (x === null) expect(first[i]).toBeNull();
          else expect(x, `${name}, ${n}: ${estimator}`).toBeCloseTo(first[i]!, 9);
        });
      }
    });
  },
);
