import { expect, type Locator, type Page, test } from "@playwright/test";
import { figureAt, readout, save, textOf } from "./figure.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/entropy/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const bar = (figure: Locator, outcome: string) =>
  figure.locator(".chart").getByRole("slider", { name: outcome });

/** Drags a handle until its bar should stand at `value`, reading the axis off the grid as a hand would. */
async function dragTo(page: Page, figure: Locator, outcome: string, value: number): Promise<void> {
  const lines = figure.locator(".grid line");
  const [zero, one] = [await lines.first().boundingBox(), await lines.last().boundingBox()];
  const box = (await bar(figure, outcome).locator(".thumb").boundingBox())!;
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, zero!.y + (one!.y - zero!.y) * value, { steps: 6 });
  await page.mouse.up();
}

test("a bar follows the hand, also when the page is scaled, and the scale stays still", async ({ page }) => {
  const figure = await openFigure(page, "tenses");
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
  });
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const ceiling = () =>
    figure.locator(".stack .ceiling").evaluate((element) => element.getBoundingClientRect().x);
  const before = await ceiling();
  await dragTo(page, figure, "past", 0.2);
  await expect(bar(figure, "past")).toHaveAttribute("aria-valuenow", "0.2");
  await expect(readout(figure, "H(P)")).toHaveText("2.322");
  await expect(figure.locator(".verdict").first()).toContainText("the ceiling");
  expect(await ceiling()).toBe(before);
  await expect(figure.locator(".chart .ghost")).toHaveCount(5);
  await figure.getByRole("button", { name: "Undo" }).click();
  await expect(readout(figure, "H(P)")).toHaveText("1.771");
});

test("the keyboard alone does everything: bars, mixing, temperature, undo", async ({ page }) => {
  const figure = await openFigure(page, "next-word");
  await expect(readout(figure, "H(P)")).toHaveText("2.698");
  await bar(figure, "ghost").focus();
  await page.keyboard.press("End");
  await expect(readout(figure, "H(P)")).toHaveText("0.000");
  await expect(figure.locator(".verdict").first()).toContainText("“ghost” is certain");
  await page.keyboard.press("Control+z");
  await expect(readout(figure, "H(P)")).toHaveText("2.698");

  await figure.getByRole("slider", { name: "How much of it has moved" }).focus();
  await page.keyboard.press("End");
  await expect(readout(figure, "H(P)")).toHaveText("0.000");
  await expect(bar(figure, "dog")).toHaveAttribute("aria-valuenow", "1");
  await page.keyboard.press("Home");
  await expect(bar(figure, "dog")).toHaveAttribute("aria-valuenow", "0.28");

  await figure.getByRole("slider", { name: "Temperature" }).focus();
  await page.keyboard.press("End");
  await expect(readout(figure, "H(P)")).toHaveText("3.000");
  await page.keyboard.press("Home");
  await expect(readout(figure, "H(P)")).toHaveText("0.000");
  await figure.getByRole("button", { name: "Reset" }).press("Enter");
  await expect(readout(figure, "H(P)")).toHaveText("2.698");
  await figure.getByRole("combobox", { name: "Move probability to" }).selectOption("cello");
  await figure.getByRole("button", { name: "Step", exact: true }).press("Enter");
  await expect(bar(figure, "cello")).toHaveAttribute("aria-valuenow", "0.0298");
  await figure.getByRole("button", { name: "Even out" }).press("Enter");
  await expect(readout(figure, "log₂ 8 − H(P)")).toHaveText("0.000");
});

test("own vocabulary: type, rename, add, remove; presets of every kind", async ({ page }) => {
  const figure = await openFigure(page, "boxes");
  await figure.getByText("Numbers and table").click();
  await figure.getByRole("textbox", { name: "P(red)" }).fill("1/2");
  await figure.getByRole("textbox", { name: "P(red)" }).press("Enter");
  await expect(readout(figure, "H(P)")).toHaveText("1.000");
  await figure.getByRole("button", { name: "Add an outcome" }).click();
  await figure.getByRole("textbox", { name: "Name of outcome 3" }).fill("green");
  await figure.getByRole("textbox", { name: "Name of outcome 3" }).press("Enter");
  await expect(bar(figure, "green")).toHaveAttribute("aria-valuenow", "0");
  await figure.getByRole("button", { name: "Remove red" }).click();
  await expect(bar(figure, "blue")).toHaveAttribute("aria-valuenow", "1");
  for (const [preset, value] of [
    ["nine red, one blue", "0.469"],
    ["a bent coin", "0.811"],
    ["a tense, no idea", "2.322"],
    ["fairly sure", "1.771"],
    ["certain", "0.000"],
  ] as const) {
    await figure.getByRole("button", { name: preset, exact: true }).click();
    await expect(readout(figure, "H(P)")).toHaveText(value);
  }
  await figure.getByRole("button", { name: "nats" }).click();
  await figure.getByRole("button", { name: "fairly sure" }).click();
  await expect(readout(figure, "H(P)")).toHaveText("1.228");
  await expect(figure.locator(".command code")).toContainText("--unit nats");
});

test("a shared link restores the figure exactly; a bad one is refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "next-word");
  const slider = figure.getByRole("slider", { name: "How much of it has moved" });
  await slider.fill("37");
  await figure.getByRole("button", { name: "Share" }).click();
  const again = await openFigure(await context.newPage(), "next-word", page.url());
  await expect(again.locator(".command code")).toHaveText(
    (await figure.locator(".command code").textContent())!,
  );
  await expect(again.getByRole("slider", { name: "How much of it has moved" })).toHaveValue("37");
  const refused = await openFigure(await context.newPage(), "boxes", `${lesson("en")}#boxes=1~<b>,c~2,3`);
  await expect(refused.getByRole("alert")).toContainText("damaged");
  await expect(readout(refused, "H(P)")).toHaveText("0.469");
});

test("bars, pieces and terms point at each other; the two roles light up", async ({ page }) => {
  const figure = await openFigure(page, "boxes");
  await figure.locator(".formula button").first().focus();
  await expect(figure.locator(".column.active")).toHaveAttribute("data-outcome", "0");
  await expect(figure.locator(".piece.strong")).toHaveAttribute("title", /^red /);
  await readThrough(page);
  const roles = page.locator(".roles");
  const ground = (kind: string) =>
    roles
      .locator(`td.${kind}`)
      .first()
      .evaluate((cell) => getComputedStyle(cell).backgroundColor);
  const dark = await ground("draws");
  await roles.getByRole("button", { name: "X ∼ P" }).focus();
  await expect.poll(() => ground("draws")).not.toBe(dark);
  expect(await ground("prices")).toBe(dark);
  await page.keyboard.press("Tab");
  await expect.poll(() => ground("draws")).toBe(dark);
  expect(await ground("prices")).not.toBe(dark);
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "boxes");
  await figure.getByRole("button", { name: "Save figure" }).click();
  expect(textOf((await save(figure, "Drawing (SVG)")).content)).toContain("0.469 bits");
  expect((await save(figure, "Picture (PNG)")).content.readUInt32BE(16)).toBe(1920);
  expect((await save(figure, "Table (CSV)")).content.toString()).toContain("blue,0.1,3.3219");
  expect(JSON.parse((await save(figure, "Data (JSON)")).content.toString())["H(P)"]).toBeCloseTo(
    0.4689955936,
    10,
  );
});

test("every question, answered wrong and right; the lesson is complete", async ({ page }) => {
  const tenses = await openFigure(page, "tenses");
  const words = page.locator("figure#next-word");
  await readThrough(page);
  const number = async (id: string, answers: readonly (readonly [string, string])[]) => {
    const question = page.locator(`#${id}`);
    for (const [text, said] of answers) {
      await question.getByRole("textbox").fill(text);
      await question.getByRole("textbox").press("Enter");
      await expect(question.getByRole("status")).toContainText(said);
    }
  };
  const choice = async (id: string, answers: readonly (readonly [number, string])[]) => {
    const question = page.locator(`#${id}`);
    for (const [index, said] of answers) {
      await question.locator(`input[value="${index}"]`).check();
      await question.getByRole("button").click();
      await expect(question.getByRole("status")).toContainText(said);
    }
  };
  await number("box", [
    ["0.469", "the first box"],
    ["2", "surprise of a blue ball"],
    ["0.5", "what blue adds"],
    ["1.208", "equally common"],
    ["0.562", "natural logarithms"],
    ["0,811", "Right."],
  ]);
  await choice("question", [
    [1, "probably red"],
    [2, "It is exact"],
    [3, "several balls"],
    [0, "Right."],
  ]);
  await number("pairs", [
    ["1.29", "A pair is two balls"],
    ["1.125", "came equally often"],
    ["0.469", "the floor"],
    ["0.645", "Right."],
  ]);
  await choice("support", [
    [1, "never drawn"],
    [2, "its own inverse"],
    [3, "what can be drawn"],
    [0, "Right."],
  ]);
  await number("tense", [
    ["1.609", "ceiling"],
    ["0.537", "There are four"],
    ["1.771", "base 2"],
    ["1.228", "Right."],
  ]);
  const figure = async (id: string, said: string) => {
    await page.locator(`#${id}`).getByRole("button").click();
    await expect(page.locator(`#${id}`).getByRole("status")).toContainText(said);
  };
  await figure("one-bit", "More than one bit");
  await bar(words, "dog").press("End");
  await figure("one-bit", "nothing is uncertain");
  await words.getByRole("button", { name: "a coin", exact: true }).click();
  await figure("one-bit", "Right.");
  await figure("ceiling", "Which bar is too tall?");
  for (const _ of "1234") await bar(tenses, "past").press("PageDown");
  await figure("ceiling", "Right.");
  const block = page.locator("figure#draws").getByRole("slider", { name: "Characters in a word" });
  await figure("near", "a word of its own");
  await block.fill("2");
  await figure("near", "Still longer words?");
  await block.fill("3");
  await figure("near", "Right.");
  const telegram = page.locator("figure#telegram");
  await figure("dear", "as good as one can be");
  await telegram.getByRole("combobox", { name: "Dictionary made from" }).selectOption("spanish");
  await figure("dear", "less than a bit a character");
  await telegram.getByRole("combobox", { name: "Dictionary made from" }).selectOption("own");
  await telegram.getByText("Numbers and table").click();
  await telegram.getByRole("textbox", { name: "Q(,)" }).fill("0.9");
  await telegram.getByRole("textbox", { name: "Q(,)" }).press("Enter");
  await figure("dear", "Right.");
  await expect(page.getByText("Lesson complete")).toBeVisible();

  const half = page.locator("#half");
  await half.getByRole("radio").nth(2).check();
  await half.getByRole("button").click();
  await expect(half.getByRole("status")).toContainText("what most people expect");
  await expect(half.locator(".predict-reveal")).toHaveAttribute("open", "");
});

test("the proof of the ceiling: ordered, justified, completed", async ({ page }) => {
  await page.goto(lesson("en"));
  const proof = page.locator("#bound");
  await proof.scrollIntoViewIfNeeded();
  const steps = ["average", "jensen", "sum", "count", "list"];
  const order = () => proof.locator("li").evaluateAll((lines) => lines.map((line) => line.dataset.step));
  const said = proof.getByRole("status");
  for (const [place, step] of steps.entries())
    while ((await order()).indexOf(step) > place)
      await proof.locator(`li[data-step=${step}] [data-by="-1"]`).press("ArrowUp");
  await proof.getByRole("button", { name: "Check" }).click();
  for (const step of steps) await proof.locator(`li[data-step=${step}] select`).selectOption(step);
  await proof.locator("li[data-step=jensen] select").selectOption("list");
  await proof.getByRole("button", { name: "Check" }).click();
  await expect(said).toContainText("the place of the logarithm");
  await proof.locator("li[data-step=jensen] select").selectOption("jensen");
  for (const [text, reply] of [
    ["1/5", "One of them cannot happen"],
    ["1/4", "Proved"],
  ] as const) {
    await proof.getByRole("textbox").fill(text);
    await proof.getByRole("textbox").press("Enter");
    await expect(said).toContainText(reply);
  }
});

for (const language of ["en", "es"] as const) {
  test(`the lesson is complete without JavaScript: entropy, ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    const figure = page.locator("figure#next-word");
    await expect(figure.locator(".chart .bar")).toHaveCount(8);
    await expect(figure.locator(".readout.strong .readout-value")).toHaveText(
      language === "en" ? "2.698" : "2,698",
    );
    await expect(page.locator(".roles tbody tr")).toHaveCount(2);
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}
