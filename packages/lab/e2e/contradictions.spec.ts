import { expect, test } from "@playwright/test";
import { readout } from "./figure.ts";
import { bar, lesson } from "./lesson.ts";

test("a swapped answer leads to the figure in which it would have been right, as often as one follows it", async ({
  page,
}) => {
  await page.goto(lesson("es"));
  const question = page.locator("#gap");
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator("astro-island[ssr]")).toHaveCount(0);
  await question.getByRole("textbox").fill("0,531");
  await question.getByRole("textbox").press("Enter");
  const see = question.getByRole("status").getByRole("link", { name: "Verlo en la figura" });
  const figure = page.locator("figure#telegraph");
  for (let time = 0; time < 2; time++) {
    await see.press("Enter");
    await expect(figure).toBeInViewport();
    await expect(readout(figure, "D(P ‖ Q)")).toHaveText("0,531");
    await bar(figure, "Q", "punto").press("Home");
  }
  await question.getByRole("textbox").fill("12");
  await question.getByRole("textbox").press("Enter");
  await expect(see).toHaveCount(0);
});

test("a wrong choice leads to the figure that contradicts it, the right one to none", async ({ page }) => {
  await page.goto(lesson("en"));
  const question = page.locator("#direction");
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator("astro-island[ssr]")).toHaveCount(0);
  await question.getByRole("radio", { name: "Both are infinite" }).check();
  await question.getByRole("button", { name: "Check" }).click();
  await question.getByRole("link", { name: "See it in the figure" }).click();
  const figure = page.locator("figure#films");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("∞");
  await expect(readout(figure, "D(Q ‖ P)")).not.toHaveText("∞");
  await question.getByRole("radio", { name: "D(P‖Q) is infinite" }).check();
  await question.getByRole("button", { name: "Check" }).click();
  await expect(question.getByRole("link", { name: "See it in the figure" })).toHaveCount(0);
});
