import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const root = join(import.meta.dirname, "../../..");
const harness = join(root, "reference/harness");
const files = (...names: string[]) =>
  names.map((name) => ({ name, mimeType: "text/plain", buffer: readFileSync(join(harness, name)) }));

const drop = async (page: Page, ...names: string[]) => {
  await page.locator("input[data-slot=p]").setInputFiles(files(...names));
  await expect(page.locator(".wholes")).toBeVisible({ timeout: 30_000 });
};

/** What the command line says of the same files. */
const surprisal = (...words: string[]) =>
  JSON.parse(
    execFileSync(process.execPath, [join(root, "packages/cli/bin/surprisal.js"), ...words, "--json"], {
      cwd: harness,
    }).toString(),
  );

const shown = (x: number, language: string) =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(x);

for (const [language, colorScheme, width] of [
  ["en", "light", 1280],
  ["es", "dark", 360],
] as const)
  test(`samples of a harness pass axe at ${width} px, ${language}, ${colorScheme}, and say what the command line says`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/${language}/tokens/`, { waitUntil: "networkidle" });
    const pair = ["choices-low.jsonl", "choices-high.jsonl"];
    await drop(page, ...pair);
    const [{ surprisePerByte }] = surprisal("diff", ...pair).candidates;
    await expect(page.locator(".wholes .answer")).toContainText(
      shown(surprisePerByte.difference.value, language),
    );
    await expect(page.locator(".wholes .documents tbody tr")).toHaveCount(32);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const { violations } = await new AxeBuilder({ page }).include("#tokens").analyze();
    expect(violations).toEqual([]);
  });

test("the keyboard reaches the documents; the example comes back; one file alone is said too", async ({
  page,
}) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  await drop(page, "rolling-low.jsonl");
  const { surprisePerByte } = surprisal("perplexity", "rolling-low.jsonl");
  await expect(page.locator(".wholes .answer")).toHaveText(
    `Surprise a byte: ${shown(surprisePerByte.value, "en")} bits`,
  );
  await page.getByRole("button", { name: "Back to the example" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("group", { name: "The documents" })).toBeFocused();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Table (CSV)" }).press("Enter");
  expect((await saved).suggestedFilename()).toBe("samples-rolling-low.csv");
  await page.getByRole("button", { name: "Back to the example" }).click();
  await expect(page.locator(".wholes")).toHaveCount(0);
  await expect(page.locator(".readouts")).toBeVisible();
});

test("samples beside scores of tokens are refused in words", async ({ page }) => {
  await page.goto("/en/tokens/", { waitUntil: "networkidle" });
  const scores = {
    name: "base.jsonl",
    mimeType: "text/plain",
    buffer: readFileSync(join(root, "reference/scorePairs/base.jsonl")),
  };
  await page.locator("input[data-slot=p]").setInputFiles([...files("rolling-low.jsonl"), scores]);
  await expect(page.locator("#tokens")).toContainText("only another file of samples can be compared");
});
