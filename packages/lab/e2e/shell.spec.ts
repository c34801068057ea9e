import { expect, test } from "@playwright/test";
import { complaintsOf } from "./complaints.ts";

test("the door leads to the reader's language", async ({ browser, baseURL }) => {
  for (const [locale, path] of [
    ["es-MX", "/es/"],
    ["en-GB", "/en/"],
    ["fr-FR", "/en/"],
  ] as const) {
    const page = await browser.newPage({ locale, ...(baseURL ? { baseURL } : {}) });
    await page.goto("/");
    await page.waitForURL(`**${path}`);
    await page.close();
  }
});

test("the theme is the system's until it is chosen, and then stays", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/en/");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-theme", "dark");
  await page.locator(".site-header [data-theme-toggle]").click();
  await expect(html).toHaveAttribute("data-theme", "light");
  await page.goto("/en/library/");
  await expect(html).toHaveAttribute("data-theme", "light");
});

test("the other language is the same page, with what its address carries", async ({ page }) => {
  await page.goto("/en/library/#every-function");
  await page.locator(".site-header").getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL(/\/es\/library\/#every-function$/);
  await page.locator(".site-header").getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/en\/library\/#every-function$/);
});

test("the search finds a page by a word in it, without a complaint", async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto("/es/");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("infinita");
  const first = page.locator(".search-results a").first();
  await expect(first).toHaveAttribute("href", /^\/es\//);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/es\/[\w/-]+\/$/);
  expect(complaints).toEqual([]);
});

test("a bar moves by mouse, also when the figure is scaled, and by keyboard", async ({ page }) => {
  await page.goto("/en/");
  const sun = page.getByRole("group", { name: "Q, what you expect" }).getByRole("slider", { name: "sun" });
  const wasted = page.locator(".readout.strong .readout-value");
  await expect(sun).toHaveAttribute("aria-valuenow", "0.8");
  await page.locator(".figure").evaluate((figure) => {
    figure.style.transform = "scale(0.6)";
  });
  const thumb = (await sun.locator(".thumb").boundingBox())!;
  const chart = (await page.locator(".figure .grid").boundingBox())!;
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, chart.y - 40, { steps: 5 });
  await expect(sun).toHaveAttribute("aria-valuenow", "1");
  await expect(wasted).toHaveText("∞");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(sun).toHaveAttribute("aria-valuenow", "0.8");
  await sun.press("Home");
  await expect(sun).toHaveAttribute("aria-valuenow", "0");
  await expect(wasted).toHaveText("∞");
  await sun.press("Shift+ArrowUp");
  await expect(sun).toHaveAttribute("aria-valuenow", "0.1");
});

test("a touch on a handle moves the bar, and the page does not scroll", async ({ browser, baseURL }) => {
  const page = await browser.newPage({
    ...(baseURL ? { baseURL } : {}),
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  await page.goto("/en/", { waitUntil: "networkidle" });
  const rain = page.getByRole("group", { name: "Q, what you expect" }).getByRole("slider", { name: "rain" });
  const { x, y, width, height } = (await rain.boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", by: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: x + width / 2, y: y + height / 2 + by }],
    });
  await touch("touchStart", 0);
  for (const by of [-20, -40, -60]) await touch("touchMove", by);
  await touch("touchEnd", -60);
  expect(Number(await rain.getAttribute("aria-valuenow"))).toBeGreaterThan(0.2);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.close();
});

test("the unit is chosen once for all figures, and kept", async ({ page }) => {
  await page.goto("/en/");
  const value = page.locator(".readout-value").first();
  const unit = page.locator(".readout-unit").first();
  const bits = Number(await value.textContent());
  await page.locator(".site-header select[data-unit]").selectOption("nats");
  await expect(unit).toHaveText("nats");
  // Both are shown to three decimals, so they agree to one unit of the last.
  expect(Math.abs(Number(await value.textContent()) - bits * Math.LN2)).toBeLessThanOrEqual(1e-3);
  await page.reload();
  await expect(unit).toHaveText("nats");
});

test("without scripts the page says everything, and shows its figure", async ({ browser, baseURL }) => {
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await page.goto("/es/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".figure .bar")).toHaveCount(6);
  await expect(page.locator(".readout-value").first()).toHaveText(/^\d,\d{3}$/);
  await expect(page.locator("[data-theme-toggle]").first()).toBeHidden();
  await page.close();
});

test("an address that leads nowhere is answered in the shell of the Lab, and in its language", async ({
  page,
}) => {
  for (const [address, said] of [
    ["/en/nowhere/", "There is nothing here"],
    ["/es/ninguna/", "Aquí no hay nada"],
  ] as const) {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(said);
    await expect(page.getByRole("link", { name: "Surprisal" }).first()).toBeVisible();
  }
});
