import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout, save, textOf } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/two-directions/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const forward = (figure: Locator) => readout(figure, /^D\(P ‖ Q\)/);
const reverse = (figure: Locator) => readout(figure, /^D\(Q ‖ P\)/);
const thumb = (figure: Locator, name: string) => figure.getByRole("slider", { name, exact: true });

/** Drags a thumb to a place on the axis, which is read off its numbers. */
async function dragTo(page: Page, figure: Locator, name: string, place: number): Promise<void> {
  const labels = figure.locator(".side").first().locator(".axis text");
  const middle = async (label: Locator) => {
    const box = (await label.boundingBox())!;
    return box.x + box.width / 2;
  };
  const [from, to] = [await middle(labels.first()), await middle(labels.last())];
  const box = (await thumb(figure, name).locator(".thumb").boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(from + ((to - from) * (place + 6)) / 12, y, { steps: 6 });
  await page.mouse.up();
}

test("opens with the numbers of the sources, put right, in nats; the switch changes all", async ({
  page,
}) => {
  const figure = await openFigure(page, "lamp");
  await expect(forward(figure)).toHaveText("0.756");
  await expect(reverse(figure)).toHaveText("1.244");
  await expect(readout(figure, "min D(P ‖ Q)")).toHaveText("0.503");
  await expect(readout(figure, "min D(Q ‖ P)")).toHaveText("0.691");
  await figure.getByRole("button", { name: "bits" }).click();
  await expect(forward(figure)).toHaveText("1.090");
  await expect(figure.locator(".command code")).not.toContainText("--unit");
  await expect(page.locator("figure#race .command code")).not.toContainText("--unit");
});

test("best of each direction is computed, and the other direction is finite there", async ({ page }) => {
  const figure = await openFigure(page, "lamp");
  await figure.getByRole("button", { name: "Best, truth first" }).click();
  await expect(forward(figure)).toHaveText("0.503");
  await expect(thumb(figure, "Width σ of Q")).toHaveAttribute("aria-valuenow", "2.308679");
  await expect(figure.locator(".verdict")).toContainText("covers both bumps");
  await figure.getByRole("button", { name: "Best, model first" }).click();
  await expect(reverse(figure)).toHaveText("0.691");
  await expect(forward(figure)).toHaveText("8.870");
  await expect(thumb(figure, "Middle μ of Q")).toHaveAttribute("aria-valuenow", "-2.193338");
  await figure.getByRole("button", { name: "Best, model first" }).click();
  await expect(thumb(figure, "Middle μ of Q")).toHaveAttribute("aria-valuenow", "2.193338");
  await figure.getByRole("button", { name: "Best, model first" }).click();
  await expect(figure.locator(".verdict")).toContainText("not the deepest");
});

test("thumbs follow the hand, also when the figure is scaled to 60 % and letterboxed", async ({ page }) => {
  const figure = await openFigure(page, "lamp");
  const now = async (name: string) => Number(await thumb(figure, name).getAttribute("aria-valuenow"));
  await dragTo(page, figure, "Middle μ of Q", 2);
  expect(Math.abs((await now("Middle μ of Q")) - 2)).toBeLessThanOrEqual(0.03);
  await expect(figure.locator(".ghost").first()).toBeAttached();
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
    const svg = element.querySelector<SVGElement>(".chart svg")!;
    svg.style.height = "400px";
    svg.closest<HTMLElement>(".chart")!.style.height = "400px";
  });
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await dragTo(page, figure, "Middle of the left bump of P", -3);
  expect(Math.abs((await now("Middle of the left bump of P")) + 3)).toBeLessThanOrEqual(0.04);
  await dragTo(page, figure, "Width of the right bump of P", 3.4);
  expect(Math.abs((await now("Width of the right bump of P")) - 1.2)).toBeLessThanOrEqual(0.04);
  // The optima are those of the new truth.
  await expect(readout(figure, "min D(P ‖ Q)")).not.toHaveText(/0\.503|…/);
});

test("the keyboard alone does everything", async ({ page }) => {
  const figure = await openFigure(page, "lamp");
  const width = thumb(figure, "Width σ of Q");
  await width.focus();
  await page.keyboard.press("ArrowRight");
  await expect(width).toHaveAttribute("aria-valuenow", "1.55");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(width).toHaveAttribute("aria-valuenow", "1.8");
  await page.keyboard.press("Home");
  await expect(width).toHaveAttribute("aria-valuenow", "0.2");
  await page.keyboard.press("End");
  await expect(width).toHaveAttribute("aria-valuenow", "4");
  await page.keyboard.press("Control+z");
  await expect(width).toHaveAttribute("aria-valuenow", "1.5");
  await figure.getByRole("slider", { name: "Weight of the left bump" }).focus();
  await page.keyboard.press("Home");
  await expect(figure.locator(".command code")).toContainText("'N(2.2,0.7)' 'N(0,1.5)'");
  await page.keyboard.press("Control+z");
  await figure.getByRole("button", { name: "bumps that touch" }).press("Enter");
  await expect(thumb(figure, "Middle of the left bump of P")).toHaveAttribute("aria-valuenow", "-1");
  await figure.getByRole("button", { name: "Reset" }).press("Space");
  await expect(forward(figure)).toHaveText("0.756");
  await figure.getByText("Numbers and optima").press("Enter");
  const field = figure.getByRole("textbox", { name: "Middle μ of Q" });
  await field.fill("11/5");
  await field.press("Enter");
  await expect(thumb(figure, "Middle μ of Q")).toHaveAttribute("aria-valuenow", "2.2");
  await field.fill("far away");
  await field.press("Enter");
  await expect(figure.locator(".verdict")).toContainText("from -5 to 5");
  await figure.getByRole("button", { name: /Put Q there: best, truth first/ }).press("Enter");
  await expect(forward(figure)).toHaveText("0.503");
});

test("terms of the formulas, halves of the integrals and of the chart point at each other", async ({
  page,
}) => {
  const figure = await openFigure(page, "lamp");
  const first = figure.locator(".formula button").first();
  await first.focus();
  await expect(figure.locator(".half.active")).toHaveCount(2);
  await expect(first).toHaveClass(/strong/);
  await expect(first).toHaveAccessibleName(/left half, weight and mean: 0\.500 · 0\.756 = 0\.378/);
});

test("a shared link restores the figure exactly; a bad one is refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "lamp");
  await thumb(figure, "Middle μ of Q").press("ArrowLeft");
  await thumb(figure, "Width of the left bump of P").press("PageUp");
  await figure.getByRole("button", { name: "Share" }).click();
  expect(page.url()).toContain("#lamp=1~-2.2,0.95~2.2,0.7~0.5~-0.1,1.5");
  const other = await context.newPage();
  const again = await openFigure(other, "lamp", page.url());
  await expect(forward(again)).toHaveText((await forward(figure).textContent())!);
  await expect(again.locator(".command code")).toHaveText(
    (await figure.locator(".command code").textContent())!,
  );
  for (const [hash, said] of [
    ["#lamp=1~<img>,1~0,1~0.5~0,1", "damaged"],
    ["#lamp=%E0%A4%A", "damaged"],
    ["#lamp=9~later", "another version"],
  ] as const) {
    const page = await context.newPage();
    const refused = await openFigure(page, "lamp", lesson("en") + hash);
    await expect(refused.getByRole("alert")).toContainText(said);
    await expect(forward(refused)).toHaveText("0.756");
    await page.close();
  }
});

test("the race steps, plays, pauses, comes to rest, and can be undone and linked to", async ({
  page,
  context,
}) => {
  const figure = await openFigure(page, "race");
  const steps = readout(figure, /^n$/);
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  await expect(steps).toHaveText("1");
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.locator(".verdict")).toContainText("come to rest", { timeout: 30_000 });
  await expect(forward(figure)).toHaveText("0.503");
  await expect(reverse(figure)).toHaveText("0.691");
  await figure.getByRole("button", { name: "Share" }).click();
  const again = await openFigure(await context.newPage(), "race", page.url());
  await expect(readout(again, /^n$/)).toHaveText((await steps.textContent())!, { timeout: 20_000 });
  await expect(reverse(again)).toHaveText("0.691", { timeout: 20_000 });
  await figure.getByRole("button", { name: "Undo" }).click();
  await expect(steps).toHaveText("1");
  await thumb(figure, "Middle μ of Q").press("Home");
  await expect(steps).toHaveText("0");
});

test("nothing moves by itself", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const figure = await openFigure(page, "race");
  await page.waitForTimeout(600);
  await expect(readout(figure, /^n$/)).toHaveText("0");
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  await expect(readout(figure, /^n$/)).toHaveText("1");
});

test("the orders in between leap from covering to seeking", async ({ page }) => {
  const figure = await openFigure(page, "orders");
  const alpha = figure.getByRole("slider", { name: /^α/ });
  await alpha.focus();
  await page.keyboard.press("Home");
  await expect(reverse(figure)).toHaveText("0.691");
  for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
  await expect(figure.locator(".verdict")).toContainText("α = 0.15: the best Gaussian sits on one bump");
  await page.keyboard.press("ArrowRight");
  await expect(figure.locator(".verdict")).toContainText("α = 0.20: the best Gaussian covers both bumps");
  await page.keyboard.press("End");
  await expect(forward(figure)).toHaveText("0.503");
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "lamp");
  await figure.getByRole("button", { name: "Save figure" }).click();
  const svg = await save(figure, "Drawing (SVG)");
  expect(svg.name).toBe("surprisal-lamp.svg");
  expect(textOf(svg.content)).toContain("0.756 nats");
  expect((await save(figure, "Picture (PNG)")).content.readUInt32BE(16)).toBe(1920);
  expect((await save(figure, "Table (CSV)")).content.toString()).toMatch(
    /^x,P,Q,P log P\/Q \(nats\),.*\r\n-6,/,
  );
  const json = JSON.parse((await save(figure, "Data (JSON)")).content.toString());
  expect(json["D(Q‖P)"]).toBeCloseTo(1.2437763925, 9);
  expect(json.optima).toHaveLength(4);
});

test("every question, wrong and right, and the lesson is complete", async ({ page }) => {
  const lamp = await openFigure(page, "lamp");
  await readThrough(page);
  const { answer, check, choose } = answering(page);
  await check("cover", "beam too narrow");
  await lamp.getByRole("button", { name: "Best, model first" }).click();
  await check("cover", "over one café");
  await lamp.getByRole("button", { name: "Best, truth first" }).click();
  await check("cover", "Right.");
  await answer("least", "1.075", "the other direction");
  await answer("least", "0.756", "where the figure starts");
  await answer("least", "0,503", "Right.");
  await answer("half", "0.5", "share of P");
  await answer("half", "1", "logarithms to base 2");
  await answer("half", "ln(2)", "Right.");
  await answer("third", "0.357", "heavier bump");
  await answer("third", "-ln(0.3)", "Right.");
  await check("valley", "more than one place");
  await page.locator("figure#race").getByRole("button", { name: "bumps that touch" }).click();
  await check("valley", "Right.");
  for (const [id, wrong, right] of [
    ["asked", 0, 1],
    ["novel", 0, 1],
  ] as const) {
    await choose(id, wrong, "Not yet");
    await choose(id, right, "Right.");
  }
  await expect(page.getByText("Lesson complete")).toBeVisible();
});

for (const language of ["en", "es"] as const) {
  test(`the lesson is complete without JavaScript: ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    const figure = page.locator("figure#lamp");
    await expect(figure.locator(".truth").first()).toBeVisible();
    await expect(forward(figure)).toHaveText(language === "en" ? "0.756" : "0,756");
    await expect(figure.locator("tbody tr")).toHaveCount(5);
    await expect(page.locator("figure#orders .alpha")).toHaveCount(21);
    await expect(page.locator("#hang details")).toHaveCount(1);
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}
