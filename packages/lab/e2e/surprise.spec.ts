import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { figureAt, readout } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/surprise/`;

const open = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

/** Drags a point of the curve to a place given in the drawing's own units: a probability, and bits above the floor. */
async function dragTo(page: Page, figure: Locator, event: string, p: number, bits: number): Promise<void> {
  const lines = figure.locator(".grid line");
  const floor = (await lines.first().boundingBox())!;
  const roof = (await lines.nth(6).boundingBox())!;
  const thumb = (await figure.getByRole("slider", { name: event }).locator(".thumb").boundingBox())!;
  await page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
  await page.mouse.down();
  await page.mouse.move(floor.x + floor.width * p, floor.y + ((roof.y - floor.y) * bits) / 12, { steps: 6 });
  await page.mouse.up();
}

test("a point follows the hand along the curve, and the lengths follow the point", async ({ page }) => {
  const figure = await open(page, "curve");
  await expect(readout(figure, "I(A)")).toHaveText("3.000");
  await dragTo(page, figure, "A", 0.5, 1);
  await expect(figure.getByRole("slider", { name: "A" })).toHaveAttribute("aria-valuenow", "0.5");
  await expect(readout(figure, "I(A)")).toHaveText("1.000");
  await dragTo(page, figure, "A", 1.1, -1);
  await expect(readout(figure, "I(A)")).toHaveText("0.000");
  await expect(figure.locator(".remark")).toContainText("certain");
  await dragTo(page, figure, "A", -0.1, 14);
  await expect(readout(figure, "I(A)")).toHaveText("∞");
  await figure.getByRole("button", { name: "one in a thousand" }).click();
  await expect(readout(figure, "I(A)")).toHaveText("9.966");
});

test("a drag is right when the figure is scaled to 60 %", async ({ page }) => {
  const figure = await open(page, "both");
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
    element.scrollIntoView({ block: "center" });
  });
  await dragTo(page, figure, "A", 0.5, 1);
  const now = Number(
    await figure.getByRole("slider", { name: "A", exact: true }).getAttribute("aria-valuenow"),
  );
  expect(Math.abs(now - 0.5)).toBeLessThanOrEqual(0.02);
});

test("the keyboard alone moves by bits and by hundredths, and undoes", async ({ page }) => {
  const figure = await open(page, "both");
  const a = figure.getByRole("slider", { name: "A", exact: true });
  await a.focus();
  await page.keyboard.press("ArrowUp");
  await expect(readout(figure, "I(A)")).toHaveText("3.000");
  await expect(readout(figure, "I(A, B)")).toHaveText("6.000");
  await page.keyboard.press("End");
  await expect(figure.locator(".remark")).toContainText("A is certain");
  await page.keyboard.press("ArrowLeft");
  await expect(a).toHaveAttribute("aria-valuenow", "0.99");
  await page.keyboard.press("Control+z");
  await expect(readout(figure, "I(A)")).toHaveText("2.000");
  await figure.getByRole("textbox", { name: "Probability of B" }).fill("1/1024");
  await page.keyboard.press("Enter");
  await expect(readout(figure, "I(B)")).toHaveText("10.000");
  await figure.getByRole("textbox", { name: "Probability of B" }).fill("much");
  await page.keyboard.press("Enter");
  await expect(figure.locator(".remark")).toContainText("from 0 to 1");
  await figure.getByRole("button", { name: "nats" }).click();
  await expect(readout(figure, "I(A)")).toHaveText("1.386");
});

test("a thought-of number is found by answering, with ten answers among 1024", async ({ page }) => {
  const figure = await open(page, "eight");
  await figure.getByRole("button", { name: "Think of a number" }).click();
  const ask = figure.locator(".question-now");
  await expect(ask).toHaveText("Question 1: is it at most 4?");
  await figure.getByRole("button", { name: "No", exact: true }).press("Enter");
  await expect(readout(figure, "−log₂ P")).toHaveText("1.000");
  await figure.getByRole("button", { name: "Yes" }).press("Space");
  await figure.getByRole("button", { name: "Yes" }).click();
  await expect(ask).toHaveText("It is 5, after 3 questions.");
  await figure.getByRole("button", { name: "1 to 1024" }).click();
  await figure.getByRole("button", { name: "Think of a number" }).click();
  for (let i = 0; i < 10; i++) await figure.getByRole("button", { name: "No", exact: true }).click();
  await expect(ask).toHaveText("It is 1,024, after 10 questions.");
  await expect(readout(figure, "E[L]")).toHaveText("10.000");
});

test("play, step, scrub and seed", async ({ page }) => {
  const figure = await open(page, "zipf");
  await figure.getByRole("spinbutton", { name: "Seed" }).fill("5");
  await page.keyboard.press("Enter");
  await expect(readout(figure, "k")).toHaveText("0");
  await figure.getByRole("button", { name: "Step" }).click();
  await expect(readout(figure, "k")).toHaveText("1");
  await figure.getByRole("button", { name: "4×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.locator(".question-now")).toContainText("It is", { timeout: 10_000 });
  await figure.getByRole("slider", { name: "Questions answered" }).press("Home");
  await expect(readout(figure, "k")).toHaveText("0");
});

test("odds of one's own: typed, dragged, refused", async ({ page }) => {
  const figure = await open(page, "zipf");
  const weights = figure.getByRole("textbox", { name: "Your own weights" });
  await weights.fill("9 1");
  await weights.press("Enter");
  await expect(readout(figure, "E[L]")).toHaveText("1.000");
  await expect(readout(figure, "E[L] − H(P)")).toHaveText("0.531");
  await figure.getByRole("slider", { name: "Probability of 1" }).focus();
  await page.keyboard.press("PageDown");
  await expect(figure.getByRole("slider", { name: "Probability of 2" })).toHaveAttribute(
    "aria-valuenow",
    "0.2",
  );
  await weights.fill("1");
  await weights.press("Enter");
  await expect(figure.locator(".message").last()).toContainText("Two to sixteen");
  await figure.getByRole("button", { name: "Undo" }).click();
  await expect(readout(figure, "E[L] − H(P)")).toHaveText("0.531");
});

test("links restore both figures, in either language; a bad one is refused kindly", async ({
  page,
  context,
}) => {
  const game = await open(page, "zipf", `${lesson("es")}#zipf=1~4~.5,.25,.125,.125~b~3~110~1`);
  await expect(game).toBeInViewport();
  await expect(readout(game, "E[L]")).toHaveText("1,750");
  await game.getByRole("button", { name: "Compartir" }).click();
  expect(page.url()).toContain("#zipf=1~4~.5,.25,.125,.125~b~3~110~1");
  const other = await context.newPage();
  const curve = await open(other, "both", `${lesson("en")}#both=1~.5~.001`);
  await expect(readout(curve, "I(A, B)")).toHaveText("10.966");
  for (const [hash, said] of [
    ["#both=1~2", "damaged"],
    ["#both=9~.5", "another version"],
  ] as const) {
    const bad = await context.newPage();
    const refused = await open(bad, "both", lesson("en") + hash);
    await expect(refused.getByRole("alert")).toContainText(said);
    await expect(readout(refused, "I(A, B)")).toHaveText("5.000");
    await bad.close();
  }
});

test("both figures can be saved", async ({ page }) => {
  for (const [id, says] of [
    ["both", "5.000"],
    ["eight", "It is 6"],
  ] as const) {
    const figure = await open(page, id);
    await figure.getByRole("button", { name: "Save figure" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name: "Drawing (SVG)" }).click(),
    ]);
    expect(await readFile((await download.path())!, "utf8")).toContain(says);
  }
});

test("every question, wrong and right, completes the lesson", async ({ page }) => {
  await page.goto(lesson("es"));
  await readThrough(page);
  const status = (id: string) => page.locator(`#${id}`).getByRole("status");
  const type = async (id: string, text: string) => {
    await page.locator(`#${id}`).getByRole("textbox").fill(text);
    await page.locator(`#${id}`).getByRole("textbox").press("Enter");
  };
  for (const [id, wrong, said, right] of [
    ["doors", "8", "Ocho son las puertas", "3"],
    ["million", "9,97", "una tarde de cada mil", "log2(1000000)"],
    ["together", "6,64", "Has multiplicado", "5,32 bits"],
  ] as const) {
    await type(id, wrong);
    await expect(status(id)).toContainText(said);
    await type(id, right);
    await expect(status(id)).toContainText("Correcto");
  }
  for (const id of ["measure", "thousand"]) {
    const question = page.locator(`#${id}`);
    await question.locator('input[value="1"]').check();
    await question.getByRole("button").click();
    await expect(status(id)).toContainText("Todavía no");
    await question.locator('input[value="0"]').check();
    await question.getByRole("button").click();
    await expect(status(id)).toContainText("Correcto");
  }
  const make = page.locator("#four");
  await make.getByRole("button").click();
  await expect(status("four")).toContainText("pasan de cuatro");
  await page.locator("figure#both").getByRole("slider", { name: "A", exact: true }).press("ArrowDown");
  await make.getByRole("button").click();
  await expect(status("four")).toContainText("Correcto");
  const lossless = page.locator("#lossless");
  await lossless.getByRole("button").click();
  await expect(status("lossless")).toContainText("ámbar");
  const weights = page.locator("figure#zipf").getByRole("textbox", { name: "Tus propios pesos" });
  await weights.fill("2, 1, 1");
  await weights.press("Enter");
  await lossless.getByRole("button").click();
  await expect(status("lossless")).toContainText("Correcto");
  await expect(page.getByText("Lección completa")).toBeVisible();
});

for (const language of ["en", "es"] as const) {
  test(`the lesson is complete without JavaScript: ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    const value = language === "en" ? "3.000" : "3,000";
    await expect(readout(page.locator("figure#curve"), "I(A)")).toHaveText(value);
    await expect(page.locator("figure#eight .funnel path")).toHaveCount(3);
    await expect(page.locator("figure#eight .replies")).toBeHidden();
    await page.locator("#together summary").click();
    await expect(page.locator("#together details .num").last()).toContainText(
      language === "en" ? "5.32" : "5,32",
    );
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}
