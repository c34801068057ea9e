/** Everything there is to check, in order, closing with the true totals. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { findChromium, installChromium } from "./chromium.ts";

type Totals = { passed: number; failed: number };

const totals: Totals = { passed: 0, failed: 0 };

function succeeds(command: string): boolean {
  console.log(`\n> ${command}`);
  return spawnSync(command, { shell: true, stdio: "inherit" }).status === 0;
}

function step(command: string): boolean {
  const ok = succeeds(command);
  add(ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return ok;
}

function suite(command: string, report: string, read: (json: never) => Totals): void {
  rmSync(report, { force: true });
  const ok = succeeds(command);
  const counted = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")) as never)
    : { passed: 0, failed: 0 };
  const ranNothing = counted.passed + counted.failed === 0;
  const failedOutsideATest = (!ok || ranNothing) && counted.failed === 0;
  add(failedOutsideATest ? { ...counted, failed: 1 } : counted);
}

function add({ passed, failed }: Totals): void {
  totals.passed += passed;
  totals.failed += failed;
}

type VitestReport = { numPassedTests: number; numFailedTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

if (!findChromium()) installChromium();

step("npm run --silent check:types");
step("npm run --silent check:lint");
step("npm run --silent check:dead");
if (step("npm run --silent build")) {
  const vitest = "test-results/vitest.json";
  suite(
    `npx vitest run --reporter=default --reporter=json --outputFile=${vitest}`,
    vitest,
    ({ numPassedTests, numFailedTests }: VitestReport) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }),
  );
  suite("npx playwright test", "test-results/e2e.json", ({ stats }: PlaywrightReport) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped,
  }));
}

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
