import { expect, type Locator, type Page, test } from "@playwright/test";
import { answering } from "./answering.ts";
import { figureAt, readout, save, textOf } from "./figure.ts";
import { bar } from "./lesson.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/cross-entropy/`;

const openFigure = (page: Page, id: string, address = lesson("en")) => figureAt(page, address, id);

const cost = (figure: Locator) => readout(figure, "H(P, Q)");
const draws = (figure: Locator) => figure.getByRole("slider", { name: "Draws" });
const chamber = (figure: Locator, reader: string) =>
  figure.getByRole("img", { name: new RegExp(`^${reader}`) });
const average = (figure: Locator, side: "p" | "q") => figure.locator(`.chamber[data-side=${side}] .value`);
const button = (figure: Locator, name: string) => figure.getByRole("button", { name, exact: true });

/** What the particles of both chambers look like. */
const pixels = (figure: Locator) =>
  figure.locator("canvas").evaluateAll((all: HTMLCanvasElement[]) => all.map((canvas) => canvas.toDataURL()));

test("opens with the numbers of the film, and shows them in any unit", async ({ page }) => {
  const figure = await openFigure(page, "door");
  await expect(readout(figure, "H(P)")).toHaveText("1.361");
  await expect(cost(figure)).toHaveText("2.237");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("0.876");
  await expect(chamber(figure, "Believes Q")).toHaveAccessibleName(
    /34 × amazing at 0\.152 bits, 20 × terrible/,
  );
  await button(figure, "nats").click();
  await expect(cost(figure)).toHaveText("1.551");
  await expect(figure.locator(".command code")).toContainText("--unit nats");
  await expect(page.locator("figure#bay .command code")).toContainText("--unit nats");
});

test("a bar follows the hand when the figure is scaled to 60 %, and only the reader who believes it heats up", async ({
  page,
}) => {
  const figure = await openFigure(page, "door");
  await figure.evaluate((element: HTMLElement) => (element.style.transform = "scale(0.6)"));
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const calm = await average(figure, "p").textContent();
  const lines = figure.locator(".chart .grid line");
  const [zero, one] = [await lines.first().boundingBox(), await lines.last().boundingBox()];
  const thumb = (await bar(figure, "Q", "amazing").locator(".thumb").boundingBox())!;
  const x = thumb.x + thumb.width / 2;
  await page.mouse.move(x, thumb.y + thumb.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, zero!.y + (one!.y - zero!.y) * 0.5, { steps: 6 });
  await page.mouse.up();
  await expect(bar(figure, "Q", "amazing")).toHaveAttribute("aria-valuenow", "0.5");
  await expect(cost(figure)).toHaveText("1.500");
  await expect(average(figure, "p")).toHaveText(calm!);
  await expect(figure.locator(".chart .ghost").first()).toBeVisible();
  await expect(figure.locator(".averages .ghost")).toHaveCount(1);
  await button(figure, "Undo").click();
  await expect(cost(figure)).toHaveText("2.237");
});

test("the keyboard alone does everything", async ({ page }) => {
  const figure = await openFigure(page, "door");
  await bar(figure, "Q", "okay").focus();
  await page.keyboard.press("Home");
  await expect(cost(figure)).toHaveText("∞");
  await expect(figure.locator(".message")).toContainText("Q calls “okay” impossible");
  await expect(figure.locator(".message")).toContainText("It has come up 6 times");
  await expect(average(figure, "q")).toHaveText("∞");
  await page.keyboard.press("Control+z");
  await expect(cost(figure)).toHaveText("2.237");

  await draws(figure).focus();
  await page.keyboard.press("Home");
  await expect(figure.getByText("average of 1", { exact: true })).toHaveCount(2);
  await button(figure, "Step").press("Enter");
  await button(figure, "Step").press("Enter");
  await expect(draws(figure)).toHaveValue("3");
  await draws(figure).press("End");
  await expect(draws(figure)).toHaveAttribute("aria-valuetext", "250 of 250 draws");
  await button(figure, "Step").press("Enter");
  await expect(figure.locator(".message")).toContainText("as many as the chambers hold");

  const before = await average(figure, "p").textContent();
  await button(figure, "Another").press("Enter");
  await expect(figure.getByRole("spinbutton", { name: "Seed" })).toHaveValue("2");
  await expect(average(figure, "p")).not.toHaveText(before!);
  await button(figure, "Match Q to P").press("Enter");
  await expect(figure.locator(".message")).toContainText("equally warm");
  await expect(average(figure, "q")).toHaveText((await average(figure, "p").textContent())!);
  await button(figure, "Histogram").press("Enter");
  await expect(figure.locator("canvas").first()).toBeHidden();
  await button(figure, "Reset").press("Space");
  await expect(cost(figure)).toHaveText("2.237");

  await figure.getByText("Numbers and table").press("Enter");
  await figure.getByRole("textbox", { name: "Q(amazing)" }).fill("1/2");
  await figure.getByRole("textbox", { name: "Q(amazing)" }).press("Enter");
  await expect(cost(figure)).toHaveText("1.500");
  await button(figure, "Add an outcome").press("Enter");
  await expect(bar(figure, "P", "outcome 4")).toHaveAttribute("aria-valuenow", "0");
  await figure.getByRole("textbox", { name: "Name of outcome 4" }).fill("asleep");
  await figure.getByRole("textbox", { name: "Name of outcome 4" }).press("Enter");
  await button(figure, "Remove asleep").press("Enter");
  await expect(bar(figure, "P", "asleep")).toHaveCount(0);
});

test("draws fall in while it plays, stop when it pauses, and are undone together", async ({ page }) => {
  const figure = await openFigure(page, "door");
  const still = await pixels(figure);
  await button(figure, "Play").click();
  await expect.poll(async () => Number(await draws(figure).inputValue())).toBeGreaterThan(70);
  await button(figure, "Pause").click();
  const drawn = await draws(figure).inputValue();
  const moved = await pixels(figure);
  expect(moved).not.toEqual(still);
  await page.waitForTimeout(400);
  expect(await pixels(figure)).toEqual(moved);
  await expect(draws(figure)).toHaveValue(drawn);
  await button(figure, "Undo").click();
  await expect(draws(figure)).toHaveValue("60");
  await button(figure, "Redo").click();
  await expect(draws(figure)).toHaveValue(drawn);
});

test("it waits while it is out of sight", async ({ page }) => {
  const figure = await openFigure(page, "door");
  await button(figure, "Play").click();
  await page.locator(".lesson-end").scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  const drawn = await draws(figure).inputValue();
  await page.waitForTimeout(700);
  await expect(draws(figure)).toHaveValue(drawn);
  await figure.scrollIntoViewIfNeeded();
  await expect.poll(() => draws(figure).inputValue()).not.toBe(drawn);
});

test("the same seed and the same steps give the same particles", async ({ page, context }) => {
  const stepped = async (page: Page) => {
    const figure = await openFigure(page, "door");
    for (let i = 0; i < 5; i++) await button(figure, "Step").click();
    return pixels(figure);
  };
  const first = await stepped(page);
  expect(await stepped(await context.newPage())).toEqual(first);
  expect(first[0]).not.toBe(first[1]);
});

test("a draw that falls in moves none of the others", async ({ page }) => {
  const figure = await openFigure(page, "door");
  await button(figure, "Step").click();
  const moved = await pixels(figure);
  await draws(figure).press("ArrowRight");
  expect(await pixels(figure)).not.toEqual(moved);
  await draws(figure).press("ArrowLeft");
  await expect.poll(() => pixels(figure)).toEqual(moved);
});

test("with reduced motion nothing moves by itself, and the histogram stands in the chambers", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const figure = await openFigure(page, "door");
  await expect(figure.locator("canvas").first()).toBeHidden();
  await expect(figure.locator(".box svg .piece")).toHaveCount(6);
  await page.waitForTimeout(500);
  await expect(draws(figure)).toHaveValue("60");
  await button(figure, "Step").click();
  await expect(draws(figure)).toHaveValue("61");
  await expect(figure.getByText("average of 61")).toHaveCount(2);
});

test("terms, bars and particles point at one another", async ({ page }) => {
  const figure = await openFigure(page, "door");
  const plain = await pixels(figure);
  const term = figure.locator(".formula button").nth(1);
  await term.focus();
  await expect(term).toHaveAccessibleName(/terrible: 0\.40 · log₂ 1\/0\.05 = 1\.729/);
  await expect(figure.locator(".chart .column.active")).toHaveCount(1);
  expect(await pixels(figure)).not.toEqual(plain);
  await bar(figure, "P", "okay").focus();
  await expect(figure.locator(".formula button").nth(2)).toHaveClass(/strong/);
  const roles = page.locator(".roles");
  const tint = (selector: string) =>
    roles
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  const dark = await tint("td.prices");
  await roles.getByRole("button", { name: "log₂ 1/Q(X)" }).focus();
  await expect.poll(() => tint("td.prices")).not.toBe(dark);
});

test("a shared link restores the draws; a bad one is refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "door");
  await bar(figure, "Q", "terrible").press("PageUp");
  await draws(figure).press("PageUp");
  await button(figure, "Another").click();
  await button(figure, "Share").click();
  expect(page.url()).toMatch(/#door=1~2~\d+~1~amazing,terrible,okay~\.5,\.4,\.1~/);
  const again = await openFigure(await context.newPage(), "door", page.url());
  await expect(cost(again)).toHaveText((await cost(figure).textContent())!);
  await expect(average(again, "q")).toHaveText((await average(figure, "q").textContent())!);
  await expect(draws(again)).toHaveValue(await draws(figure).inputValue());
  for (const [hash, said] of [
    ["#door=1~1~60~1~a,<img>~.5,.5~.5,.6", "damaged"],
    ["#door=1~1~9999~1~a,b~.5,.5~.5,.5", "damaged"],
    ["#door=%E0%A4%A", "damaged"],
    ["#door=7~later", "another version"],
  ] as const) {
    const other = await context.newPage();
    const refused = await openFigure(other, "door", lesson("en") + hash);
    await expect(refused.getByRole("alert")).toContainText(said);
    await expect(cost(refused)).toHaveText("2.237");
    await other.close();
  }
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "door");
  await button(figure, "Save figure").click();
  const svg = await save(figure, "Drawing (SVG)");
  expect(svg.name).toBe("surprisal-door.svg");
  expect(textOf(svg.content)).toContain("2.237 bits");
  expect((await save(figure, "Picture (PNG)")).content.readUInt32BE(16)).toBe(1920);
  const rows = (await save(figure, "Table (CSV)")).content.toString().trimEnd().split("\r\n");
  expect(rows).toHaveLength(61);
  const json = JSON.parse((await save(figure, "Data (JSON)")).content.toString());
  expect(json["H(P,Q)"]).toBeCloseTo(2.2369655942, 9);
  expect(json).toMatchObject({ seed: 1, draws: 60, counts: [34, 20, 6] });
});

test("what is infinite comes with the draw that makes it so", async ({ page }) => {
  const figure = await openFigure(page, "edge");
  await expect(cost(figure)).toHaveText("∞");
  await expect(average(figure, "q")).toHaveText("1.105");
  await expect(figure.locator(".message")).toContainText("It has not come up yet");
  await draws(figure).press("End");
  await expect(average(figure, "q")).toHaveText("∞");
  await expect(figure.locator(".message")).toContainText("It has come up");
});

test("every question, wrong and right, and the proof, and the lesson is complete", async ({ page }) => {
  test.slow();
  const door = await openFigure(page, "door");
  await readThrough(page);
  const { answer, check, choose, question } = answering(page);
  await question("amazing").getByRole("radio").nth(1).check();
  await question("amazing").getByRole("button").click();
  await expect(question("amazing").locator("details")).toHaveAttribute("open");

  for (const [text, said] of [
    ["1.361", "Ana’s average"],
    ["1.741", "H(Q,P)"],
    ["1.5", "what Carla expects"],
    ["0.239", "more than Ana"],
    ["5", "added the three"],
    ["1.667", "equally common"],
    ["1.109", "logarithm"],
    ["1.6 nats", "in bits, not in nats"],
    ["1,6", "Right."],
  ] as const)
    await answer("films-cost", text, said);

  await check("three", "Less than three bits");
  await bar(door, "Q", "amazing").press("End");
  await check("three", "calls something impossible");
  await button(door, "Undo").click();
  for (let i = 0; i < 7; i++) await bar(door, "Q", "amazing").press("ArrowUp");
  await check("three", "Right.");

  await choose("by-chance", 1, "Not yet");
  await choose("by-chance", 0, "Right.");
  for (const [text, said] of [
    ["1.875", "a book of its own"],
    ["2", "the bay would pay"],
    ["3.25", "weather of the bay"],
    ["1", "borrowed book adds"],
    ["2.6", "equally common"],
    ["1.993", "natural logarithms"],
    ["23/8", "Right."],
  ] as const)
    await answer("borrowed", text, said);

  await check("pleasant", "at least what this believer expects");
  await button(door, "Match Q to P").click();
  await check("pleasant", "It has to be wrong");
  await button(door, "Reset").click();
  await button(door, "Swap P and Q").click();
  await check("pleasant", "Right.");

  await answer("label", "0.2", "That is the probability");
  await answer("label", "2.322", "logarithm");
  await answer("label", "-ln(1/5)", "Right.");
  await choose("not-yet", 1, "Not yet");
  await choose("not-yet", 0, "Right.");

  const proof = page.locator("#slope");
  const steps = ["cost", "slope", "common", "sign", "least"];
  const order = () => proof.locator("li").evaluateAll((lines) => lines.map((line) => line.dataset.step));
  for (const [place, step] of steps.entries())
    while ((await order()).indexOf(step) > place)
      await proof.locator(`li[data-step=${step}] [data-by="-1"]`).press("ArrowUp");
  await proof.getByRole("button", { name: "Check" }).click();
  for (const step of steps) await proof.locator(`li[data-step=${step}] select`).selectOption(step);
  await proof.locator("li[data-step=common] select").selectOption("sign");
  await proof.getByRole("button", { name: "Check" }).click();
  await expect(proof.getByRole("status")).toContainText("nothing is said about its sign");
  await proof.locator("li[data-step=common] select").selectOption("common");
  await proof.getByRole("button", { name: "Check" }).click();
  for (const [text, said] of [
    ["1.6", "On which side of p"],
    ["-0.4", "That is the numerator"],
    ["-1.6", "to believe a little more"],
  ] as const) {
    await proof.getByRole("textbox").fill(text);
    await proof.getByRole("textbox").press("Enter");
    await expect(proof).toContainText(said);
  }
  await expect(page.getByText("Lesson complete")).toBeVisible();
});

for (const language of ["en", "es"] as const)
  test(`the lesson is complete without JavaScript: ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    const figure = page.locator("figure#door");
    await expect(cost(figure)).toHaveText(language === "en" ? "2.237" : "2,237");
    await expect(figure.locator(".box svg .piece").first()).toBeVisible();
    await expect(figure.locator(".averages .run")).toHaveCount(2);
    await expect(figure.locator("canvas").first()).toBeHidden();
    await expect(page.locator("figure#edge .message")).toContainText(
      language === "en" ? "Infinite" : "Infinito",
    );
    await expect(page.locator(".codebooks tbody tr")).toHaveCount(5);
    await expect(page.locator("#slope li")).toHaveCount(5);
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
