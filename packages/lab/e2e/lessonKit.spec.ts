import { expect, type Locator, type Page, test } from "@playwright/test";
import { bar, lesson, openFigure } from "./lesson.ts";

/** A part of the lesson, once its scripts have taken it up. */
async function open(page: Page, id: string, address = lesson("en")): Promise<Locator> {
  await page.goto(address);
  const part = page.locator(`#${id}`);
  await part.scrollIntoViewIfNeeded();
  await expect(part.locator("astro-island[ssr]")).toHaveCount(0);
  return part;
}

const steps = ["tangent", "weigh", "sum", "one", "name"];
const order = (proof: Locator) =>
  proof.locator("li").evaluateAll((lines) => lines.map((line) => line.dataset.step));

/** Brings the lines into their order with the arrow keys alone. */
async function putInOrder(proof: Locator): Promise<void> {
  for (const [place, step] of steps.entries())
    while ((await order(proof)).indexOf(step) > place)
      await proof.locator(`li[data-step=${step}] [data-by="-1"]`).press("ArrowUp");
}

test("a guess comes before the answer, stays as it was made, and is kept", async ({ page }) => {
  const predict = await open(page, "half-the-lean");
  const answer = predict.locator("details");
  await expect(answer).not.toHaveAttribute("open");
  await predict.getByRole("button", { name: "That is my guess" }).click();
  await expect(predict.getByRole("status")).toContainText("Choose one first");
  await expect(answer).not.toHaveAttribute("open");
  await predict.getByRole("radio", { name: "About half of it" }).check();
  await predict.getByRole("button", { name: "That is my guess" }).press("Enter");
  await expect(predict.getByRole("status")).toContainText("in proportion to the error");
  await expect(answer).toHaveAttribute("open");
  await expect(predict.getByRole("radio", { name: "quarter" })).toBeDisabled();
  await page.reload();
  await expect(predict.getByRole("radio", { name: "About half of it" })).toBeChecked();
  await expect(answer).toHaveAttribute("open");
});

test("the proof is made by keyboard: ordered, justified, completed, and kept", async ({ page }) => {
  const proof = await open(page, "gibbs");
  const check = proof.getByRole("button", { name: "Check" });
  const said = proof.getByRole("status");
  await check.press("Enter");
  await expect(said).toContainText("Line 1 comes too early. This is where you want to arrive");
  await putInOrder(proof);
  expect(await order(proof)).toEqual(steps);
  await check.press("Enter");
  await expect(proof.getByRole("combobox", { name: "Why line 1 holds" })).toBeFocused();
  await check.press("Enter");
  await expect(said).toContainText("Line 1 still needs its reason");
  for (const step of steps) await proof.locator(`li[data-step=${step}] select`).selectOption(step);
  await proof.getByRole("combobox", { name: "Why line 3 holds" }).selectOption("weigh");
  await check.press("Enter");
  await expect(said).toContainText("Line 3: each outcome had its P(x) already");
  await proof.getByRole("combobox", { name: "Why line 3 holds" }).selectOption("one");
  await check.press("Enter");
  await expect(said).toContainText("numbers in the place of the two sums");
  await proof.getByRole("combobox", { name: "Why line 3 holds" }).selectOption("sum");
  const blank = proof.getByRole("textbox");
  for (const [text, reply] of [
    ["", "not a number yet"],
    ["0", "gone down to −∞"],
    ["e", "At t = e"],
    ["7", "Look at the figure"],
    ["3/3", "Proved"],
  ] as const) {
    await blank.fill(text);
    await blank.press("Enter");
    await expect(said).toContainText(reply);
  }
  await expect(proof.getByRole("button", { name: "Prove it again" })).toBeFocused();
  await page.reload();
  await expect(said).toContainText("Proved");
  await expect(proof.locator(".proof-reason").first()).toBeVisible();
  await proof.getByRole("button", { name: "Prove it again" }).click();
  expect(await order(proof)).not.toEqual(steps);
});

test("lines of a proof are dragged by their numbers, and moved by buttons", async ({ page }) => {
  const proof = await open(page, "gibbs");
  const before = await order(proof);
  const grip = (await proof.locator(".proof-number").first().boundingBox())!;
  const last = (await proof.locator("li").last().boundingBox())!;
  await page.mouse.move(grip.x + 6, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + 6, last.y + last.height - 3, { steps: 12 });
  await page.mouse.up();
  expect(await order(proof)).toEqual([...before.slice(1), before[0]]);
  await expect(proof.getByRole("status")).toHaveText("Now line 5 of 5.");
  await proof.getByRole("button", { name: "Move line 5 up" }).click();
  expect((await order(proof))[3]).toBe(before[0]);
  await expect(proof.getByRole("button", { name: "Move line 1 up" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("the tangent follows the reader's own P and Q", async ({ page }) => {
  const duel = await openFigure(page, "telegraph");
  const tangent = page.locator("figure.tangent");
  await tangent.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", { has: tangent })).toHaveCount(0);
  await expect(tangent.locator(".sum")).toContainText("= 0.511");
  await bar(duel, "Q", "dot").press("End");
  await expect(tangent.locator(".sum")).toContainText("∞");
  await expect(tangent.getByRole("img")).toHaveAttribute("aria-label", /dash: t = 0\.00, gap ∞/);
  await bar(duel, "P", "dash").press("Home");
  await expect(tangent.locator(".sum")).toContainText("= 0.000");
  await bar(duel, "Q", "dot").press("PageDown");
  await expect(tangent.locator(".sum")).toContainText("Q on what cannot happen");
});

test("a detour is judged by the library", async ({ page }) => {
  const question = await open(page, "detour", lesson("es"));
  for (const [text, reply] of [
    ["0,2", "No te salgas por los extremos"],
    ["1", "infinito"],
    ["1/2", "uno de los dos extremos"],
    ["2", "entre 0 y 1"],
    ["0,7", "desigualdad triangular no se cumple"],
  ] as const) {
    await question.getByRole("textbox").fill(text);
    await question.getByRole("textbox").press("Enter");
    await expect(question.getByRole("status")).toContainText(reply);
  }
});

test("without JavaScript the proof stands in its order with its reasons, and guesses unfold", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(lesson("en"));
  const proof = page.locator("#gibbs");
  expect(await order(proof)).toEqual(steps);
  for (const reason of await proof.locator(".proof-reason").all()) await expect(reason).toBeVisible();
  await expect(proof.locator(".blank-value")).toHaveText("1");
  await expect(proof.getByRole("button")).toHaveCount(0);
  await expect(page.locator("figure.tangent .sum")).toContainText("= 0.511");
  await page.locator("#half-the-lean summary").click();
  await expect(page.locator("#half-the-lean .num").first()).toBeVisible();
  await context.close();
});
