import { expect, type Locator, type Page, test } from "@playwright/test";
import { readout, save, textOf } from "./figure.ts";
import { bar, lesson, openFigure } from "./lesson.ts";

/** Drags a handle until its bar should stand at `value`, reading the axis off the grid as a hand would. */
async function dragTo(page: Page, figure: Locator, handle: Locator, value: number): Promise<void> {
  const lines = figure.locator(".grid line");
  const [zero, one] = [await lines.first().boundingBox(), await lines.last().boundingBox()];
  const box = (await handle.locator(".thumb").boundingBox())!;
  const x = box.x + box.width / 2;
  const grip = box.y + box.height / 2;
  await page.mouse.move(x, grip);
  await page.mouse.down();
  await page.mouse.move(x, zero!.y + (one!.y - zero!.y) * value, { steps: 6 });
  await page.mouse.up();
}

test("a bar follows the hand, the others share the rest, and the numbers follow", async ({ page }) => {
  const figure = await openFigure(page, "films");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("0.876");
  await dragTo(page, figure, bar(figure, "Q", "amazing"), 0.5);
  await expect(bar(figure, "Q", "amazing")).toHaveAttribute("aria-valuenow", "0.5");
  await expect(bar(figure, "Q", "okay")).toHaveAttribute("aria-valuenow", "0.25");
  await expect(readout(figure, "H(P, Q)")).toHaveText("1.500");
});

test("a drag is right when the figure is scaled to 60 % and its chart letterboxed", async ({ page }) => {
  const figure = await openFigure(page, "films");
  await figure.evaluate((element: HTMLElement) => {
    element.style.transform = "scale(0.6)";
    const svg = element.querySelector<SVGElement>(".chart svg")!;
    svg.style.height = "420px";
    svg.closest<HTMLElement>(".chart")!.style.height = "420px";
  });
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  for (const value of [0.2, 0.75]) {
    await dragTo(page, figure, bar(figure, "Q", "terrible"), value);
    const now = Number(await bar(figure, "Q", "terrible").getAttribute("aria-valuenow"));
    expect(Math.abs(now - value)).toBeLessThanOrEqual(0.01);
  }
});

test("dragging to the floor gives exactly zero, ∞ and its culprit; smoothing gives a number again", async ({
  page,
}) => {
  const figure = await openFigure(page, "films");
  await dragTo(page, figure, bar(figure, "Q", "terrible"), -0.1);
  await expect(bar(figure, "Q", "terrible")).toHaveAttribute("aria-valuenow", "0");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("∞");
  await expect(figure.locator(".verdict")).toContainText(
    "“terrible” impossible, and it happens with probability 0.40",
  );
  await figure.getByRole("button", { name: "Smooth Q" }).click();
  await figure.getByRole("slider", { name: "Smoothing ε" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(readout(figure, "D(P ‖ Q)")).not.toHaveText("∞");
  await page.keyboard.press("Home");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("∞");
});

test("the keyboard alone does everything", async ({ page }) => {
  const figure = await openFigure(page, "films");
  const okay = bar(figure, "Q", "okay");
  await okay.focus();
  await page.keyboard.press("ArrowUp");
  await expect(okay).toHaveAttribute("aria-valuenow", "0.06");
  await page.keyboard.press("PageUp");
  await expect(okay).toHaveAttribute("aria-valuenow", "0.16");
  await page.keyboard.press("End");
  await expect(okay).toHaveAttribute("aria-valuenow", "1");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("∞");
  await page.keyboard.press("ArrowDown");
  await expect(bar(figure, "Q", "amazing")).not.toHaveAttribute("aria-valuenow", "0.005"); // in proportion, as when taken hold of
  await page.keyboard.press("Control+z");
  await expect(okay).toHaveAttribute("aria-valuenow", "0.05");
  await page.keyboard.press("Control+Shift+z");
  await expect(okay).toHaveAttribute("aria-valuenow", "0.99");
  await page.keyboard.press("Control+z");

  const reached = new Set<string>();
  await figure.getByRole("button", { name: "bits" }).focus();
  for (let i = 0; i < 40; i++) {
    reached.add(await page.evaluate(() => (document.activeElement?.textContent ?? "").trim()));
    await page.keyboard.press("Tab");
  }
  for (const name of [
    "Lock P",
    "Swap P and Q",
    "Match Q to P",
    "Smooth Q",
    "Undo",
    "Reset",
    "Share",
    "Save figure",
    "Copy",
  ])
    expect([...reached]).toContain(name);

  await figure.getByRole("button", { name: "Match Q to P" }).press("Enter");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("0.000");
  await expect(figure.locator(".verdict")).toContainText("Q equals P");
  await figure.getByRole("button", { name: "Reset" }).press("Space");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("0.876");
});

test("what is locked stays, and the figure says why", async ({ page }) => {
  const figure = await openFigure(page, "films");
  await figure.getByRole("button", { name: "Lock P" }).click();
  await expect(bar(figure, "P", "okay")).toHaveCount(0);
  await figure.getByRole("button", { name: "Swap P and Q" }).click();
  await expect(figure.locator(".verdict")).toContainText("P is locked");
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("0.876");
  await figure.getByRole("button", { name: "Lock P" }).click();
  await figure.getByRole("button", { name: "Swap P and Q" }).click();
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("0.563");
});

test("the locked bar keeps its length while Q is dragged, and the scale moves on release only", async ({
  page,
}) => {
  const figure = await openFigure(page, "telegraph");
  const width = () => figure.locator(".truth").evaluate((element) => element.getBoundingClientRect().width);
  const before = await width();
  const handle = (await bar(figure, "Q", "dot").locator(".thumb").boundingBox())!;
  const floor = (await figure.locator(".grid line").first().boundingBox())!;
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x + handle.width / 2, floor.y - 3, { steps: 8 });
  expect(await width()).toBe(before);
  await page.mouse.up();
  await expect(figure.locator(".end.rescaled")).toBeVisible();
  expect(await width()).toBeLessThan(before);
});

test("typed values, names and outcomes", async ({ page }) => {
  const figure = await openFigure(page, "films");
  await figure.getByText("Numbers and table").click();
  const field = figure.getByRole("textbox", { name: "Q(terrible)" });
  await field.fill("1/4");
  await field.press("Enter");
  await expect(bar(figure, "Q", "terrible")).toHaveAttribute("aria-valuenow", "0.25");
  await field.fill("two");
  await field.press("Enter");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue("two");
  await field.fill("0,5");
  await field.press("Enter");
  await expect(field).toHaveValue("0.5");
  await figure.getByRole("button", { name: "Add an outcome" }).click();
  await expect(bar(figure, "P", "outcome 4")).toHaveAttribute("aria-valuenow", "0");
  await figure.getByRole("textbox", { name: "Name of outcome 4" }).fill("odd");
  await figure.getByRole("textbox", { name: "Name of outcome 4" }).press("Enter");
  await expect(bar(figure, "P", "odd")).toBeVisible();
  await figure.getByRole("button", { name: "Remove odd" }).click();
  await expect(bar(figure, "P", "odd")).toHaveCount(0);
});

test("a shared link restores the figure exactly; a bad one is refused kindly", async ({ page, context }) => {
  const figure = await openFigure(page, "films");
  await dragTo(page, figure, bar(figure, "Q", "terrible"), 0.33);
  await figure.getByRole("button", { name: "Lock P" }).click();
  await figure.getByRole("button", { name: "Share" }).click();
  const link = page.url();
  expect(link).toContain("#films=1~amazing,terrible,okay~");
  const shown = await figure.locator(".command code").textContent();
  const other = await context.newPage();
  const again = await openFigure(other, "films", link);
  await expect(again.locator(".command code")).toHaveText(shown!);
  await expect(again.getByRole("button", { name: "Lock P" })).toHaveAttribute("aria-pressed", "true");
  await expect(readout(again, "D(P ‖ Q)")).toHaveText((await readout(figure, "D(P ‖ Q)").textContent())!);
  await expect(again).toBeInViewport();

  for (const [hash, said] of [
    ["#films=1~%3Cimg%20src=x%3E,b~.5,.5~1,0,0", "damaged"],
    ["#films=%E0%A4%A", "damaged"],
    ["#films=7~later", "another version"],
  ] as const) {
    const page = await context.newPage();
    const refused = await openFigure(page, "films", lesson("en") + hash);
    await expect(refused.getByRole("alert")).toContainText(said);
    await expect(readout(refused, "D(P ‖ Q)")).toHaveText("0.876");
    await page.close();
  }
});

test("a link keeps its state in the other language", async ({ page }) => {
  const figure = await openFigure(page, "telegraph", `${lesson("es")}#telegraph=1~a,b~.25,.75~.5,.5`);
  await expect(readout(figure, "H(P)")).toHaveText("0,811");
});

test("the unit of one figure is the unit of all", async ({ page }) => {
  const films = await openFigure(page, "films");
  await films.getByRole("button", { name: "nats" }).click();
  await expect(readout(films, "D(P ‖ Q)")).toHaveText("0.607");
  await expect(readout(page.locator("figure#telegraph"), "D(P ‖ Q)")).toHaveText("0.511");
  await expect(films.locator(".command code")).toHaveText(
    "surprisal compare amazing=0.5,terrible=0.4,okay=0.1 0.9,0.05,0.05 --unit nats",
  );
});

test("a link shows the unit of whoever gave it, and leaves the reader's own as it was", async ({
  page,
  context,
}) => {
  const figure = await openFigure(page, "films");
  await figure.getByRole("button", { name: "nats", exact: true }).click();
  await figure.getByRole("button", { name: "Share" }).click();
  await figure.getByRole("button", { name: "bans", exact: true }).click();
  const other = await context.newPage();
  const again = await openFigure(other, "films", page.url());
  await expect(readout(again, "D(P ‖ Q)")).toHaveText("0.607");
  await expect(again.getByRole("button", { name: "nats", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(await other.evaluate(() => localStorage.getItem("surprisal-unit"))).toBe("bans");
});

test("terms of the formula and bars point at each other", async ({ page }) => {
  const figure = await openFigure(page, "films");
  const first = figure.locator(".formula button").first();
  await expect(figure.locator(".formula button.strong")).toContainText("0.40");
  await first.focus();
  await expect(figure.locator(".column.active")).toHaveAttribute("data-outcome", "0");
  await expect(figure.locator(".formula button.strong")).toContainText("0.50");
  await bar(figure, "Q", "okay").focus();
  await expect(figure.locator(".formula button.strong")).toContainText("0.10");
});

test("the figure can be saved as drawing, picture, table and data", async ({ page }) => {
  const figure = await openFigure(page, "films");
  await figure.getByRole("button", { name: "Save figure" }).click();
  const svg = await save(figure, "Drawing (SVG)");
  expect(svg.name).toBe("surprisal-films.svg");
  expect(textOf(svg.content)).toContain("0.876 wasted");
  const png = await save(figure, "Picture (PNG)");
  expect(png.content.subarray(1, 4).toString()).toBe("PNG");
  expect(png.content.readUInt32BE(16)).toBe(1920);
  const csv = await save(figure, "Table (CSV)");
  expect(csv.content.toString()).toMatch(/^outcome,P,Q,.*\r\namazing,0\.5,0\.9,-0\.4239/);
  const json = JSON.parse((await save(figure, "Data (JSON)")).content.toString());
  expect(json["D(P‖Q)"]).toBeCloseTo(0.8760015467, 10);
  expect(json.link).toContain("#films=1~amazing");
});

test("the state before a change stays as an outline, with the differences", async ({ page }) => {
  const figure = await openFigure(page, "films");
  await expect(figure.locator(".ghost")).toHaveCount(0);
  await dragTo(page, figure, bar(figure, "Q", "amazing"), 0.5);
  await expect(figure.locator(".ghost")).toHaveCount(3);
  await expect(figure.locator(".readout.strong .delta")).toHaveText("−0.737");
  await figure.getByRole("button", { name: "Undo" }).click();
  await expect(figure.locator(".ghost")).toHaveCount(0);
});
