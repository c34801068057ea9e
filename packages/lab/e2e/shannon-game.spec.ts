import { expect, type Locator, type Page, test } from "@playwright/test";
import { readout } from "./figure.ts";
import { restOf } from "./guessing.ts";

const lesson = (language: string) => `/${language}/book/language-models/`;

async function openGame(page: Page, address = lesson("en")): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator("figure#letters");
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", { has: figure })).toHaveCount(0);
  return figure;
}

const stand = (figure: Locator) => figure.locator(".message:not([role])").first();

for (const language of ["en", "es"] as const)
  test(`the game is complete without JavaScript: ${language}`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(lesson(language));
    const figure = page.locator("figure#letters");
    await expect(
      figure.getByText(language === "en" ? /drawing under it$/ : /un dibujo debajo$/),
    ).toBeAttached();
    for (const symbol of ["H(q)", "H(P, Q)"])
      await expect(readout(figure, symbol)).toHaveText(language === "en" ? /^\d\.\d\d$/ : /^\d,\d\d$/);
    await expect(figure.locator(".whisker")).toHaveCount(5);
    await expect(figure.locator(".keyboard")).toHaveCount(0);
    await expect(figure.getByRole("button", { name: /New passage|Otro pasaje/ }).first()).toBeHidden();
    await context.close();
  });

test("a whole game by keyboard alone, in Spanish; a guess is not undone", async ({ page }) => {
  const figure = await openGame(page, lesson("es"));
  await figure.getByRole("button", { name: "Otro pasaje" }).first().press("Enter");
  await expect(figure.getByRole("textbox", { name: "Letra siguiente" })).toBeFocused();
  const rest = await restOf(figure, "es");
  await page.keyboard.type("ww");
  await expect(stand(figure)).toContainText("No es w.");
  await page.keyboard.type(rest.slice(0, 40).toUpperCase());
  await expect(stand(figure)).toContainText(`Letra 41 de ${rest.length}.`);
  await expect(figure.locator(".yours", { hasText: "2" })).toHaveCount(1);
  const most = await readout(figure, "H(q)").textContent();
  await page.keyboard.press("Control+z");
  await expect(stand(figure)).toContainText("Letra 41");
  await page.keyboard.type(rest.slice(40));
  await expect(stand(figure)).toContainText(`Ya se saben las ${rest.length} letras`);
  await expect(figure.locator(".command code")).toHaveText(`surprisal entropy counts:${rest.length - 1},1`);
  expect(await readout(figure, "H(q)").textContent()).not.toBe(most);
  await expect(figure.getByRole("status").first()).toContainText("Según tus intentos");
  await figure.getByRole("button", { name: "Deshacer" }).press("Enter");
  await expect(stand(figure)).toContainText("Un ejemplo acabado");
  await figure.getByRole("button", { name: "Rehacer" }).press("Enter");
  await expect(stand(figure)).toContainText(`Ya se saben las ${rest.length} letras`);
});

test("a game by touch, in English, on a small phone", async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 320, height: 700 },
  });
  const page = await context.newPage();
  const figure = await openGame(page);
  await figure.getByRole("button", { name: "New passage" }).first().tap();
  const rest = await restOf(figure, "en");
  const key = (letter: string) =>
    figure
      .getByRole("group", { name: "Letters" })
      .getByRole("button", { name: letter === " " ? "space" : letter, exact: true });
  for (const letter of ["a", " "]) {
    const box = (await key(letter).boundingBox())!;
    expect(box.width).toBeGreaterThanOrEqual(44);
    expect(box.height).toBeGreaterThanOrEqual(44);
  }
  await key("z").tap();
  await expect(key("z")).toHaveAttribute("aria-disabled", "true");
  await expect(stand(figure)).toContainText("Not z.");
  for (const letter of rest.slice(0, 14)) await key(letter).tap();
  await expect(stand(figure)).toContainText("Letter 15 of");
  await expect(figure.locator(".command code")).toHaveText("surprisal entropy counts:13,1");
  await figure.getByRole("button", { name: "Show the letter" }).tap();
  await expect(stand(figure)).toContainText("Letter 16 of");
  await expect(figure.locator(".yours", { hasText: "×" })).toHaveCount(1);
  await expect(figure.locator(".verdict")).toContainText("By your guesses a letter holds");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});

test("the rival plays along, in either language, and remembers what it is told to", async ({ page }) => {
  const figure = await openGame(page);
  const paid = async () => Number(await readout(figure, "H(P, Q)").textContent());
  const before = await paid();
  await figure.getByRole("combobox").selectOption("0");
  await expect.poll(paid).toBeGreaterThan(before + 0.5);
  await figure.getByRole("combobox").selectOption("3");
  await expect.poll(paid).toBe(before);
  await figure.getByRole("button", { name: "Spanish" }).click();
  const rest = await restOf(figure, "es");
  await page.keyboard.type(rest.slice(0, 20));
  await expect(figure.locator(".its", { hasText: /\d/ })).toHaveCount(20);
  await expect(readout(figure, "H(P, Q) − H(q)")).toHaveText(/^\+\d\.\d\d$/);
});

test("without what the rival reads, the game goes on alone and says so", async ({ page }) => {
  await page.route("**/training/*", (route) => route.abort());
  const figure = await openGame(page);
  await figure.getByRole("button", { name: "New passage" }).first().click();
  const rest = await restOf(figure, "en");
  await page.keyboard.type(rest.slice(0, 3));
  await expect(figure.locator(".verdict")).toContainText("could not be fetched");
  await expect(readout(figure, "H(P, Q)")).toHaveText("–");
  await expect(readout(figure, "H(q)")).toHaveText("0.00");
});

test("a link restores the game, and tells nobody what is still to be guessed", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const figure = await openGame(page);
  await figure.getByText("A text of your own").click();
  await figure.getByRole("textbox", { name: "Text", exact: true }).fill("Hello");
  await figure.getByRole("button", { name: "Begin with this text" }).click();
  await expect(figure.getByText("That is too short: at least 30 letters.")).toBeVisible();
  await figure
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("The treasure lies under the third stone, by the well.");
  await figure.getByRole("button", { name: "Begin with this text" }).click();
  await figure.getByRole("textbox", { name: "Next letter" }).pressSequentially("xzl");
  await expect(stand(figure)).toHaveText("Letter 2 of 38.");
  await figure.getByRole("textbox", { name: "Next letter" }).pressSequentially("q");
  await figure.getByRole("button", { name: "Share" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toMatch(/treasure|third|stone|well/);
  const again = await openGame(await context.newPage(), link.slice(new URL(link).origin.length));
  await expect(stand(again)).toHaveText("Letter 2 of 38. Not q.");
  await expect(again.locator(".yours", { hasText: "3" })).toHaveCount(1);
  const other = await openGame(
    await context.newPage(),
    link.slice(new URL(link).origin.length).replace("/en/", "/es/"),
  );
  await expect(stand(other)).toHaveText("Letra 2 de 38. No es q.");
});

for (const [what, hash] of [
  ["is damaged", "1~en~7~~~3~1"],
  ["holds a script", "%3Cscript%3E"],
  ["says that the right letter, a w, was wrong", "1~en~2~~n~3~1"],
  ["is of another version", "9~en~1~~~3~1"],
] as const)
  test(`a link that ${what} is refused kindly`, async ({ page }) => {
    const figure = await openGame(page, `${lesson("en")}#letters=${hash}`);
    const said = what.includes("version") ? "another version" : "damaged";
    await expect(figure.getByRole("alert")).toContainText(said);
    await expect(stand(figure)).toContainText("A finished example");
  });

test("the question asks for a game of one’s own", async ({ page }) => {
  const figure = await openGame(page);
  const question = page.locator("#guessing");
  const check = async (said: string) => {
    await question.getByRole("button").first().click();
    await expect(question.getByRole("status")).toContainText(said);
  };
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator("astro-island[ssr]")).toHaveCount(0);
  await check("nobody played");
  await figure.getByRole("button", { name: "New passage" }).first().click();
  await figure
    .getByRole("textbox", { name: "Next letter" })
    .pressSequentially((await restOf(figure, "en")).slice(0, 10));
  await check("thirty are needed");
  await figure
    .getByRole("textbox", { name: "Next letter" })
    .pressSequentially((await restOf(figure, "en")).slice(0, 20));
  await check("Fewer than eight equal letters");
});

test("a passage that has been met is said to be memory, and the figure can be saved", async ({ page }) => {
  const figure = await openGame(page);
  await figure.getByRole("spinbutton", { name: "Seed" }).fill("5");
  await figure.getByRole("spinbutton", { name: "Seed" }).press("Enter");
  await figure
    .getByRole("textbox", { name: "Next letter" })
    .pressSequentially((await restOf(figure, "en")).slice(0, 2));
  await figure.getByRole("spinbutton", { name: "Seed" }).fill("6");
  await figure.getByRole("spinbutton", { name: "Seed" }).press("Enter");
  await figure.getByRole("spinbutton", { name: "Seed" }).fill("5");
  await figure.getByRole("spinbutton", { name: "Seed" }).press("Enter");
  await expect(figure.locator(".verdict")).toContainText("what is measured now is memory");
  await figure.getByRole("button", { name: "Reset" }).click();
  await figure.getByRole("button", { name: "Save figure" }).click();
  for (const [name, said] of [
    ["Drawing (SVG)", "counts:88,19,10"],
    ["Picture (PNG)", ""],
    ["Table (CSV)", "letter,wrong guesses"],
    ["Data (JSON)", "every evening the baker"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      figure.getByRole("button", { name }).click(),
    ]);
    expect(download.suggestedFilename()).toContain("surprisal-letters.");
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toContain(said);
  }
});
