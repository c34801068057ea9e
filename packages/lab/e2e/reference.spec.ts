import { expect, type Locator, type Page, test } from "@playwright/test";
import { readout } from "./figure.ts";
import { bar } from "./lesson.ts";

const sheet = (language: string) => `/${language}/reference/cheat-sheet/`;
const faq = (language: string) => `/${language}/reference/faq/`;

async function openUnits(page: Page, address = sheet("en")): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator("figure#units");
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", { has: figure })).toHaveCount(0);
  return figure;
}

const field = (figure: Locator, name: string) => figure.getByRole("textbox", { name });
const amount = (figure: Locator) => figure.getByRole("slider");

test("whichever field is typed into, all others follow, and the perplexity is that of every base", async ({
  page,
}) => {
  const figure = await openUnits(page);
  await field(figure, "bits of one draw").fill("3");
  await page.keyboard.press("Enter");
  await expect(field(figure, "nats of one draw")).toHaveValue("2.07944");
  await expect(field(figure, "bans of one draw")).toHaveValue("0.90309");
  await expect(field(figure, "perplexity of one draw")).toHaveValue("8");
  await expect(figure.locator(".formula button math")).toHaveText(["23", "e2.07944", "100.90309"]);
  await expect(figure.getByRole("button", { name: "2 to the power of 3 is 8" })).toBeVisible();
  await expect(figure.locator(".formula span.term")).toHaveText(["8", "8", "8"]);
  await field(figure, "perplexity of one draw").fill("1/2 + 15/2");
  await page.keyboard.press("Tab");
  await expect(field(figure, "bits of one draw")).toHaveValue("3");
  await field(figure, "bans of one draw").fill("1 nat");
  await page.keyboard.press("Enter");
  await expect(field(figure, "nats of one draw")).toHaveValue("1");
  await expect(figure.locator(".command code")).toHaveText("surprisal units 1 --from nats");
});

test("what is no amount is refused and kept to be mended; what no double holds stands as a power", async ({
  page,
}) => {
  const figure = await openUnits(page, `${sheet("es")}`);
  const bits = field(figure, "bits de una extracción");
  await bits.fill("mucho");
  await page.keyboard.press("Enter");
  await expect(bits).toHaveAttribute("aria-invalid", "true");
  await expect(figure.locator(".remark")).toContainText("no es una cantidad");
  await bits.fill("1100");
  await page.keyboard.press("Enter");
  await expect(bits).toHaveAttribute("aria-invalid", "false");
  await expect(field(figure, "perplejidad de una extracción")).toHaveValue("2^1100");
  await expect(figure.locator(".remark")).toContainText("doble precisión");
  await figure.getByRole("button", { name: "una cifra" }).click();
  await expect(field(figure, "perplejidad de una extracción")).toHaveValue("10");
  await expect(field(figure, "nats de una extracción")).toHaveValue("2,30259");
});

test("over a text each piece has its share, and the counts are the reader's own", async ({ page }) => {
  const figure = await openUnits(page);
  await figure.getByRole("button", { name: "a loss of 3 nats" }).click();
  await expect(field(figure, "bits per character")).toHaveValue("1.0305");
  await field(figure, "characters in the text").fill("3000");
  await page.keyboard.press("Enter");
  await expect(field(figure, "nats per character")).toHaveValue("1");
  await expect(field(figure, "nats per token")).toHaveValue("3");
  await field(figure, "bits per byte").fill("1");
  await page.keyboard.press("Enter");
  await expect(field(figure, "bits per token")).toHaveValue("4.3");
  await expect(figure.locator(".remark")).toHaveText(
    "The whole text costs 4300 bits, 537.5 bytes, however it is cut.",
  );
  await field(figure, "bytes in the text").fill("1.5");
  await page.keyboard.press("Enter");
  await expect(figure.locator(".remark")).toContainText("whole number");
  await figure.getByRole("button", { name: "Over a text" }).click();
  await expect(field(figure, "bits of one draw")).toHaveValue("1");
});

test("the line moves by keyboard and by hand, also when the figure is scaled, and is undone", async ({
  page,
}) => {
  const figure = await openUnits(page);
  const line = amount(figure);
  await line.focus();
  await page.keyboard.press("Home");
  await expect(field(figure, "perplexity of one draw")).toHaveValue("1");
  await page.keyboard.press("End");
  await expect(field(figure, "perplexity of one draw")).toHaveValue("64");
  await expect(line).toHaveAttribute("aria-valuetext", /^6 bits, 4\.15888 nats, .* perplexity 64$/);
  await page.keyboard.press("Control+z");
  await expect(field(figure, "perplexity of one draw")).toHaveValue("6");
  await figure.getByRole("button", { name: "a coin" }).click();
  await figure.evaluate((element: HTMLElement) => (element.style.transform = "scale(0.6)"));
  await figure.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const ruler = (await figure.locator(".ruler line").first().boundingBox())!;
  const thumb = (await line.locator(".thumb").boundingBox())!;
  const end = Number(await line.getAttribute("aria-valuemax"));
  await page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
  await page.mouse.down();
  await page.mouse.move(ruler.x + ruler.width / 2, thumb.y + 40, { steps: 6 });
  await page.mouse.up();
  const bits = Number(await field(figure, "bits of one draw").inputValue());
  // Half a thumb's width, scaled, is about a fiftieth of the ruler.
  expect(Math.abs(bits - end / 2)).toBeLessThan(0.02 * end);
});

test("a touch moves the line, and the page stays where it is", async ({ browser, baseURL }) => {
  const page = await browser.newPage({
    ...(baseURL ? { baseURL } : {}),
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  const figure = await openUnits(page);
  await amount(figure).evaluate((thumb) => thumb.scrollIntoView({ block: "center" }));
  const box = (await amount(figure).locator(".reach").boundingBox())!;
  // 44 units of a drawing whose width is that of the page, rounded to a pixel.
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(43.8);
  const before = await page.evaluate(() => scrollY);
  const session = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", by: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd" ? [] : [{ x: box.x + box.width / 2 + by, y: box.y + box.height / 2 - by }],
    });
  await touch("touchStart", 0);
  for (const by of [-15, -30, -45]) await touch("touchMove", by);
  await touch("touchEnd", -45);
  expect(Number(await field(figure, "bits of one draw").inputValue())).toBeLessThan(2);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  await page.close();
});

test("a link brings an amount back, and a broken one is refused kindly", async ({ page }) => {
  const figure = await openUnits(page, `${sheet("en")}#units=1~2.5~nats~byte~10~40~50`);
  await expect(field(figure, "nats per byte")).toHaveValue("2.5");
  await expect(field(figure, "nats per token")).toHaveValue("12.5");
  await page.evaluate(() => (location.hash = "units=1~NaN~nats~byte~10~40~50"));
  await expect(figure.getByRole("alert")).toContainText("damaged");
  await expect(field(figure, "nats per byte")).toHaveValue("2.5");
  await page.evaluate(() => (location.hash = "units=9~1"));
  await expect(figure.getByRole("alert")).toContainText("another version");
});

const shown = [
  ["the films in the duel", "films", "H(P, Q)", "2.237"],
  ["Here are the three", "boxes", "H(P)", "1.000"],
  ["the cold one", "tea", "D(T ‖ P)", "0.655"],
  ["the warm one", "tea", "D(T ‖ P)", "0.053"],
  ["somebody sure and wrong", "reading", "PP(P, Q)", "100.00"],
  ["the one on a hill", "lamp", "D(P ‖ Q)", "9.187"],
  ["the best in reverse", "lamp", "D(Q ‖ P)", "0.691"],
  ["Play it", "zipf", "E[L]", "1.000"],
] as const;

for (const [link, id, symbol, value] of shown)
  test(`errata: “${link}” opens the figure that shows it`, async ({ page }) => {
    await page.goto("/en/reference/errata/");
    await page.getByRole("link", { name: link }).click();
    const figure = page.locator(`figure#${id}`);
    await expect(figure).toBeInViewport();
    await expect(page.locator("astro-island[ssr]", { has: figure })).toHaveCount(0);
    await expect(readout(figure, symbol)).toHaveText(value);
    await expect(figure.getByRole("alert")).toHaveCount(0);
  });

test("errata: three bits and three nats lie on the rulers", async ({ page }) => {
  for (const [link, perplexity] of [
    ["three bits", "8"],
    ["three nats", "20.086"],
  ] as const) {
    await page.goto("/en/reference/errata/");
    await page.getByRole("link", { name: link, exact: true }).click();
    const figure = page.locator("figure#units");
    await expect(figure).toBeInViewport();
    await expect(field(figure, "perplexity per token")).toHaveValue(perplexity);
  }
});

test("a question is found in the index, its answer opens a figure, and the other language has the same place", async ({
  page,
}) => {
  await page.goto(faq("en"));
  const index = page.getByRole("navigation", { name: "All questions" });
  await index.getByRole("link", { name: "Why is my KL infinite?" }).click();
  await expect(page).toHaveURL(/#infinite$/);
  await expect(page.getByRole("heading", { name: "Why is my KL infinite?" })).toBeInViewport();
  await page.locator(".site-header").getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL(/\/es\/reference\/faq\/#infinite$/);
  await expect(page.getByRole("heading", { name: "¿Por qué me sale una KL infinita?" })).toBeInViewport();
  await page.getByRole("link", { name: "qué resultado ha sido" }).click();
  const figure = page.locator("figure#films");
  await expect(page.locator("astro-island[ssr]", { has: figure })).toHaveCount(0);
  await expect(readout(figure, "D(P ‖ Q)")).toHaveText("∞");
  await expect(bar(figure, "Q", "C")).toHaveAttribute("aria-valuenow", "0");
});

test("the search leads to the question itself", async ({ page }) => {
  await page.goto("/en/");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("tokenisers perplexities");
  await expect(page.locator(".search-results a[href*='/reference/faq/']").first()).toBeVisible();
});

test("powers and indices are set as such, not with carets", async ({ page }) => {
  await page.goto("/en/book/entropy/");
  const symbol = page.locator("#boxes .readout-symbol", { has: page.locator("msup") });
  await expect(symbol).toHaveText("2H");
  await page.goto(sheet("en"));
  await expect(page.locator("#renyiEntropy .symbol msub")).toHaveText("Hα");
  await expect(page.locator(".measures .symbol").filter({ hasText: /[_^]/ })).toHaveCount(0);
});
