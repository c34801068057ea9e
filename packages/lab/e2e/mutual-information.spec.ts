import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/mutual-information/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const information = (figure: Locator) => readout(figure, "I(X ; Y)");
const border = (figure: Locator, name: string) => figure.getByRole("slider", { name, exact: true });

test("opens with its numbers, and the borders follow the hand, also when the figure is scaled to 60 %", async ({
  page,
}) => {
  const figure = await openFigure(page, "umbrella");
  await expect(information(figure)).toHaveText("0.330");
  await expect(readout(figure, /^H\(Y \| X\)/)).toHaveText("0.646");
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
    element.scrollIntoView({ block: "center" });
  });
  const dry = border(figure, "dry: border between umbrella and none");
  const rain = border(figure, "rain: border between umbrella and none");
  const [from, to] = [(await dry.boundingBox())!, (await rain.boundingBox())!];
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  expect(Math.abs(Number(await dry.getAttribute("aria-valuenow")) - 0.9)).toBeLessThanOrEqual(0.02);
  await expect(figure.locator(".ghost")).toBeAttached();
});

test("the keyboard alone does everything, and the goals see it", async ({ page }) => {
  const figure = await openFigure(page, "umbrella");
  const rain = border(figure, "rain: border between umbrella and none");
  await rain.focus();
  await page.keyboard.press("ArrowUp");
  await expect(rain).toHaveAttribute("aria-valuenow", "0.91");
  await page.keyboard.press("Control+z");
  await expect(rain).toHaveAttribute("aria-valuenow", "0.9");
  await figure.getByRole("button", { name: "Align the borders" }).press("Enter");
  await expect(information(figure)).toHaveText("0.000");
  await expect(figure.locator(".verdict")).toContainText("independent");
  await figure.getByRole("button", { name: "a copy" }).press("Enter");
  await expect(information(figure)).toHaveText("1.000");
  await figure.getByRole("button", { name: "Step" }).press("Enter");
  await expect(figure.locator("output.draws")).toHaveText("1 draw");
  await figure.getByText("Numbers and table").press("Enter");
  const field = figure.getByRole("textbox", { name: "Heads(heads)" });
  await field.fill("1/2");
  await field.press("Enter");
  await expect(border(figure, "heads: border between Heads and Tails")).toHaveAttribute(
    "aria-valuenow",
    "0.5",
  );
});

test("a text of one's own is counted, and what is too short is refused kindly", async ({ page }) => {
  const figure = await openFigure(page, "letters");
  await figure.getByText("Your own text").click();
  const box = figure.getByRole("textbox", { name: "Text to count" });
  await box.fill("too short");
  await box.blur();
  await expect(figure.locator(".problem")).toContainText("too short to count");
  await box.fill("ba ".repeat(20));
  await box.blur();
  // In “ba ba ba” each kind decides the next.
  await expect(readout(figure, /^H\(Y \| X\)/)).toHaveText("0.000");
});

test("a link restores the figure, and a damaged one is refused kindly", async ({ page }) => {
  const link = `${lesson("en")}#umbrella=1~sun,moon~day,night~.5,.5~1,0~0,1~12~7`;
  const figure = await openFigure(page, "umbrella", link);
  await expect(information(figure)).toHaveText("1.000");
  await expect(figure.locator("output.draws")).toHaveText("12 draws");
  await page.goto("about:blank");
  const other = await openFigure(page, "umbrella", `${lesson("en")}#umbrella=1~sun`);
  await expect(other.getByRole("alert")).toContainText("damaged");
});

test("estimates run toward the truth, and their bias is measured in a worker", async ({ page }) => {
  const figure = await openFigure(page, "shop");
  await expect(readout(figure, "H(P)")).toHaveText("2.356");
  await expect(readout(figure, "plug-in")).toHaveText("2.058");
  await figure.getByRole("button", { name: "Miller–Madow" }).click();
  await expect(readout(figure, "Miller–Madow")).toHaveText("2.202");
  const bias = readout(figure, "E[·] − H(P)");
  await expect
    .poll(async () => Math.abs(Number((await bias.textContent())!.replace("−", "-"))))
    .toBeLessThan(0.2);
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.locator("output").last()).not.toHaveText("20 draws");
  await figure.getByRole("button", { name: "Pause" }).click();
});

test("two dice seem to share something, and shuffling finds nothing in it", async ({ page }) => {
  const figure = await openFigure(page, "dice");
  await expect(readout(figure, /^p-value/)).toHaveText("0.440");
  await expect(readout(figure, "plug-in")).toHaveText("0.563");
  await figure.getByRole("slider", { name: "Draws" }).focus();
  await page.keyboard.press("End");
  await expect(figure.locator("output").last()).toHaveText("1,000 draws");
  await expect(readout(figure, "plug-in")).toHaveText(/^0\.0/);
});

test("questions know their mistakes, in Spanish too", async ({ page }) => {
  await page.goto(lesson("es"));
  const question = page.locator("#noisy");
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator("astro-island[ssr]")).toHaveCount(0);
  const field = question.getByRole("textbox");
  await field.fill("0,469");
  await field.press("Enter");
  await expect(question).toContainText("lo que queda");
  await field.fill("0,531");
  await field.press("Enter");
  await expect(question).toContainText("casi la mitad");
});

test("every question, wrong and right, and the lesson is complete", async ({ page }) => {
  const umbrella = await openFigure(page, "umbrella");
  await readThrough(page);
  const { answer, check, choose, question } = answering(page);
  await answer("left", "0.646", "your colleague");
  await answer("left", "0,595", "plain mean");
  await answer("left", "0.593", "H(X|Y)");
  await answer("left", "0.430", "natural logarithms");
  await answer("left", "0.621 nats", "in bits, not in nats");
  await answer("left", "0,621", "Right.");
  await question("told").getByRole("radio").first().check();
  await question("told").getByRole("button").click();
  await expect(question("told").locator("details")).toHaveAttribute("open");
  await check("align", "divided differently");
  await umbrella.getByRole("button", { name: "Align the borders" }).click();
  await check("align", "Right.");
  await check("half", "too alike");
  await umbrella.getByRole("button", { name: "a copy" }).click();
  await check("half", "Too much");
  const heads = border(umbrella, "heads: border between Heads and Tails");
  const tails = border(umbrella, "tails: border between Heads and Tails");
  for (let i = 0; i < 11; i++) {
    await heads.press("ArrowDown");
    await tails.press("ArrowUp");
  }
  await check("half", "Right.");
  await answer("noisy", "0.469", "what is left");
  await answer("noisy", "0.531", "Right.");
  await answer("pair", "-1.134", "upside down");
  await answer("pair", "0.306", "already weighed");
  await answer("pair", "log2(0.27/0.123)", "Right.");
  await choose("believe", 0, "Not yet.");
  await answer("correction", "0.216", "not seen");
  await answer("correction", "0.144", "Right.");
  const dice = page.locator("figure#dice");
  await dice.getByRole("button", { name: "Chao–Shen" }).click();
  await check("nothing", "is corrected");
  await dice.getByRole("button", { name: "plug-in" }).click();
  await check("nothing", "Right.");
  await answer("phantom", "0", "That is the truth");
  await answer("phantom", "0.451", "Right.");
  for (const id of ["believe", "shuffle"]) {
    const choices = await question(id).getByRole("radio").count();
    for (let i = 0; i < choices; i++) {
      await question(id).getByRole("radio").nth(i).check();
      await question(id).getByRole("button").click();
      if ((await question(id).getByRole("status").textContent())?.includes("Right.")) break;
    }
    await expect(question(id).getByRole("status")).toContainText("Right.");
  }
  await expect(page.getByText("Lesson complete")).toBeVisible();
});
