import { devices, expect, type Locator, type Page, test } from "@playwright/test";
import { figureAt, readout, save, textOf } from "./figure.ts";

const lesson = (language: string) => `/${language}/book/entropy/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const line = (figure: Locator, name: "Text" | "Digits" | "Read back") =>
  figure.locator(`dt:text-is("${name}") + dd`);
const paid = (figure: Locator) => readout(figure, "L / n");

test("the keyboard alone does everything: steps, blocks, codes, dictionaries, undo, reset", async ({
  page,
}) => {
  const figure = await openFigure(page, "draws");
  await expect(paid(figure)).toHaveText("1.000");
  const sent = figure.getByRole("slider", { name: "Characters sent" });
  await sent.focus();
  await page.keyboard.press("Home");
  await expect(figure.locator(".here")).toContainText("Nothing is sent yet");
  await figure.getByRole("button", { name: "Step", exact: true }).press("Enter");
  await expect(figure.locator(".here")).toHaveText("“r” is 1. Digits: 1; surprise: 0.152 bits.");

  const block = figure.getByRole("slider", { name: "Characters in a word" });
  await block.focus();
  for (const cost of ["0.650", "0.540"]) {
    await page.keyboard.press("ArrowRight");
    await expect(paid(figure)).toHaveText(cost);
  }
  await expect(figure.locator(".here")).toHaveText("“rrr” is 0. Digits: 1; surprise: 0.456 bits.");
  await expect(line(figure, "Digits").locator("mark")).toHaveText("0");
  await sent.focus();
  await page.keyboard.press("End");
  await expect(sent).toHaveValue("100");
  await page.keyboard.press("ArrowLeft");
  await expect(sent).toHaveValue("99");
  await page.keyboard.press("ArrowLeft");
  await expect(sent).toHaveValue("96");
  await block.press("End");
  await expect(paid(figure)).toHaveText("0.470");
  await expect(line(figure, "Read back")).toContainText(
    "47 digits, and from them alone the same 100 characters",
  );

  await figure.getByRole("button", { name: "Arithmetic" }).press("Enter");
  await expect(paid(figure)).toHaveText("0.480");
  await expect(figure.getByRole("img", { name: /^The interval/ })).toBeVisible();
  await figure.getByRole("combobox", { name: "Dictionary made from" }).selectOption("alike");
  await expect(readout(figure, "H(P, Q)")).toHaveText("1.000");
  await page.keyboard.press("Control+z");
  await expect(readout(figure, "H(P, Q)")).toHaveText("0.469");
  await figure.getByRole("button", { name: "Reset" }).press("Enter");
  await expect(paid(figure)).toHaveText("1.000");
  await expect(sent).toHaveValue("11");
});

test("a text of one's own goes out and comes back; a letter without a share cannot", async ({ page }) => {
  const figure = await openFigure(page, "telegram");
  await figure.getByText("Your own text").click();
  const field = figure.getByRole("textbox", { name: "Text to send" });
  await field.fill("naïve ☃ 漢字 👩‍👧!");
  await expect(line(figure, "Read back")).toContainText("naïve ☃ 漢字 👩‍👧!");
  await expect(line(figure, "Read back")).toContainText("the same 15 characters come back");
  await figure.getByRole("combobox", { name: "Dictionary made from" }).selectOption("english");
  await expect(figure.locator(".verdict")).toContainText("gives no chance to");
  await expect(readout(figure, "H(P, Q)")).toHaveText("∞");
  await expect(line(figure, "Digits")).toHaveText("cannot be sent");
  await figure.getByRole("checkbox", { name: "Count every letter once more" }).check();
  await expect(line(figure, "Read back")).toContainText("the same 15 characters");

  await field.fill("");
  await expect(figure.locator(".problem")).toContainText("An empty text needs no code");
  await field.fill("x".repeat(2001));
  await expect(figure.locator(".problem")).toContainText("more than 2,000 characters");
  await expect(line(figure, "Read back")).toContainText("the same 15 characters");
  // Two thousand letters of forty kinds, typed on: the page must not freeze.
  await field.fill(
    Array.from({ length: 2000 }, (_, i) => String.fromCodePoint(97 + ((i * i) % 40))).join(""),
  );
  await expect(line(figure, "Read back")).toContainText("the same 2,000 characters");
  const usual = await field.evaluate(async (area: HTMLTextAreaElement) => {
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      area.value = `${area.value.slice(1)}${"abcdefgh"[i]}`;
      const start = performance.now();
      area.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      waits.push(performance.now() - start);
    }
    return waits.sort((a, b) => a - b)[4]!;
  });
  expect(usual).toBeLessThan(500);
});

test("odds can be typed, and the terms point into the tree", async ({ page }) => {
  const figure = await openFigure(page, "draws");
  await figure.getByText("Numbers and table").click();
  const odds = figure.getByRole("textbox", { name: "Q(b)" });
  await odds.fill("1/2");
  await odds.press("Enter");
  await expect(readout(figure, "H(P, Q)")).toHaveText("1.000");
  await expect(figure.getByRole("combobox", { name: "Dictionary made from" })).toHaveValue("yours");
  await expect(figure.locator(".command code")).toContainText("cross-entropy chars:- 'b=0.5,r=0.5'");
  await figure.locator(".formula button").first().focus();
  await expect(figure.locator(".tree text.active")).toHaveText("r");
  await odds.fill("1");
  await odds.press("Enter");
  await expect(figure.locator(".verdict")).toContainText("no chance to r");
});

test("letters exchange their words by hand and by keyboard, and no exchange saves a digit", async ({
  page,
}) => {
  const figure = await openFigure(page, "draws");
  await figure.getByRole("button", { name: "a telegram" }).click();
  await expect(paid(figure)).toHaveText("3.711");
  const leaf = (letter: string) => figure.getByRole("button", { name: `${letter}, word` });
  await leaf("t").click();
  await expect(leaf("t")).toHaveAttribute("aria-pressed", "true");
  await leaf("b").click();
  await expect(figure.locator(".verdict")).toContainText("No longer the best words: 0.434 bits");
  await expect(line(figure, "Read back")).toContainText("the same 83 characters come back");
  await figure.getByRole("button", { name: "Best words again" }).click();
  await expect(paid(figure)).toHaveText("3.711");

  await leaf("␣").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect(leaf("s")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(figure.locator(".verdict")).toContainText("No longer the best words");
  await page.keyboard.press("Control+z");
  await expect(paid(figure)).toHaveText("3.711");
});

test("it plays through the message and stops at its end", async ({ page }) => {
  const figure = await openFigure(page, "draws");
  await figure.getByRole("button", { name: "powers of two" }).click();
  await expect(figure.locator(".verdict")).toContainText("Not a digit is lost");
  await figure.getByRole("button", { name: "16×" }).click();
  await figure.getByRole("button", { name: "Play" }).click();
  await expect(figure.getByRole("slider", { name: "Characters sent" })).toHaveValue("16");
  await expect(figure.getByRole("button", { name: "Play" })).toHaveAttribute("aria-disabled", "true");
  await figure.getByRole("button", { name: "Undo" }).click();
  await expect(figure.getByRole("slider", { name: "Characters sent" })).toHaveValue("3");
});

test("a finger does it too", async ({ browser }) => {
  const context = await browser.newContext(devices["Pixel 7"]);
  const figure = await openFigure(await context.newPage(), "draws");
  const step = figure.getByRole("button", { name: "Step", exact: true });
  expect((await step.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await step.tap();
  await expect(figure.getByRole("slider", { name: "Characters sent" })).toHaveValue("12");
  await figure.getByRole("button", { name: "Arithmetic" }).tap();
  await expect(paid(figure)).toHaveText("0.480");
  await context.close();
});

test("a shared link restores the figure; hostile and old ones are refused kindly", async ({
  page,
  context,
}) => {
  const figure = await openFigure(page, "telegram");
  await figure.getByText("Your own text").click();
  await figure.getByRole("textbox", { name: "Text to send" }).fill("50 % & #más~");
  await figure.getByRole("button", { name: "Share" }).click();
  const again = await openFigure(await context.newPage(), "telegram", page.url());
  await expect(line(again, "Read back")).toContainText("50 % & #más~");
  await expect(again.locator(".command code")).toHaveText(
    (await figure.locator(".command code").textContent())!,
  );
  for (const [hash, said] of [
    ["1~h~99~o~0~0~~~abc", "damaged"],
    ["9~h", "another version"],
  ] as const) {
    const refused = await openFigure(await context.newPage(), "draws", `${lesson("en")}#draws=${hash}`);
    await expect(refused.getByRole("alert")).toContainText(said);
    await expect(paid(refused)).toHaveText("1.000");
  }
  const marked = `${lesson("en")}#draws=1~h~1~o~0~0~~~%3Cimg src=x onerror=alert(1)%3E`;
  const harmless = await openFigure(await context.newPage(), "draws", marked);
  await expect(line(harmless, "Text")).toContainText("<img");
  await expect(harmless.locator("img")).toHaveCount(0);
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "draws");
  await figure.getByRole("slider", { name: "Characters in a word" }).fill("2");
  await figure.getByRole("button", { name: "Save figure" }).click();
  expect(textOf((await save(figure, "Drawing (SVG)")).content)).toContain("0.650 bits");
  expect((await save(figure, "Picture (PNG)")).content.readUInt32BE(16)).toBe(1920);
  expect((await save(figure, "Table (CSV)")).content.toString()).toMatch(/\nrr,\d+,0\.81/);
  expect(JSON.parse((await save(figure, "Data (JSON)")).content.toString()).digits).toHaveLength(65);
});

test("in Spanish the figure speaks Spanish, decimals included", async ({ page }) => {
  const figure = await openFigure(page, "telegram", lesson("es"));
  await expect(readout(figure, "H(P)")).toHaveText("3,752");
  await expect(figure.locator(".here")).toContainText("cifras ya seguras");
});
