import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";

/** Answers the first question of lesson 1, and right. */
async function answerDoors(page: Page): Promise<void> {
  await page.goto("/en/book/surprise/");
  const question = page.locator("#doors");
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator("astro-island[ssr]")).toHaveCount(0);
  await question.getByRole("textbox").fill("3");
  await question.getByRole("textbox").press("Enter");
  await expect(question.getByRole("status")).toContainText("Right.");
}

const told = (page: Page) => page.locator(".said");

test("the index says how much of a lesson was answered, and which lessons are complete", async ({ page }) => {
  await answerDoors(page);
  const asked = await page.locator("[data-question]").count();
  const lesson = page.locator("nav.sidebar").getByRole("link", { name: /Surprise/ });
  await expect(lesson).toHaveAccessibleName(`1 Surprise , 1 of ${asked} questions answered`);
  await expect(lesson).toContainText(`1/${asked}`);
  await expect(page.locator(".lesson-end")).toContainText(`1 / ${asked}`);
  await expect(page.locator("nav.sidebar").getByRole("link", { name: /^2 / })).not.toContainText("/");
  await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[data-question]")].map(({ id }) => id);
    const answered = { "book/surprise": ids };
    localStorage.setItem("surprisal-progress", JSON.stringify({ version: 1, answered }));
  });
  await page.goto("/es/book/entropy/");
  const complete = page.locator("nav.sidebar").getByRole("link", { name: /Sorpresa/ });
  await expect(complete).toHaveAccessibleName("1 Sorpresa , completa");
  await expect(complete).toContainText("✓");
});

test("progress is saved, erased, put back and brought into another browser", async ({
  page,
  browser,
  baseURL,
}) => {
  await answerDoors(page);
  await page.goto("/en/progress/");
  const first = page.getByRole("link", { name: "Question 1, answered", exact: true });
  await expect(first).toHaveAttribute("href", "/en/book/surprise/#doors");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save a copy" }).press("Enter"),
  ]);
  expect(saved.suggestedFilename()).toBe("surprisal-progress.json");
  const copy = {
    name: "copy.json",
    mimeType: "application/json",
    buffer: await readFile(await saved.path()),
  };
  await page.getByRole("button", { name: "Erase" }).press("Enter");
  await expect(told(page)).toContainText("can be put back");
  await expect(first).toHaveCount(0);
  await page.getByRole("button", { name: "Put it back" }).press("Enter");
  await expect(first).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Erase" })).toBeFocused();

  const other = await browser.newPage(baseURL ? { baseURL } : {});
  await other.goto("/es/progress/");
  await other.evaluate(() => {
    const lessons = { "book/surprise": { answered: { million: "2026-01-31" }, guesses: {} } };
    localStorage.setItem("surprisal-progress", JSON.stringify({ version: 2, lessons }));
  });
  await other.reload();
  await other.locator("input[type=file]").setInputFiles(copy);
  await expect(told(other)).toHaveText("Se ha traído lo de copy.json. Lo que había aquí sigue aquí.");
  await expect(other.getByRole("link", { name: /, contestada/ })).toHaveCount(2);
  await other.locator("input[type=file]").setInputFiles(copy);
  await expect(told(other)).toContainText("no contiene nada que no estuviera ya aquí");
  await other
    .locator("input[type=file]")
    .setInputFiles({ ...copy, name: "wrong.json", buffer: Buffer.from('{"version":9}') });
  await expect(told(other)).toHaveText(
    /^wrong\.json no se ha traído.*Se esperaba.*JSON de la versión 1 o 2\.$/,
  );
  await expect(other.getByRole("link", { name: /, contestada/ })).toHaveCount(2);
  await other.close();
});

test("what was answered long ago is worth asking again, until it is", async ({ page }) => {
  await page.goto("/en/progress/");
  await page.evaluate(() => {
    const lessons = { "book/surprise": { answered: { doors: "2020-01-31", million: "" }, guesses: {} } };
    localStorage.setItem("surprisal-progress", JSON.stringify({ version: 2, lessons }));
  });
  await page.reload();
  const due = page.getByRole("link", { name: "Question 1, answered some weeks ago" });
  await expect(due).toHaveCount(1);
  await expect(page.locator(".review")).toBeVisible();
  await expect(page.getByRole("link", { name: "Question 2, answered", exact: true })).toHaveCount(1);
  await answerDoors(page);
  await page.goto("/en/progress/");
  await expect(page.getByRole("link", { name: "Question 1, answered", exact: true })).toHaveCount(1);
  await expect(page.locator(".review")).toBeHidden();
});

test("what another version of the Lab kept is set aside, not written over", async ({ page }) => {
  const kept = '{"version":3,"lessons":{}}';
  await page.goto("/en/");
  await page.evaluate((text) => localStorage.setItem("surprisal-progress", text), kept);
  await answerDoors(page);
  expect(await page.evaluate(() => localStorage.getItem("surprisal-progress-unread"))).toBe(kept);
});

test("without JavaScript the page of progress lists the questions and claims nothing", async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await page.goto("/en/progress/");
  await expect(page.getByRole("link", { name: "Question 1", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: /answered/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Erase" })).toBeHidden();
  await page.close();
});
