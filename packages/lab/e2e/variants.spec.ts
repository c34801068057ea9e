import { expect, test } from "@playwright/test";

test("a question is asked again with other numbers, graded, and worked out", async ({ page }) => {
  await page.goto("/es/book/surprise/");
  const question = page.locator("#together");
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator("astro-island[ssr]")).toHaveCount(0);
  const answer = question.getByRole("textbox");
  await question.getByRole("button", { name: "Con otros números" }).press("Enter");
  const ask = question.locator(".variant");
  await expect(ask).toContainText("probabilidad 0,");
  await expect(answer).toBeFocused();
  const first = await ask.textContent();
  await answer.fill("999");
  await answer.press("Enter");
  await expect(question.getByRole("status")).toHaveText("Todavía no.");
  const solution = question.locator("form details");
  await solution.locator("summary").click();
  const right = await solution.locator("strong").textContent();
  await answer.fill(right!);
  await answer.press("Enter");
  await expect(question.getByRole("status")).toContainText("Correcto.");
  // Seeds follow one another, and two in a row may make the same numbers; five do not.
  await expect(async () => {
    await question.getByRole("button", { name: "Con otros números" }).click();
    expect(await ask.textContent()).not.toBe(first);
  }).toPass();
  await expect(answer).toHaveValue("");
  await expect(solution).not.toHaveAttribute("open");
});
