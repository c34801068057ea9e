import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pageFile, readResults, rngOf, scenarios, withTable } from "../bench/calibrationNeighbours.ts";

const results = readResults();

describe("the measured calibration is that of this library", () => {
  test.each(scenarios.map((scenario, index) => ({ ...scenario, index })))("$name, n = $n", (scenario) => {
    const found = results[scenario.index]!;
    expect([found.name, found.n]).toEqual([scenario.name, scenario.n]);
    const { value, low, high } = scenario.experiment(rngOf(scenario.index));
    // Sums of some thousand terms, in whatever order they are taken.
    for (const [i, end] of [value, low, high].entries()) expect(end).toBeCloseTo(found.first[i]!, 9);
  });
});

test("the page of neighbours shows it", () => {
  const page = readFileSync(pageFile, "utf8");
  expect(withTable(page, results)).toBe(page);
  expect(page).toContain(`| ${scenarios.at(-1)!.name} |`);
});
