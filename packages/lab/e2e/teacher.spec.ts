import { expect, type Page, test } from "@playwright/test";

for (const [path, figure] of [
  ["/embed/en/duel/", "duel"],
  ["/en/book/kl-divergence/", "films"],
] as const) {
  test(`a link leaves parts of the figures out: ${path}`, async ({ page }) => {
    const shown = (selector: string) => page.locator(`figure#${figure} ${selector}`).first();
    await page.goto(`${path}?hide=controls,values`);
    for (const part of [".controls", ".values", ".figure-head .segments"])
      await expect(shown(part), part).toBeHidden();
    for (const part of [".readouts", ".formula", ".command"]) await expect(shown(part), part).toBeVisible();
    await page.goto(`${path}?hide=all`);
    for (const part of [".controls", ".values", ".readouts", ".formula", ".command"])
      await expect(shown(part), part).toBeHidden();
    await expect(page.locator(`figure#${figure}`).getByRole("slider").first()).toBeVisible();
    await page.goto(path);
    await expect(shown(".controls")).toBeVisible();
  });
}

test("what a link hides stays hidden in the other language", async ({ page }) => {
  await page.goto("/en/book/kl-divergence/?hide=formula#films=1");
  await page.locator(".site-header").getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL("/es/book/kl-divergence/?hide=formula#films=1");
  await expect(page.locator(".formula").first()).toBeHidden();
});

const sheet = "/en/worksheet/#sheet=1~entropy,kl-divergence~7~6~nats~key";
const numbersOf = (page: Page) => page.locator(".key strong").allTextContents();

async function openSheet(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator("astro-island[ssr]")).toHaveCount(0);
}

test("a link is a sheet, the same in both languages, and its key has the same numbers", async ({ page }) => {
  await openSheet(page, sheet);
  await expect(page.locator(".sheet ol > li")).toHaveCount(6);
  await expect(page.getByRole("heading", { name: "Worksheet 7", exact: true })).toBeVisible();
  const english = await numbersOf(page);
  expect(english).toHaveLength(6);
  await page.getByRole("link", { name: "En español" }).click();
  await expect(page.getByRole("heading", { name: "Hoja de ejercicios 7", exact: true })).toBeVisible();
  await expect(page.locator("astro-island[ssr]")).toHaveCount(0);
  expect(await numbersOf(page)).toEqual(english.map((number) => number.replace(".", ",")));
});

test("a sheet is chosen by keyboard alone, and its link follows", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSheet(page, "/en/worksheet/");
  await page.getByRole("checkbox", { name: "1 Surprise" }).press("Space");
  await expect(page.locator(".sheet h3").first()).toHaveText("Entropy");
  const count = page.getByRole("spinbutton", { name: "Exercises" });
  await count.fill("300");
  await count.press("Tab");
  await expect(count).toHaveValue("30");
  await expect(page.locator(".sheet ol > li")).toHaveCount(30);
  await page.getByRole("button", { name: "Another" }).press("Enter");
  await page.getByRole("button", { name: "bans" }).press("Enter");
  await page.getByRole("checkbox", { name: "With the key" }).press("Space");
  await expect(page.locator(".key")).toHaveCount(0);
  await expect(page).toHaveURL(/#sheet=1~entropy,[\w,-]+~2~30~bans$/);
  await page.getByRole("button", { name: "Copy the link" }).press("Enter");
  await expect(page.locator(".worksheet [role=status]")).toContainText("the same sheet");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.reload();
  await expect(page.locator(".sheet ol > li")).toHaveCount(30);
});

test("the last lesson stays chosen, and a link that cannot be read is refused kindly", async ({ page }) => {
  await openSheet(page, "/en/worksheet/#sheet=1~entropy~7~2~bits");
  const last = page.getByRole("checkbox", { name: "2 Entropy" });
  await last.press("Space");
  await expect(last).toBeChecked();
  await page.goto("/en/worksheet/#sheet=1~entropy~7~2000~bits");
  await expect(page.getByRole("alert")).toContainText("damaged");
  await page.goto("/en/worksheet/#sheet=9~entropy");
  await expect(page.getByRole("alert")).toContainText("another version");
  await page.getByRole("button", { name: "Another" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("on paper there is the sheet alone, in ink, and the key begins a page", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await openSheet(page, sheet);
  for (const part of [".site-header", "nav.sidebar", "h1", "form", "embed-snippet"])
    await expect(page.locator(part).first(), part).toBeHidden();
  await expect(page.locator(".sheet")).toBeVisible();
  expect(await page.locator("body").evaluate((body) => getComputedStyle(body).color)).toBe("rgb(31, 30, 27)");
  const pages = async (format: string) =>
    (await page.pdf({ format })).toString("latin1").match(/\/Type \/Page\b/g)!.length;
  for (const format of ["A4", "Letter"]) {
    await openSheet(page, "/en/worksheet/#sheet=1~entropy~7~2~bits");
    expect(await pages(format), format).toBe(1);
    await page.getByRole("checkbox", { name: "With the key", includeHidden: true }).evaluate((box) => {
      (box as HTMLInputElement).click();
    });
    await expect(page.locator(".key")).toBeVisible();
    expect(await pages(format), format).toBe(2);
  }
});

test("without JavaScript there is a whole sheet with its key, and lines to frame a figure", async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await page.goto("/es/worksheet/");
  await expect(page.locator(".sheet ol > li")).toHaveCount(8);
  await expect(page.locator(".key strong")).toHaveCount(8);
  await expect(page.getByRole("button", { name: "Imprimir" })).toBeHidden();
  await expect(page.locator("embed-snippet code")).toContainText("/embed.js");
  await page.close();
});

test("the lines for another page follow what is chosen, and the figure opens like that", async ({ page }) => {
  await openSheet(page, "/en/worksheet/");
  await page.getByRole("combobox", { name: "Figure" }).selectOption("Two distributions");
  await page.getByRole("checkbox", { name: "table of values" }).press("Space");
  const link = page.getByRole("textbox", { name: /In the state of this link/ });
  await link.fill("https://example.org/en/book/kl-divergence/#films=1~good,bad~.5,.5~1,0");
  const { origin } = new URL(page.url());
  const address = `${origin}/embed/en/duel/?hide=values#duel=1~good,bad~.5,.5~1,0`;
  await expect(page.locator("embed-snippet code")).toContainText(`<iframe src="${address}"`);
  const [alone] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Open it alone" }).click(),
  ]);
  await expect(alone).toHaveURL(address);
  await expect(alone.locator(".readout.strong .readout-value")).toHaveText("∞");
  await expect(alone.locator(".values")).toBeHidden();
});
