import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mutations } from "./mutations.ts";

const root = join(import.meta.dirname, "../../..");

describe.each(Object.entries(mutations))("%s", (name, { file, from }) => {
  test("is noticed by a lesson", { timeout: 180_000 }, () => {
    expect(readFileSync(join(root, "packages/core/src", file), "utf8")).toContain(from);
    const report = join(root, "test-results", `mutation-${file.replaceAll("/", "-")}.json`);
    const { status } = spawnSync(
      "npx",
      `vitest run --config packages/lab/test/mutant.config.ts --reporter=json --outputFile=${report}`.split(
        " ",
      ),
      { cwd: root, env: { ...process.env, MUTATION: name } },
    );
    const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, "utf8"));
    expect(numPassedTests).toBeGreaterThan(0);
    expect(numFailedTests).toBeGreaterThan(0);
    expect(status).not.toBe(0);
  });
});
