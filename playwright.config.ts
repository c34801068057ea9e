import { defineConfig } from "@playwright/test";
import { findChromium } from "./test/chromium.ts";

const port = Number(process.env.E2E_PORT ?? 4199);
const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";
const executablePath = findChromium();

export default defineConfig({
  testDir: "packages/lab/e2e",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A test that passes only the second time is reported as flaky, by name.
  retries: 1,
  forbidOnly: true,
  outputDir: "test-results",
  reporter: [["line"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: "chromium",
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: flags.split(" ") },
  },
  webServer: {
    command: `node packages/cli/bin/surprisal.js lab --port ${port}`,
    url: `http://127.0.0.1:${port}/en/`,
    reuseExistingServer: !process.env.CI,
  },
});
