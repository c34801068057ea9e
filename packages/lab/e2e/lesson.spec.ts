import { expect, test } from "@playwright/test";
import { bar, lesson, openFigure } from "./lesson.ts";
import { readThrough } from "./readThrough.ts";

const languages = ["en", "es"] as const;

for (const language of languages) {
  test(`the lesson is complete without JavaScript: ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    const figure = page.locator("figure#films");
    await expect(figure.locator(".bar").first()).toBeVisible();
    await expect(figure.locator(".readout.strong .readout-value")).toHaveText(
      language === "en" ? "0.876" : "0,876",
    );
    await expect(figure.locator("table")).toHaveCount(1);
    await expect(page.locator(".answer").first()).toBeHidden();
    await page.locator("#believing summary").click();
    await expect(page.locator("#believing details .num")).toContainText(
      language === "en" ? "1.737" : "1,737",
    );
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}

test("on paper there are prose, figures as they stand and room for answers, and no buttons", async ({
  page,
}) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await openFigure(page, "films");
  for (const part of [
    ".site-header",
    "figure#films .controls",
    "figure#films .figure-head .segments",
    "figure#films .values",
    ".question .solution",
    ".question .check",
    ".predict-ask .button",
    ".around",
  ])
    await expect(page.locator(part).first(), part).toBeHidden();
  for (const part of ["h1", "figure#films .readouts", "#believing .field", ".predict-reveal > p", ".summary"])
    await expect(page.locator(part).first(), part).toBeVisible();
  expect(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
});

test("numbers are graded as people write them, and each mistake gets its own answer", async ({ page }) => {
  await page.goto(lesson("en"));
  await readThrough(page);
  const question = page.locator("#believing");
  const answer = async (text: string) => {
    await question.getByRole("textbox").fill(text);
    await question.getByRole("button", { name: "Check" }).click();
    return question.getByRole("status");
  };
  await expect(await answer("heads")).toContainText("not a number");
  await expect(await answer("0.737")).toContainText("only the waste");
  await expect(await answer("1")).toContainText("weighs by Q");
  await expect(question.getByRole("status")).toContainText("Hint:");
  await expect(await answer("1.204")).toContainText("natural logarithms");
  await expect(await answer("1.737 nats")).toContainText("in bits, not in nats");
  await expect(await answer("1.73")).toContainText("Not yet");
  await expect(await answer("-0,5·log2(0,9) - 1/2 * log2(0,1)")).toContainText("Right.");
  await expect(await answer("1,737")).toContainText("Right.");
  await expect(page.locator("[data-progress]").first()).toContainText("1 / 6");
});

test("all questions answered make the lesson complete, and stay answered", async ({ page }) => {
  const figure = await openFigure(page, "films", lesson("es"));
  await readThrough(page);
  for (const [id, text] of [
    ["matched", "1"],
    ["believing", "1,737"],
    ["gap", "0,737 bits"],
    ["detour", "0,7"],
  ] as const) {
    await page.locator(`#${id}`).getByRole("textbox").fill(text);
    await page.locator(`#${id}`).getByRole("textbox").press("Enter");
    await expect(page.locator(`#${id}`).getByRole("status")).toContainText("Correcto");
  }
  const make = page.locator("#infinite");
  await make.getByRole("button").click();
  await expect(make.getByRole("status")).toContainText("sigue siendo finita");
  await bar(figure, "Q", "pasable").press("Home");
  await make.getByRole("button").click();
  await expect(make.getByRole("status")).toContainText("Correcto");
  const choice = page.locator("#direction");
  await choice.locator('input[value="1"]').check();
  await choice.getByRole("button").click();
  await expect(choice.getByRole("status")).toContainText("Todavía no");
  await choice.locator('input[value="0"]').check();
  await choice.getByRole("button").click();
  await expect(choice.getByRole("status")).toContainText("Correcto");
  await expect(page.getByText("Lección completa")).toBeVisible();
  await page.reload();
  await expect(page.locator("[data-progress]").first()).toContainText("6 / 6");
});
