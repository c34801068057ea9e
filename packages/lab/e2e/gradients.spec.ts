import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout, save, textOf } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/gradients/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const bar = (figure: Locator, side: "P" | "Q", outcome: string) =>
  figure
    .getByRole("group", { name: side === "P" ? "P, the truth" : "Q, the model" })
    .getByRole("slider", { name: outcome });
const slopes = (figure: Locator, row: number) => figure.locator(".slopes tbody tr").nth(row).locator("td");
const command = (figure: Locator) => figure.locator(".command code");
const steps = (figure: Locator) => readout(figure, /^t$/);

test("opens with A, B and C of the sources; by probabilities the slopes are others", async ({ page }) => {
  const figure = await openFigure(page, "buns");
  await expect(readout(figure, /^D\(P ‖ Q\)/)).toHaveText("∞");
  await expect(readout(figure, /^D\(Q ‖ P\)/)).toHaveText("0.615");
  await expect(slopes(figure, 0)).toHaveText(["0.490", "−0.470", "−0.020"]);
  await expect(slopes(figure, 1)).toHaveText(["0.076", "−0.076", "0"]);
  await expect(figure.locator(".verdict")).toContainText("does not change at all");
  await figure.getByRole("button", { name: "probabilities" }).click();
  await expect(slopes(figure, 0)).toHaveText(["−0.500", "−24.500", "−∞"]);
  await expect(slopes(figure, 1).nth(2)).toHaveText("−∞");
  await figure.getByRole("button", { name: "bits" }).click();
  await expect(readout(figure, /^D\(Q ‖ P\)/)).toHaveText("0.888");
  await expect(command(figure)).toHaveText("surprisal compare A=0.49,B=0.49,C=0.02 0.98,0.02,0");
});

test("the keyboard alone does everything", async ({ page }) => {
  const figure = await openFigure(page, "buns");
  await bar(figure, "Q", "C").press("Shift+ArrowUp");
  await expect(bar(figure, "Q", "C")).toHaveAttribute("aria-valuenow", "0.1");
  await expect(slopes(figure, 0).nth(2)).toHaveText("0.080");
  await page.keyboard.press("Control+z");
  await expect(slopes(figure, 0).nth(2)).toHaveText("−0.020");
  await figure.getByRole("button", { name: "C rare" }).press("Enter");
  await figure.getByRole("button", { name: "Step", exact: true }).press("Enter");
  await expect(steps(figure)).toHaveText("1");
  await figure.getByText("Numbers and table").press("Enter");
  const field = figure.getByRole("textbox", { name: "Q(B)" });
  await field.fill("1/4");
  await field.press("Enter");
  await expect(bar(figure, "Q", "B")).toHaveAttribute("aria-valuenow", "0.25");
  await expect(steps(figure)).toHaveText("0");
  await figure.getByRole("button", { name: "Reset" }).press("Space");
  await expect(readout(figure, /^D\(P ‖ Q\)/)).toHaveText("∞");
});

test("Q follows the hand in the triangle, also when the figure is scaled and letterboxed", async ({
  page,
}) => {
  const figure = await openFigure(page, "buns");
  const drag = async (right: number) => {
    const box = (await figure.locator(".triangle .handle.q .thumb").boundingBox())!;
    const from = (await figure.locator(".triangle .ground").boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    // To a place on the way from A to B that is `right` of it, and a quarter of the way up to C.
    await page.mouse.move(from.x + from.width * right, from.y + from.height * 0.75, { steps: 5 });
    await page.mouse.up();
  };
  const now = async (outcome: string) =>
    Number(await bar(figure, "Q", outcome).getAttribute("aria-valuenow"));
  await drag(0.5);
  expect(Math.abs((await now("C")) - 0.25)).toBeLessThan(0.02);
  expect(Math.abs((await now("A")) - 0.375)).toBeLessThan(0.02);
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
    element.querySelector<SVGElement>(".triangle")!.style.height = "600px";
  });
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await drag(0.7);
  expect(Math.abs((await now("C")) - 0.25)).toBeLessThan(0.02);
  expect(Math.abs((await now("B")) - 0.575)).toBeLessThan(0.02);
});

test("a runner that is blind stays blind, and both come back by probabilities", async ({ page }) => {
  const figure = await openFigure(page, "buns");
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(steps(figure)).toHaveText("300", { timeout: 30_000 });
  await expect(readout(figure, "Q(C), D(P ‖ Q)")).toHaveText("0");
  await expect(figure.getByRole("button", { name: "Play" })).toHaveAttribute("aria-disabled", "true");
  await figure.getByRole("button", { name: "probabilities" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(steps(figure)).toHaveText("300", { timeout: 30_000 });
  await expect(readout(figure, "Q(C), D(P ‖ Q)")).toHaveText("0.020");
  await expect(readout(figure, "Q(C), D(Q ‖ P)")).toHaveText("0.020");
});

test("a shared link restores the figure exactly; a bad one is refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "batches");
  await figure.getByRole("button", { name: "optimal" }).click();
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  await figure.getByRole("button", { name: "Share" }).click();
  expect(page.url()).toContain("#batches=1~.49,.49,.02~.97,.02,.01~l~r~8~optimal~1~1");
  const again = await openFigure(await context.newPage(), "batches", page.url());
  await expect(steps(again)).toHaveText("1");
  await expect(readout(again, /^n = /)).toHaveText((await readout(figure, /^n = /).textContent())!);
  const refused = await openFigure(await context.newPage(), "batches", `${lesson("en")}#batches=1~<img>`);
  await expect(refused.getByRole("alert")).toContainText("damaged");
  await expect(readout(refused, "Var")).toHaveText("0.0481");
});

test("a baseline moves the scatter and not the gradient; batches divide it; seeds draw anew", async ({
  page,
}) => {
  const figure = await openFigure(page, "batches");
  const variance = readout(figure, "Var");
  await expect(variance).toHaveText("0.0481");
  const result = figure.locator(".formula .result");
  const before = (await result.textContent())!;
  for (const [baseline, scatter] of [
    ["value", "0.0705"],
    ["optimal", "0.0098"],
    ["leave-one-out", "0.0711"],
  ] as const) {
    await figure.getByRole("button", { name: baseline }).click();
    await expect(variance).toHaveText(scatter);
    await expect(result).toHaveText(before);
  }
  const measured = (await readout(figure, /^n = /).textContent())!;
  await figure.getByRole("button", { name: "Another" }).click();
  await expect(readout(figure, /^n = /)).not.toHaveText(measured);
  await figure.getByRole("button", { name: "D(P‖Q), draws of P" }).click();
  await expect(variance).toHaveText("0.0649");
  await expect(figure.getByRole("button", { name: "optimal" })).toBeDisabled();
  await figure.getByRole("button", { name: "16", exact: true }).click();
  await expect(variance).toHaveText("0.0325");
  await bar(figure, "Q", "B").focus();
  await expect(figure.locator(".formula")).toContainText("zB");
});

test("nothing moves by itself, and the walk steps where motion is not wanted", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const figure = await openFigure(page, "rivals");
  await page.waitForTimeout(500);
  await expect(steps(figure)).toHaveText("0");
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  await expect(steps(figure)).toHaveText("1");
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "buns");
  await figure.getByRole("button", { name: "Save figure" }).click();
  expect(textOf((await save(figure, "Drawing (SVG)")).content)).toContain("−0.020");
  expect((await save(figure, "Table (CSV)")).content.toString()).toContain("\r\nC,0.02,0,");
  expect(JSON.parse((await save(figure, "Data (JSON)")).content.toString())["D(P‖Q)"]).toBe("Infinity");
});

test("every question, wrong and right, and the lesson is complete", async ({ page }) => {
  const buns = await openFigure(page, "buns");
  await readThrough(page);
  const { answer, check, choose } = answering(page);
  await answer("missing", "-0.44", "logit of B");
  await answer("missing", "0.109", "D(Q‖P)");
  await answer("missing", "-0.2", "by the probability");
  await answer("missing", "-0.08", "against the slope");
  await answer("missing", "0.08", "Right.");
  await answer("heads", "0.4", "Q − P");
  await answer("heads", "1.588", "by the probability");
  await answer("heads", "0.09*ln(9)", "Right.");
  await check("blind", "hardly want it");
  await buns.getByRole("button", { name: "nearly right" }).click();
  await check("blind", "Every outcome");
  await bar(buns, "Q", "B").press("Home");
  await check("blind", "Right.");
  await answer("scatter", "0.18", "The draws come from P");
  await answer("scatter", "0.25", "one of the two logits");
  await answer("scatter", "1/2", "Right.");
  await check("quiet", "still strays more");
  await page.locator("figure#rivals").getByRole("button", { name: "nearly right" }).click();
  await check("quiet", "Right.");
  for (const id of ["claim", "baseline"]) {
    await choose(id, 0, "Not yet");
    await choose(id, 1, "Right.");
  }
  await expect(page.getByText("Lesson complete")).toBeVisible();
});

for (const language of ["en", "es"] as const) {
  test(`the lesson is complete without JavaScript: ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    const figure = page.locator("figure#buns");
    await expect(slopes(figure, 0).nth(2)).toHaveText(language === "en" ? "−0.020" : "−0,020");
    await expect(page.locator("figure#batches .estimate").first()).toBeVisible();
    await expect(page.locator("#trick li")).toHaveCount(5);
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}
