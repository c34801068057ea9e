import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/inference/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const surprise = (figure: Locator) => readout(figure, /^−log P\(x\)/);
const bound = (figure: Locator) => readout(figure, /^−ELBO/);
const gap = (figure: Locator) => readout(figure, /^D\(Q ‖ P\)/);
const told = (figure: Locator) => readout(figure, /^D\(Q ‖ P\(z\)\)/);
const grip = (figure: Locator, name: string) => figure.getByRole("slider", { name, exact: true });
const first = "Q: the first suitcase, in kilograms";
const width = "Q: how unsure of the first";

async function drag(page: Page, mark: Locator, [dx, dy]: readonly [number, number]): Promise<void> {
  const box = (await mark.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 6 });
  await page.mouse.up();
}

test("the bound is as long both ways, and the surprise stands still, while Q follows the hand", async ({
  page,
}) => {
  const figure = await openFigure(page, "suitcases");
  await expect(surprise(figure)).toHaveText("3.247");
  await expect(bound(figure)).toHaveText("12.362");
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
    element.scrollIntoView({ block: "center" });
  });
  await drag(page, figure.locator("rect[role=presentation]"), [20, -20]);
  const moved = Number(await grip(figure, first).getAttribute("aria-valuenow"));
  expect(moved).toBeGreaterThan(21);
  await drag(page, grip(figure, width).locator(".thumb"), [-25, 0]);
  expect(Number(await grip(figure, width).getAttribute("aria-valuenow"))).toBeLessThan(4);
  await expect(surprise(figure)).toHaveText("3.247");
  const values = await figure.locator(".formula p").nth(2).locator(".term").allTextContents();
  expect(values).toEqual([values[0], values[0]]);
  await expect(figure.locator(".ghost")).toBeAttached();
});

test("the keyboard alone does everything", async ({ page }) => {
  const figure = await openFigure(page, "suitcases");
  await grip(figure, first).press("ArrowRight");
  await expect(grip(figure, first)).toHaveAttribute("aria-valuenow", "20.5");
  await grip(figure, width).press("ArrowDown");
  await expect(grip(figure, width)).toHaveAttribute("aria-valuenow", "4.9");
  await page.keyboard.press("Control+z");
  await expect(grip(figure, width)).toHaveAttribute("aria-valuenow", "5");
  await figure.getByRole("button", { name: "Best, model first" }).press("Enter");
  await expect(gap(figure)).toHaveText("0.680");
  await expect(figure.locator(".verdict")).toContainText("±1.86 kg");
  await figure.getByRole("slider", { name: "It errs by" }).press("End");
  await expect(figure.locator("output").last()).toHaveText("20 kg");
  await figure.getByText("Numbers, and the best").press("Enter");
  const field = figure.getByRole("textbox", { name: width });
  await field.fill("7/2");
  await field.press("Enter");
  await expect(grip(figure, width)).toHaveAttribute("aria-valuenow", "3.5");
  await field.fill("100");
  await field.press("Enter");
  await expect(figure.locator(".verdict")).toContainText("A number from 0.3 to 9");
});

test("one suitcase at a time comes down to the best, and never up", async ({ page }) => {
  const figure = await openFigure(page, "field");
  let before = Number(await bound(figure).textContent());
  for (let i = 0; i < 6; i++) {
    await figure.getByRole("button", { name: "Step" }).click();
    const now = Number(await bound(figure).textContent());
    expect(now).toBeLessThanOrEqual(before);
    before = now;
  }
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.locator(".verdict")).toContainText("The least D(Q‖P)", { timeout: 30_000 });
  await expect(gap(figure)).toHaveText("0.680");
});

test("a shared link restores the figures; bad ones are refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "suitcases");
  await figure.getByRole("button", { name: "Best, truth first" }).click();
  await figure.getByRole("button", { name: "Share" }).click();
  expect(page.url()).toContain("#suitcases=1~46~2~22.777778,3.664141~22.777778,3.664141~0");
  const other = await context.newPage();
  const again = await openFigure(other, "suitcases", page.url());
  await expect(gap(again)).toHaveText((await gap(figure).textContent())!);
  for (const [id, bad] of [
    ["suitcases", "1~46~2.2~20,5~20,5~0"],
    ["guard", "1~3~1~40~0,0"],
  ] as const) {
    const fresh = await context.newPage();
    const refused = await openFigure(fresh, id, `${lesson("en")}#${id}=${bad}`);
    await expect(refused.getByRole("alert")).toContainText("damaged");
  }
});

test("the autoencoder paints what the cross says, by pointer and by keys", async ({ page }) => {
  const figure = await openFigure(page, "guard");
  await expect(figure.locator(".verdict")).toContainText("Both numbers are in use");
  const painted = figure.locator(".painted path").first();
  const before = await painted.getAttribute("d");
  await drag(page, figure.locator("rect[role=presentation]"), [70, 40]);
  const across = grip(figure, "First number of the code");
  expect(Number(await across.getAttribute("aria-valuenow"))).toBeGreaterThan(0.8);
  expect(await painted.getAttribute("d")).not.toBe(before);
  await across.press("Home");
  await expect(across).toHaveAttribute("aria-valuenow", "-3");
  await expect(figure.locator(".painted p")).toContainText("−3.00");
});

test("it trains in a worker while one watches, and at a high price its code falls silent", async ({
  page,
}) => {
  const figure = await openFigure(page, "guard");
  await figure.getByRole("button", { name: "16", exact: true }).click();
  await expect(figure.locator(".steps")).toHaveText("0 steps", { timeout: 20_000 });
  await figure.getByRole("button", { name: "Step" }).click();
  await expect(figure.locator(".steps")).toHaveText("20 steps", { timeout: 20_000 });
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.locator(".steps")).toHaveText(/^[4-8]\d\d steps/, { timeout: 90_000 });
  await figure.getByRole("button", { name: /Pause|Play/ }).click();
  await expect(figure.locator(".verdict")).toContainText("Collapsed");
  expect(Number(await told(figure).textContent())).toBeLessThan(0.05);
  const question = page.locator("#collapse");
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator("astro-island[ssr]")).toHaveCount(0);
  await question.getByRole("button", { name: "Check the figure" }).click();
  await expect(question.getByRole("status")).toContainText("All ellipses are the prior");
});

test("questions answer right and wrong by name", async ({ page }) => {
  await page.goto(lesson("en"));
  await readThrough(page);
  const { answer, check, question } = answering(page);
  const choose = async (id: string, text: RegExp, said: string) => {
    await question(id).getByRole("radio", { name: text }).check();
    await question(id).getByRole("button", { name: "Check" }).click();
    await expect(question(id).getByRole("status")).toContainText(said);
  };
  await answer("gap", "0.193", "the posterior weighs");
  await answer("gap", "0.693", "the wall");
  await answer("gap", "0.223", "give in to the cat");
  await answer("narrow", "1.022", "There is a half");
  await answer("narrow", "0.511", "three fifths");
  await answer("rate", "0.5", "the place alone");
  await answer("rate", "0.818", "Half a nat for the place");
  await check("tight", "The middle of Q is not yet");
  await page.locator("figure#suitcases").getByRole("button", { name: "Best, truth first" }).click();
  await check("tight", "sticks out");
  await page.locator("figure#suitcases").getByRole("button", { name: "Best, model first" }).click();
  await check("tight", "The shortest bound");
  await check("loose", "know too much about each other");
  const field = page.locator("figure#field");
  await field.getByRole("slider", { name: "It errs by" }).press("End");
  await field.getByRole("button", { name: "Best, model first" }).click();
  await check("loose", "keeping them apart costs nothing");
  await check("collapse", "Raise the price");
  await choose("sure", /^That both work/, "with the other held fixed");
  await choose("sure", /^Little/, "Mean field cannot say so");
  await choose("smallest", /^The smallest/, "tells most");
  await choose("smallest", /^β = 1/, "Every other β");
});

test("uses are matched with their direction, and wrong matches are answered", async ({ page }) => {
  await page.goto(lesson("en"));
  const uses = page.locator("#uses");
  await uses.scrollIntoViewIfNeeded();
  await expect(uses.locator(".proof-task")).toHaveText("Choose for each line what goes with it.");
  const right = ["supervised", "distil", "vi", "rl", "vae"];
  const selects = uses.locator("select");
  for (const [i, name] of right.entries()) await selects.nth(i).selectOption(name);
  await selects.nth(2).selectOption("rl");
  await uses.getByRole("button", { name: "Check" }).click();
  await expect(uses.getByRole("status")).toContainText("Line 3: near");
  await selects.nth(2).selectOption("vi");
  await uses.getByRole("button", { name: "Check" }).click();
  await expect(uses.getByRole("status")).toContainText("All of them match");
});

test("Spanish figures speak Spanish, with a comma", async ({ page }) => {
  const figure = await openFigure(page, "suitcases", lesson("es"));
  await expect(surprise(figure)).toHaveText("3,247");
  await expect(figure.locator(".verdict")).toContainText("antes de la báscula");
  await expect(page.locator("figure#guard .verdict")).toContainText("Los dos números trabajan");
});
