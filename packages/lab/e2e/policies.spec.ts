import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout, save, textOf } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/policies/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const bar = (figure: Locator, series: string, name: string) =>
  figure.getByRole("group", { name: series, exact: true }).getByRole("slider", { name, exact: true });

test("opens with what the reference earns, and the most there is", async ({ page }) => {
  const figure = await openFigure(page, "leash");
  await expect(readout(figure, "Earns")).toHaveText("0.613");
  await expect(readout(figure, "Strays")).toHaveText("0.000");
  await expect(readout(figure, "The most there is")).toHaveText("0.776");
  await figure.getByRole("button", { name: "Q follows Q*" }).click();
  await expect(readout(figure, "On the leash")).toHaveText("0.776");
  await expect(readout(figure, "Strays")).toHaveText("0.188");
  await expect(figure.locator(".verdict")).toContainText("nobody earns more");
  await figure.getByRole("button", { name: "bits" }).click();
  await expect(readout(figure, "Strays")).toHaveText("0.271");
  await expect(readout(figure, "On the leash")).toHaveText("0.776");
});

test("a longer leash hacks the reward, a shorter one learns nothing; the keyboard does it", async ({
  page,
}) => {
  const figure = await openFigure(page, "leash");
  await figure.getByRole("button", { name: "Q follows Q*" }).press("Enter");
  const beta = figure.getByRole("slider", { name: /^Leash β/ });
  await beta.press("Home");
  await expect(readout(figure, "Earns")).toHaveText("3.000");
  await expect(readout(figure, "Strays")).toHaveText("5.298");
  await expect(readout(figure, "Really worth")).toHaveText("−2.000");
  await expect(figure.locator(".verdict")).toContainText("what they stand for has gone down");
  await beta.press("End");
  await expect(readout(figure, "Strays")).toHaveText("0.000");
  await figure.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(beta).not.toHaveAttribute("aria-valuetext", "50");
  const flattery = bar(figure, "Q, the policy", "flattery");
  await flattery.focus();
  await page.keyboard.press("End");
  await expect(flattery).toHaveAttribute("aria-valuenow", "1");
  await expect(figure.getByRole("button", { name: "Q follows Q*" })).toHaveAttribute("aria-pressed", "false");
  const points = bar(figure, "Points for each reply", "flattery");
  await points.focus();
  await page.keyboard.press("Home");
  await expect(points).toHaveAttribute("aria-valuenow", "-3");
  await expect(readout(figure, "Earns")).toHaveText("−3.000");
  await figure.getByText("Numbers and table").press("Enter");
  const field = figure.getByRole("textbox", { name: "Points of flattery" });
  await field.fill("5/2");
  await field.press("Enter");
  await expect(points).toHaveAttribute("aria-valuenow", "2.5");
  await field.fill("many");
  await field.press("Enter");
  await expect(figure.locator(".verdict")).toContainText("from −3 to 3");
});

test("bars follow the hand, also when the figure is scaled to 60 %; nothing gets past the curve", async ({
  page,
}) => {
  const figure = await openFigure(page, "leash");
  const drag = async (mark: Locator, by: number) => {
    await mark.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = (await mark.locator(".thumb").boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + by, { steps: 5 });
    await page.mouse.up();
  };
  const flattery = bar(figure, "Q, the policy", "flattery");
  await drag(flattery, -100);
  const before = Number(await flattery.getAttribute("aria-valuenow"));
  expect(before).toBeGreaterThan(0.4);
  await expect(figure.locator(".plane .ghost")).toBeVisible();
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
  });
  await drag(flattery, 30);
  // 30 px of the page are 50 of the figure: half of what 100 px of it were.
  expect(Math.abs(before - Number(await flattery.getAttribute("aria-valuenow")) - before / 2)).toBeLessThan(
    0.03,
  );
  const [leashed, most] = await Promise.all(
    ["On the leash", "The most there is"].map((name) => readout(figure, name).textContent()),
  );
  expect(Number(leashed!.replace("−", "-"))).toBeLessThan(Number(most));
});

test("training steps, plays to the optimum, is undone and linked to; a rule changes only the way", async ({
  page,
  context,
}) => {
  const figure = await openFigure(page, "training");
  await figure.getByRole("button", { name: "Step", exact: true }).click();
  await expect(readout(figure, "Batches")).toHaveText("1");
  await figure.getByRole("button", { name: "adaptive" }).click();
  await expect(readout(figure, "Batches")).toHaveText("0");
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.locator(".verdict")).toContainText("nobody earns more", { timeout: 30_000 });
  await expect(readout(figure, "On the leash")).toHaveText("1.011");
  await figure.getByRole("button", { name: "Pause" }).click();
  await figure.getByRole("button", { name: "Share" }).click();
  const again = await openFigure(await context.newPage(), "training", page.url());
  await expect(readout(again, "Batches")).toHaveText((await readout(figure, "Batches").textContent())!);
  await expect(readout(again, "On the leash")).toHaveText("1.011");
  await figure.getByRole("button", { name: "Undo" }).click();
  await expect(readout(figure, "Batches")).toHaveText("0");
  await figure.getByRole("button", { name: /draw 64/ }).click();
  await expect(figure.getByRole("spinbutton", { name: "Seed" })).toHaveValue("1");
  await figure.getByRole("button", { name: "trust region" }).click();
  await expect(figure.getByRole("button", { name: /draw 64/ })).toHaveCount(0);
});

test("PPO's first step is exact wherever P and Q are put, and none is where P rules out what Q does", async ({
  page,
}) => {
  const figure = await openFigure(page, "matching");
  await expect(readout(figure, "Off at step 1").first()).toHaveText("≤ 10⁻¹²");
  await bar(figure, "Q, the policy", "A").press("PageUp");
  await bar(figure, "P, what is to be matched", "E").press("PageUp");
  await expect(readout(figure, "Off at step 1").first()).toHaveText("≤ 10⁻¹²");
  await expect(readout(figure, "Off at step 10").first()).not.toHaveText(/^0[.]0000|–$/);
  await bar(figure, "P, what is to be matched", "B").press("Home");
  await expect(figure.locator(".verdict")).toContainText("P never does");
  await expect(figure.getByRole("button", { name: "Step", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("draws are seeded, and the estimators named", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const figure = await openFigure(page, "logged");
  await expect(readout(figure, "Draws")).toHaveText("0");
  for (let i = 0; i < 3; i++) await figure.getByRole("button", { name: "Step", exact: true }).click();
  await expect(readout(figure, "Draws")).toHaveText("3");
  const said = await readout(figure, "k1").textContent();
  await figure.getByRole("button", { name: "Another" }).click();
  await expect(readout(figure, "Draws")).toHaveText("0");
  await figure.getByRole("spinbutton", { name: "Seed" }).fill("7");
  await figure.getByRole("spinbutton", { name: "Seed" }).press("Enter");
  for (let i = 0; i < 3; i++) await figure.getByRole("button", { name: "Step", exact: true }).click();
  await expect(readout(figure, "k1")).toHaveText(said!);
  await expect(figure.getByRole("row", { name: /^k2/ })).toContainText("0.063");
});

test("a bad link is refused kindly", async ({ page }) => {
  for (const [hash, said] of [
    ["#leash=1~<img>~1", "damaged"],
    ["#leash=%E0%A4%A", "damaged"],
    ["#leash=9~later", "another version"],
  ] as const) {
    await page.goto("about:blank");
    const figure = await openFigure(page, "leash", lesson("en") + hash);
    await expect(figure.getByRole("alert")).toContainText(said);
    await expect(readout(figure, "Earns")).toHaveText("0.613");
  }
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "leash");
  await figure.getByRole("button", { name: "Save figure" }).click();
  expect(textOf((await save(figure, "Drawing (SVG)")).content)).toContain("0.776 points");
  expect((await save(figure, "Picture (PNG)")).content.readUInt32BE(16)).toBe(1920);
  expect((await save(figure, "Table (CSV)")).content.toString()).toMatch(/^reply,P,Q,Q\*,r,/);
  expect(JSON.parse((await save(figure, "Data (JSON)")).content.toString())["E_Q[r]"]).toBeCloseTo(
    0.6125,
    12,
  );
});

test("every question, wrong and right, and the lesson is complete", async ({ page }) => {
  const leash = await openFigure(page, "leash");
  await readThrough(page);
  const { answer, check, choose } = answering(page);
  await answer("price", "0.120", "reference weighs");
  await answer("price", "0.620", "ln Z");
  await answer("price", "0,111", "Right.");
  await check("worth", "not on the amber curve");
  await leash.getByRole("button", { name: "Q follows Q*" }).click();
  const beta = leash.getByRole("slider", { name: /^Leash β/ });
  await beta.press("Home");
  await check("worth", "Too long");
  await beta.press("End");
  await check("worth", "Too short");
  for (let i = 0; i < 7; i++) await beta.press("ArrowLeft");
  await check("worth", "Right.");
  await answer("loose", "infinity", "now and then");
  await answer("loose", "0.02", "share of the best reply");
  await answer("loose", "ln(50)", "Right.");
  await check("blind", "Q still gives every reply");
  const training = page.locator("figure#training");
  await bar(training, "Q, the policy", "tracking").press("Home");
  await check("blind", "press Play");
  await training.getByRole("button", { name: "4×" }).click();
  await training.getByRole("button", { name: "Play" }).click();
  await expect(training.locator(".verdict")).toContainText("never tries", { timeout: 40_000 });
  await check("blind", "Right.");
  for (const [id, wrong, right] of [
    ["tight", 1, 0],
    ["first", 0, 1],
    ["loss", 2, 1],
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
    const figure = page.locator("figure#leash");
    await expect(figure.locator(".frontier")).toBeVisible();
    await expect(readout(figure, language === "en" ? "Earns" : "Gana")).toHaveText(
      language === "en" ? "0.613" : "0,613",
    );
    await expect(page.locator("figure#logged tbody tr").first()).toContainText("k1");
    await expect(page.locator("#hack details")).toHaveCount(1);
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}
