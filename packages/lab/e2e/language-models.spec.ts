import { expect, type Locator, type Page, test } from "@playwright/test";
import { figureAt, readout } from "./figure.ts";
import { restOf } from "./guessing.ts";
import { readThrough } from "./readThrough.ts";

const lesson = (language: string) => `/${language}/book/language-models/`;
const languages = ["en", "es"] as const;

const openFigure = (page: Page, id: "tea" | "reading", address = lesson("en")) => figureAt(page, address, id);

const bar = (figure: Locator, word: string) =>
  figure.getByRole("group", { name: /^(P, what the model says|Q, what you expect)$/ }).getByRole("slider", {
    name: word,
  });

async function dragTo(page: Page, figure: Locator, handle: Locator, value: number): Promise<void> {
  const grid = figure.locator("svg[role=group] .grid line");
  const [zero, one] = [await grid.first().boundingBox(), await grid.last().boundingBox()];
  const box = (await handle.locator(".thumb").boundingBox())!;
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, zero!.y + (one!.y - zero!.y) * value, { steps: 6 });
  await page.mouse.up();
}

for (const language of languages) {
  test(`the lesson is complete without JavaScript: ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    await expect(page.locator("#tea .readout.strong .readout-value")).toHaveText(
      language === "en" ? "0.053" : "0,053",
    );
    await expect(page.locator("#tea path.from")).toBeVisible();
    await expect(page.locator("#reading .readout.strong .readout-value")).toHaveText(
      language === "en" ? "4.05" : "4,05",
    );
    await page.locator("#coldest summary").click();
    await expect(page.locator("#coldest details .num")).toContainText(language === "en" ? "0.737" : "0,737");
    expect(await page.locator(".katex-error").count()).toBe(0);
    await context.close();
  });
}

test("the temperature moves by keyboard and by hand, and every number follows", async ({ page }) => {
  const figure = await openFigure(page, "tea");
  const slider = figure.getByRole("slider", { name: "Temperature" });
  await expect(readout(figure, "D(T ‖ P)")).toHaveText("0.053");
  await slider.focus();
  while (!(await slider.getAttribute("aria-valuetext"))?.startsWith("At temperature 0.2:"))
    await page.keyboard.press("ArrowLeft");
  await expect(readout(figure, "D(T ‖ P)")).toHaveText("0.655");
  await expect(readout(figure, "D(P ‖ T)")).toHaveText("2.295");
  await expect(figure.locator(".command code")).toHaveText(
    "surprisal temperature hot=0.6,sweet=0.25,strong=0.1,cold=0.05 --t 0.2",
  );
  await figure.getByText("Numbers and table").click();
  await expect(figure.locator("tbody td.q")).toHaveText(["0.9875", "0.0124", "0.0001", "0.0000"]);
  await page.keyboard.press("Control+z");
  await expect(readout(figure, "D(T ‖ P)")).toHaveText("0.053");
  await figure.locator(".curves").scrollIntoViewIfNeeded();
  const curve = (await figure.locator(".curves .chart svg").boundingBox())!;
  await page.mouse.move(curve.x + curve.width - 8, curve.y + 60);
  await page.mouse.down();
  await page.mouse.up();
  await expect(figure.getByText("temperature 5", { exact: true })).toBeVisible();
});

test("a red bar follows the hand when the figure is scaled, and the keyboard reaches exact ends", async ({
  page,
}) => {
  const figure = await openFigure(page, "tea");
  await figure.evaluate((element: HTMLElement) => (element.style.transform = "scale(0.6)"));
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await dragTo(page, figure, bar(figure, "cold"), 0.5);
  const now = Number(await bar(figure, "cold").getAttribute("aria-valuenow"));
  expect(Math.abs(now - 0.5)).toBeLessThanOrEqual(0.01);
  await bar(figure, "hot").press("Home");
  await expect(bar(figure, "hot")).toHaveAttribute("aria-valuenow", "0");
  await figure.getByRole("button", { name: "logits" }).click();
  await expect(figure.locator(".verdict")).toContainText("an impossible word has none");
});

test("logits can be dragged, and a cut says what it takes", async ({ page }) => {
  const figure = await openFigure(page, "tea");
  await figure.getByRole("button", { name: "logits" }).click();
  const logit = figure.getByRole("group", { name: "Logits of P" }).getByRole("slider", { name: "cold" });
  await logit.press("End");
  await expect(logit).toHaveAttribute("aria-valuenow", "5");
  await figure.getByRole("button", { name: "Undo" }).click();
  await figure.getByRole("slider", { name: "top-k" }).press("ArrowRight");
  await expect(figure.locator(".verdict")).toContainText("“cold” is never drawn");
  await expect(readout(figure, "D(P ‖ T)")).toHaveText("∞");
  await expect(figure.locator(".command code")).toContainText("surprisal compare ");
});

test("links restore both figures, and bad ones are refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "tea");
  await figure.getByRole("slider", { name: "top-p" }).press("End");
  await figure.getByRole("button", { name: "Share" }).click();
  const other = await context.newPage();
  const again = await openFigure(other, "tea", page.url());
  await expect(again.locator(".command code")).toHaveText(
    (await figure.locator(".command code").textContent())!,
  );
  for (const hash of ["#tea=1~a,b~.5,.4", "#reading=1~x~9~9"]) {
    const id = hash.includes("tea") ? "tea" : "reading";
    const fresh = await context.newPage();
    const refused = await openFigure(fresh, id, lesson("en") + hash);
    await expect(refused.getByRole("alert")).toContainText("damaged");
    await fresh.close();
  }
});

test("the text is uncovered word by word, by keyboard alone", async ({ page }) => {
  const figure = await openFigure(page, "reading");
  await expect(readout(figure, "PP(P, Q)")).toHaveText("4.05");
  await bar(figure, "straight").press("End");
  await figure.getByRole("button", { name: "Step" }).press("Enter");
  await expect(figure.locator(".here")).toContainText("“straight” cost 0.000 bits");
  await bar(figure, "straight").press("Home");
  await expect(readout(figure, "PP(P, Q)")).toHaveText("∞");
  await expect(figure.locator(".verdict")).toContainText("“straight” was given no chance");
  await figure.getByRole("button", { name: "is sure and wrong" }).press("Enter");
  await expect(readout(figure, "PP(P, Q)")).toHaveText("100.00");
  await expect(figure.locator(".verdict")).toContainText("Sure and wrong");
  await expect(figure.locator(".faces.paid .grid svg")).toHaveCount(100);
  await figure.getByRole("button", { name: "nats" }).click();
  await expect(figure.locator(".faces.paid .power")).toContainText("e4.605 = 100.00");
  await figure.getByRole("button", { name: "Cover all" }).press("Enter");
  await expect(readout(figure, "PP(P, Q)")).toHaveText("–");
  await figure.getByRole("button", { name: "Play" }).press("Enter");
  await expect(figure.locator(".place").first()).toContainText("umbrella");
  await figure.getByRole("button", { name: "Pause" }).press("Enter");
});

test("belief is dragged by hand", async ({ page }) => {
  const figure = await openFigure(page, "reading");
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await dragTo(page, figure, bar(figure, "home"), 0.8);
  await expect(bar(figure, "home")).toHaveAttribute("aria-valuenow", "0.8");
});

test("log-probabilities of one's own are shared out by token, character and byte", async ({ page }) => {
  const figure = await openFigure(page, "reading");
  await figure.getByText("Your own log-probabilities").click();
  const own = figure.locator(".own");
  const field = own.getByRole("textbox", { name: "Log-probabilities" });
  await field.fill('[{"token":"ni","logprob":-1},{"token":"ño","logprob":-2}]');
  const cell = (row: number, column: number) => own.locator("tbody tr").nth(row).locator("td").nth(column);
  await expect(cell(0, 2)).toHaveText("4.482"); // exp(3/2)
  await expect(cell(1, 0)).toHaveText("4");
  await expect(cell(2, 0)).toHaveText("5");
  await field.fill("-1\nhello");
  await expect(own.getByRole("status")).toContainText("Number 2 is not");
  await field.fill("-1\n-2");
  await expect(cell(1, 0)).toHaveText("–");
  await own.getByRole("textbox", { name: "The text they spell" }).fill("niño");
  await expect(cell(2, 0)).toHaveText("5");
  await own.getByRole("button", { name: "Put in an example" }).click();
  await expect(cell(0, 0)).toHaveText("7");
});

test("all questions, wrong and right, make the lesson complete", async ({ page }) => {
  await openFigure(page, "tea", lesson("es"));
  await readThrough(page);
  const status = (id: string) => page.locator(`#${id}`).getByRole("status");
  const answer = async (id: string, text: string) => {
    await page.locator(`#${id}`).getByRole("textbox").fill(text);
    await page.locator(`#${id}`).getByRole("textbox").press("Enter");
  };
  for (const [id, wrong, said, right] of [
    ["coldest", "1,490", "entropía del modelo", "0,737"],
    ["nucleus", "2,737", "se fue", "0,234"],
    ["three", "9", "texto entero", "3"],
    ["bounds", "1,25", "cota inferior", "1,75"],
  ] as const) {
    await answer(id, wrong);
    await expect(status(id)).toContainText(said);
    await answer(id, right);
    await expect(status(id)).toContainText("Correcto");
  }
  for (const [id, wrong, right] of [
    ["base", 1, 0],
    ["better", 0, 1],
    ["person", 0, 1],
    ["autocomplete", 3, 0],
  ] as const) {
    const choice = page.locator(`#${id}`);
    for (const [at, said] of [
      [wrong, "Todavía no"],
      [right, "Correcto"],
    ] as const) {
      await choice.locator(`input[value="${at}"]`).check();
      await choice.getByRole("button").click();
      await expect(status(id)).toContainText(said);
    }
  }
  for (const [id, said] of [
    ["never", "sigue siendo finita"],
    ["overconfident", "No está bastante seguro"],
    ["guessing", "no ha jugado nadie"],
  ] as const) {
    await page.locator(`#${id}`).getByRole("button").click();
    await expect(status(id)).toContainText(said);
  }
  await page.locator("#tea").getByRole("slider", { name: "min-p" }).press("End");
  await page.locator("#never").getByRole("button").click();
  await expect(status("never")).toContainText("Correcto");
  await page.locator("#reading").getByRole("button", { name: "está seguro y falla" }).click();
  await page.locator("#overconfident").getByRole("button").click();
  await expect(status("overconfident")).toContainText("Correcto");
  const letters = page.locator("figure#letters");
  await letters.getByRole("button", { name: "Otro pasaje" }).first().click();
  await page.keyboard.type((await restOf(letters, "es")).slice(0, 30));
  await page.locator("#guessing").getByRole("button").click();
  await expect(status("guessing")).toContainText("Correcto");
  await expect(page.getByText("Lección completa")).toBeVisible();
});

test("the guess opens its answer", async ({ page }) => {
  await page.goto(lesson("en"));
  await readThrough(page);
  const guess = page.locator("#guess-farther");
  await guess.getByRole("radio").nth(1).check();
  await guess.getByRole("button").click();
  await expect(guess.locator("details")).toContainText("0.6547");
});

test("both figures can be saved", async ({ page }) => {
  for (const [id, said] of [
    ["tea", "0.053"],
    ["reading", "4.05"],
  ] as const) {
    const figure = await openFigure(page, id);
    await figure.getByRole("button", { name: "Save figure" }).click();
    for (const name of ["Drawing (SVG)", "Picture (PNG)", "Table (CSV)", "Data (JSON)"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        figure.getByRole("button", { name }).click(),
      ]);
      expect(download.suggestedFilename()).toContain(`surprisal-${id}.`);
      if (!name.includes("SVG")) continue;
      const stream = await download.createReadStream();
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      expect(Buffer.concat(parts).toString()).toContain(said);
    }
  }
});
