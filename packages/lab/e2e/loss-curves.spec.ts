import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/loss-curves/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const loss = (figure: Locator) => readout(figure, /^H\(P, Q\)/);
const gap = (figure: Locator) => readout(figure, /^D\(/);
const logit = (figure: Locator, name: string) => figure.getByRole("slider", { name, exact: true });

test("one-hot: two bits at first, and a step lowers the loss by pulling with q − p", async ({ page }) => {
  const figure = await openFigure(page, "photo");
  await expect(loss(figure)).toHaveText("2.000");
  await figure.getByRole("button", { name: "Step" }).click();
  await expect(logit(figure, "cat")).toHaveAttribute("aria-valuenow", "0.75");
  await expect(logit(figure, "owl")).toHaveAttribute("aria-valuenow", "-0.25");
  await expect(loss(figure)).toHaveText("1.073");
  await expect(figure.locator(".verdict")).toContainText("No lead is enough");
});

test("a logit follows the hand, also when the figure is scaled to 60 %", async ({ page }) => {
  const figure = await openFigure(page, "photo");
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
  });
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = (await logit(figure, "cat").locator(".thumb").boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 30, { steps: 5 });
  await page.mouse.up();
  expect(Number(await logit(figure, "cat").getAttribute("aria-valuenow"))).toBeGreaterThan(2);
  await expect(figure.locator(".ghost").first()).toBeAttached();
});

test("the keyboard alone does everything", async ({ page }) => {
  const figure = await openFigure(page, "photo");
  await logit(figure, "fox").press("End");
  await expect(logit(figure, "fox")).toHaveAttribute("aria-valuenow", "10");
  await expect(figure.locator(".formula button").first()).toContainText("1 ·");
  await page.keyboard.press("Control+z");
  await expect(loss(figure)).toHaveText("2.000");
  await figure.getByRole("slider", { name: "ε, smoothing" }).press("End");
  await expect(readout(figure, /^H\(P\)/)).toHaveText("1.357");
  await figure.getByRole("slider", { name: "γ, focal" }).press("End");
  await expect(figure.locator(".verdict")).toContainText("not the cross-entropy");
  await figure.getByRole("button", { name: "sure and wrong" }).press("Enter");
  await expect(loss(figure)).toHaveText("5.875");
  await figure.getByRole("button", { name: "Reset" }).press("Space");
  await expect(loss(figure)).toHaveText("2.000");
  await figure.getByText("Numbers, and each slope").press("Enter");
  const cells = figure.locator("tbody tr").first().locator("td");
  await expect(cells.nth(3)).toHaveText((await cells.nth(4).textContent())!);
});

test("a shared link restores the figure; a bad one is refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "photo");
  await figure.getByRole("button", { name: "a smoothed label" }).click();
  await figure.getByRole("button", { name: "Step" }).click();
  await figure.getByRole("button", { name: "Share" }).click();
  expect(page.url()).toContain("#photo=1~0,0,0,0~0~0.1~~~~1");
  const other = await context.newPage();
  const again = await openFigure(other, "photo", page.url());
  await expect(loss(again)).toHaveText((await loss(figure).textContent())!);
  const third = await context.newPage();
  const bad = await openFigure(third, "photo", `${lesson("en")}#photo=1~0,0~9`);
  await expect(bad.getByRole("alert")).toContainText("damaged");
  await expect(loss(bad)).toHaveText("2.000");
});

test("the model trains while one watches: the loss falls, and the floor stays", async ({ page }) => {
  const figure = await openFigure(page, "letters");
  const floor = await readout(figure, /^H\(P̂\)/).textContent();
  await figure.getByRole("button", { name: "From nothing" }).click();
  const first = Number(await gap(figure).textContent());
  await expect(figure.locator(".writes")).toContainText("after 0 steps");
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.locator(".writes")).toContainText(/after ([789]\d\d|\d,\d{3}) steps/, {
    timeout: 60_000,
  });
  await figure.getByRole("button", { name: "Pause" }).click();
  expect(Number(await gap(figure).textContent())).toBeLessThan(first / 3);
  await expect(readout(figure, /^H\(P̂\)/)).toHaveText(floor!);
});

test("the letters it learns from can be saved, and the formula is linked to the bars", async ({ page }) => {
  const figure = await openFigure(page, "letters");
  await figure.getByText("The letters it learns from").press("Enter");
  const floor = (await readout(figure, /^H\(P̂\)/).textContent())!;
  await expect(figure.locator("details .rule")).toContainText(`${floor} bits`);
  await expect(figure.locator("details code")).toHaveText("surprisal mi letters.csv:before,next");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: "Save letters.csv" }).click(),
  ]);
  const rows = (await readFile((await saved.path())!)).toString().trim().split("\r\n");
  expect(rows[0]).toBe("before,next");
  await expect(figure.locator(".verdict")).toContainText(
    new RegExp(`^${(rows.length - 1).toLocaleString("en")} letters`),
  );
  const term = figure.locator("button.term").first();
  await term.focus();
  await expect(term).toHaveClass(/strong/);
  await expect(figure.locator(".after .column.active")).toBeVisible();
});

test("another number of letters is another training, with another floor", async ({ page }) => {
  const figure = await openFigure(page, "letters");
  const floor = Number(await readout(figure, /^H\(P̂\)/).textContent());
  await figure.getByRole("group", { name: "Letters it sees" }).getByRole("button", { name: "3" }).click();
  await expect
    .poll(async () => Number(await readout(figure, /^H\(P̂\)/).textContent()), { timeout: 20_000 })
    .toBeLessThan(floor - 0.3);
  await figure.getByRole("button", { name: "Share" }).click();
  expect(page.url()).toContain("#letters=1~3~0.01~1~0");
});

test("questions answer right and wrong by name", async ({ page }) => {
  await page.goto(lesson("en"));
  await readThrough(page);
  const { answer, check } = answering(page);
  await answer("even", "0.1", "That is the probability");
  await answer("even", "2", "among four animals");
  await answer("even", "3.322", "one of ten alike");
  await answer("floor", "0.469", "right or wrong");
  await answer("floor", "0.503", "The entropy of the label");
  await answer("left", "0.539", "the whole loss");
  await answer("left", "0.036", "Sure beyond its label");
  await check("rest", "one-hot");
  const photo = page.locator("figure#photo");
  await photo.getByRole("button", { name: "a smoothed label" }).click();
  await check("rest", "still something to learn");
  for (let i = 0; i < 12; i++) await photo.getByRole("button", { name: "Step" }).click();
  await check("rest", "nothing pulls any more");
  await check("fast", "Longer steps");
});

test("Spanish figures speak Spanish, with a comma", async ({ page }) => {
  const figure = await openFigure(page, "photo", lesson("es"));
  await expect(loss(figure)).toHaveText("2,000");
  await expect(figure.locator(".verdict")).toContainText("Ninguna basta");
  await expect(page.locator("figure#letters .message")).toContainText("del español no dice nada");
});
