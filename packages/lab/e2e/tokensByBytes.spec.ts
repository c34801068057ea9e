import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

test.use({ locale: "en-GB" });

const root = join(import.meta.dirname, "../../..");
const folder = join(root, "reference/scorePairs");
const file = (name: string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: readFileSync(join(folder, name)),
});
const choose = (page: Page) =>
  page.locator("input[data-slot=p]").setInputFiles([file("base.jsonl"), file("pieces.jsonl")]);
const shown = (x: number, language: string) =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(x);

const [found] = JSON.parse(
  execFileSync(
    process.execPath,
    [join(root, "packages/cli/bin/surprisal.js"), "diff", "base.jsonl", "pieces.jsonl", "--json"],
    { cwd: folder },
  ).toString(),
).candidates;

test("models of two tokenisers are told by bytes: both, their difference, the verdict, and whose tokens are shown", async ({
  page,
}) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  await choose(page);
  const values = page.locator("#tokens .readout-value");
  await expect(values).toHaveText(
    [found.base, found.candidate, found.difference].map((one) => shown(one.value, "en")),
  );
  await expect(page.locator("#tokens .readouts")).not.toContainText("Perplexity");
  await expect(page.locator("#tokens")).toContainText("Q is more surprised a byte than P.");
  await expect(page.locator("#tokens")).toContainText("P is base.jsonl, Q is pieces.jsonl");
  await expect(page.locator("#tokens")).toContainText("The tokens below are those of P");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Report (HTML)" }).click();
  const report = readFileSync(await (await waiting).path(), "utf8");
  expect(report).toContain("<h1>Q is more surprised a byte than P</h1>");
  expect(report).toContain(`${found.bytes.toLocaleString("en")} bytes in ${found.spans} stretches`);
});

for (const [language, colorScheme] of [
  ["en", "dark"],
  ["es", "light"],
] as const)
  test(`two tokenisers pass axe and fit a phone, ${language}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/${language}/tokens/`, { waitUntil: "networkidle" });
    await choose(page);
    await expect(page.locator("#tokens .readout-value").first()).toHaveText(
      shown(found.base.value, language),
    );
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id }) => id),
        `${width} px`,
      ).toEqual([]);
    }
  });
