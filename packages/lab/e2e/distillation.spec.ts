import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout, save, textOf } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/distillation/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const bar = (figure: Locator, series: string, name: string) =>
  figure.getByRole("group", { name: series, exact: true }).getByRole("slider", { name, exact: true });

const press = (figure: Locator, group: string, name: string) =>
  figure.getByRole("group", { name: group, exact: true }).getByRole("button", { name, exact: true }).click();

async function playToTheEnd(figure: Locator): Promise<void> {
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.getByRole("button", { name: "Step", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
    {
      timeout: 30_000,
    },
  );
}

test("a student learns while one watches: covers, then seeks; the price is floor and gap throughout", async ({
  page,
}) => {
  const figure = await openFigure(page, "school");
  await expect(figure.locator(".verdict")).toHaveText("It has learned nothing yet.");
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  await expect(figure.locator(".verdict")).not.toHaveText("It has learned nothing yet.");
  await playToTheEnd(figure);
  await expect(readout(figure, "Could be saved")).toHaveText("0.733");
  await expect(readout(figure, "Nobody can save")).toHaveText("1.879");
  await expect(readout(figure, "Pays")).toHaveText("2.612");
  await expect(readout(figure, "Wasted")).toHaveText("0.471");
  await expect(readout(figure, "Missed")).toHaveText("0");
  await press(figure, "Minimise", "H(P,Q)");
  await expect(readout(figure, "Could be saved")).toHaveText("0.733");
  await press(figure, "Minimise", "D(Q‖P)");
  await expect(readout(figure, "Wasted")).toHaveText("0.079");
  await expect(readout(figure, "Missed")).toHaveText("2");
  await expect(figure.locator(".verdict")).toContainText("red wine");
  await figure.getByRole("button", { name: "bits" }).click();
  await expect(readout(figure, "Nobody can save")).toHaveText("2.711");
  await figure.getByRole("button", { name: "Undo" }).click();
  await expect(readout(figure, "Wasted")).toHaveText("0.471");
  await figure.getByRole("button", { name: "From the start" }).click();
  await expect(figure.locator(".verdict")).toHaveText("It has learned nothing yet.");
});

test("the keyboard does it alone, and a link brings it back", async ({ page, context }) => {
  const figure = await openFigure(page, "school");
  const tea = bar(figure, "P, the teacher", "black tea");
  await tea.focus();
  await page.keyboard.press("End");
  await expect(tea).toHaveAttribute("aria-valuenow", "1");
  await expect(readout(figure, "Nobody can save")).toHaveText("0.000");
  await page.keyboard.press("Control+z");
  await figure.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(tea).toHaveAttribute("aria-valuenow", "0.2");
  await figure.getByRole("button", { name: "3", exact: true }).press("Enter");
  await figure.getByRole("button", { name: "JS, β" }).press("Enter");
  const beta = figure.getByRole("slider", { name: "β", exact: true });
  await beta.press("ArrowLeft");
  await expect(beta).toHaveAttribute("aria-valuetext", "0.4");
  await expect(figure.locator(".elsewhere")).toContainText("generalized_jsd_loss(beta=0.4)");
  for (let i = 0; i < 3; i++) await figure.getByRole("button", { name: "Step", exact: true }).press("Enter");
  await figure.getByText("Numbers and table").press("Enter");
  const field = figure.getByRole("textbox", { name: "P(red wine)" });
  await field.fill("1/4");
  await field.press("Enter");
  await expect(bar(figure, "P, the teacher", "red wine")).toHaveAttribute("aria-valuenow", "0.25");
  const said = await readout(figure, "Could be saved").textContent();
  await figure.getByRole("button", { name: "Share" }).click();
  const again = await openFigure(await context.newPage(), "school", page.url());
  await expect(readout(again, "Could be saved")).toHaveText(said!);
  await expect(again.getByRole("slider", { name: "β", exact: true })).toHaveAttribute(
    "aria-valuetext",
    "0.4",
  );
});

test("bars follow the hand, also when the figure is scaled to 60 %; the student learns when it lets go", async ({
  page,
}) => {
  const figure = await openFigure(page, "kiosk");
  const drag = async (mark: Locator, by: number, meanwhile = async () => {}) => {
    await mark.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = (await mark.locator(".thumb").boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + by, { steps: 5 });
    await meanwhile();
    await page.mouse.up();
  };
  await press(figure, "The task changes", "the teacher");
  await expect(readout(figure, "Serves the kiosk")).toHaveText("0.996");
  const wine = bar(figure, "Chance that it serves the kiosk", "red wine");
  const before = Number(await wine.getAttribute("aria-valuenow"));
  expect(before).toBe(0);
  await drag(wine, -60, () => expect(readout(figure, "Missed")).toHaveText("1"));
  const half = Number(await wine.getAttribute("aria-valuenow"));
  expect(half).toBeGreaterThan(0.4);
  await expect(readout(figure, "Missed")).toHaveText("0");
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
  });
  await drag(wine, 18);
  // 18 px of the page are 30 of the figure: half of what 60 px of it were.
  expect(Math.abs(half - Number(await wine.getAttribute("aria-valuenow")) - half / 2)).toBeLessThan(0.04);
});

test("T² keeps the pull, and what the task says helps where the reverse direction does not", async ({
  page,
}) => {
  const warm = await openFigure(page, "warm");
  const pull = async (name: string) => Number(await readout(warm, name).textContent());
  expect((await pull("Times T²")) / (await pull("Pull at T"))).toBeCloseTo(16, 0);
  await warm.getByRole("slider", { name: "T", exact: true }).press("End");
  await expect(warm.locator(".legend .p")).toHaveText("P, the teacher at T = 16");
  expect(await pull("Times T²")).toBeGreaterThan(0.4);
  await warm.getByRole("button", { name: "times T²" }).click();
  await expect(warm.locator(".elsewhere")).toContainText("DistillKit KLDLoss, T = 16");
  const kiosk = page.locator("figure#kiosk");
  await kiosk.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", { has: kiosk })).toHaveCount(0);
  await press(kiosk, "Minimise", "D(Q‖P)");
  const served = Number(await readout(kiosk, "Serves the kiosk").textContent());
  expect(served).toBeLessThan(0.6);
  await press(kiosk, "The task changes", "the teacher");
  await expect(kiosk.locator(".verdict")).toContainText("infinitely");
  await press(kiosk, "Minimise", "D(P‖Q)");
  await expect(readout(kiosk, "Serves the kiosk")).toHaveText("0.996");
  await press(kiosk, "The task changes", "the weights of the loss");
  await expect(readout(kiosk, "Serves the kiosk")).toHaveText("0.990");
  await press(kiosk, "The task changes", "nothing");
  await press(kiosk, "Keep of the teacher", "top 2");
  await expect(readout(kiosk, "Serves the kiosk")).toHaveText("0.499");
});

test("draws are seeded, and stray as far as is said", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const figure = await openFigure(page, "drawn");
  await expect(readout(figure, "Noise, teacher draws")).toHaveText("0.228");
  const said = await readout(figure, "Could be saved").textContent();
  await figure.getByRole("button", { name: "Another" }).click();
  await expect(readout(figure, "Could be saved")).not.toHaveText(said!);
  await figure.getByRole("spinbutton", { name: "Seed" }).fill("1");
  await figure.getByRole("spinbutton", { name: "Seed" }).press("Enter");
  await expect(readout(figure, "Could be saved")).toHaveText(said!);
  await expect(figure.locator("path.draws")).toBeVisible();
  await press(figure, "Batch", "64");
  await expect(readout(figure, "Noise, teacher draws")).toHaveText("0.114");
  await press(figure, "A step’s orders are drawn by", "nobody: all are summed");
  await expect(figure.locator("path.draws")).toHaveCount(0);
});

test("a bad link is refused kindly", async ({ page }) => {
  for (const [hash, said] of [
    ["#school=1~<img>~1", "damaged"],
    ["#school=%E0%A4%A", "damaged"],
    ["#school=9~later", "another version"],
  ] as const) {
    await page.goto("about:blank");
    const figure = await openFigure(page, "school", lesson("en") + hash);
    await expect(figure.getByRole("alert")).toContainText(said);
    await expect(readout(figure, "Nobody can save")).toHaveText("1.879");
  }
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "kiosk");
  await figure.getByRole("button", { name: "Save figure" }).click();
  expect(textOf((await save(figure, "Drawing (SVG)")).content)).toContain("0.314 nats");
  expect((await save(figure, "Picture (PNG)")).content.readUInt32BE(16)).toBe(1920);
  expect((await save(figure, "Table (CSV)")).content.toString()).toMatch(/^order,P,P taught,Q,/);
  expect(JSON.parse((await save(figure, "Data (JSON)")).content.toString())["E_Q[w]"]).toBeCloseTo(0.3155, 3);
});

test("every question, wrong and right, and the lesson is complete", async ({ page }) => {
  const school = await openFigure(page, "school");
  await readThrough(page);
  const { answer, check, choose } = answering(page);
  await check("sparing", "Let it learn first");
  await playToTheEnd(school);
  await check("sparing", "Who should weigh");
  await press(school, "Habits", "2");
  await check("sparing", "no art");
  await press(school, "Habits", "1");
  await press(school, "Minimise", "D(Q‖P)");
  await check("sparing", "Right.");
  await answer("habit", "0", "black coffee and iced tea never");
  await answer("habit", "2", "the guests’ own");
  await answer("habit", "infinity", "D(Q‖P) is infinite");
  await answer("habit", "1", "Right.");
  await answer("task", "2.322", "at the harbour");
  await answer("task", "log2(1/0.44)", "serves the kiosk at all");
  await answer("task", "log2(0.44/0.2)", "Right.");
  const kiosk = page.locator("figure#kiosk");
  await check("served", "changes nothing yet");
  await press(kiosk, "The task changes", "the teacher");
  await press(kiosk, "Habits", "3");
  await check("served", "two habits, not more");
  await press(kiosk, "Habits", "1");
  await check("served", "not serve well enough");
  await press(kiosk, "Habits", "2");
  await check("served", "Right.");
  for (const [id, wrong, right] of [
    ["floor", 0, 1],
    ["scale", 2, 1],
    ["whose", 1, 0],
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
    const figure = page.locator("figure#school");
    await expect(figure.locator(".orders svg[role=img]")).toBeVisible();
    await expect(readout(figure, language === "en" ? "Nobody can save" : "Nadie lo ahorra")).toHaveText(
      language === "en" ? "1.879" : "1,879",
    );
    await expect(page.locator("figure#kiosk .orders svg[role=img]")).toBeVisible();
    await expect(page.locator("#nonsense details")).toHaveCount(1);
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}
