import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { overlaps } from "./overlaps.ts";

const root = join(import.meta.dirname, "../../..");
const cwd = join(root, "reference/twoModels");
const pair = ["base.npy", "far.npy", "--targets", "targets.npy", "--ignore", "0"];
const hostile = [
  "<script>document.title = 'taken'</script>",
  "</script><img src=x onerror=\"document.title = 'taken'\">",
  "<!--",
  "\u202eback\u0000\n",
  "  ",
  "",
  "日本",
];

/** Tokens of which some are the likeliest themselves, and others are not; of the first nothing is known. */
const long = Array.from({ length: 2345 }, (_, i) => ({
  text: ` w${i}`,
  logprob: i === 0 ? null : -(1 + ((i * 7919) % 1000)) / 90,
  top: i === 0 ? [] : [{ text: ` v${i % 5}`, logprob: -0.5 }],
}));

let folder: string;
const page = (name: string) => pathToFileURL(join(folder, name)).href;

function surprisal(...words: string[]): string {
  return execFileSync(process.execPath, [join(root, "packages/cli/bin/surprisal.js"), ...words], {
    cwd,
    encoding: "utf8",
  });
}

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "surprisal-"));
  const texts = hostile.map((text, i) => ({
    text,
    logprob: -i / 2,
    top: [{ text: hostile.at(-i - 1), logprob: -1 }],
  }));
  writeFileSync(join(folder, "long.jsonl"), JSON.stringify({ name: "long", tokens: long }));
  writeFileSync(join(folder, "hostile.jsonl"), JSON.stringify({ name: hostile[0], tokens: texts }));
  for (const language of ["en", "es"]) {
    const report = (name: string) => [
      "--report",
      join(folder, `${name}-${language}.html`),
      "--language",
      language,
    ];
    surprisal("diff", ...pair, ...report("diff"));
    surprisal("perplexity", pair[0]!, ...pair.slice(2), ...report("logits"));
    surprisal("perplexity", join(folder, "long.jsonl"), ...report("long"));
  }
  surprisal("perplexity", join(folder, "hostile.jsonl"), "--report", join(folder, "hostile.html"));
  surprisal("diff", pair[0]!, "near.npy", ...pair.slice(1), "--report", join(folder, "several.html"));
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a page says in the console, and whatever it asks for besides itself. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  page.on("request", (request) => {
    if (request.url() !== page.url() && !/^file:.*\.html$/.test(request.url()))
      complaints.push(request.url());
  });
  return complaints;
}

const tokens = (page: Page) => page.getByRole("listbox");
const details = (page: Page) => page.locator(".details").first();
const options = (page: Page) => tokens(page).getByRole("option");
const chosen = (page: Page) => tokens(page).getByRole("option", { selected: true });

for (const name of ["diff-en", "diff-es", "logits-es", "long-en", "several", "hostile"])
  for (const colorScheme of ["light", "dark"] as const)
    test(`${name}, ${colorScheme}: axe, nothing wider than the page, no text on text, no request`, async ({
      page: tab,
    }) => {
      const complaints = complaintsOf(tab);
      if (name.startsWith("long")) test.slow();
      await tab.emulateMedia({ colorScheme });
      // A thousand tokens take axe half a minute.
      for (const width of name.startsWith("long") ? [320] : [320, 768, 1280]) {
        await tab.setViewportSize({ width, height: 800 });
        await tab.goto(page(`${name}.html`));
        expect(
          await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth),
          `${width} px`,
        ).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page: tab }).analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`,
        );
        expect(found, `${width} px`).toEqual([]);
        expect(await overlaps(tab), `${width} px`).toEqual([]);
      }
      expect(complaints).toEqual([]);
    });

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("the keyboard did not get there");
}

test("by keyboard alone: shade, go through the text, filter, sort and jump", async ({ page: tab }) => {
  await tab.goto(page("long-en.html"));
  await tabTo(tab, tokens(tab));
  await expect(details(tab)).toContainText("Token 0");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowLeft"]) await tab.keyboard.press(key);
  await expect(chosen(tab)).toHaveText(" w1");
  await expect(details(tab)).toContainText("Token 1");
  await expect(tab.getByRole("status")).toContainText("␣w1: Surprise");
  await expect(details(tab).getByRole("listitem")).toHaveCount(2);
  await tab.keyboard.press("PageDown");
  await expect(chosen(tab)).toHaveText(" w1000");
  await expect(tab.locator(".window")).toHaveText("Tokens 1,000 to 1,999 of 2,345");
  await tab.keyboard.press("End");
  await expect(chosen(tab)).toHaveText(" w2344");
  const line = await chosen(tab).evaluate((element) => element.getBoundingClientRect().top);
  await tab.keyboard.press("ArrowUp");
  expect(await chosen(tab).evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(line);

  await tabTo(tab, tab.getByLabel("Sort"));
  await expect(tab.locator(".found")).toHaveText("2,344 tokens");
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Tab");
  const first = tab.locator(".list tbody tr").first();
  const number = await first.getByRole("button").innerText();
  await tab.keyboard.press("Enter");
  await expect(tokens(tab)).toBeFocused();
  await expect(details(tab)).toContainText(`Token ${number}`);

  await tab.getByLabel("Only tokens that read").focus();
  await tab.keyboard.type("w19");
  await expect(tab.locator(".found")).toHaveText("111 tokens");
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("ArrowDown");
  const missed = long.filter(({ text, logprob }) => text.includes("w19") && logprob! < -0.5).length;
  await expect(tab.locator(".found")).toHaveText(`${missed} tokens`);
});

test("of two models the text is shaded by each measure, and tokens filtered by who disagrees", async ({
  page: tab,
}) => {
  await tab.goto(page("diff-en.html"));
  const shades = () =>
    tokens(tab)
      .locator("span")
      .evaluateAll((spans) => spans.map(({ className }) => className.replace(/ ?(id|active)/g, "")));
  expect((await shades()).some((shade) => shade.startsWith("gap"))).toBe(true);
  await tab.getByText("D(P‖Q)", { exact: true }).first().focus();
  await tab.getByRole("radio", { name: "D(P‖Q)" }).focus();
  const seen = new Set([String(await shades())]);
  for (const measure of ["D(Q‖P)", "Surprise of P", "Surprise of Q", "H(Q) − H(P)"]) {
    await tab.keyboard.press("ArrowRight");
    await expect(tab.getByRole("radio", { name: measure })).toBeChecked();
    seen.add(String(await shades()));
  }
  expect(seen.size).toBe(5);
  expect((await shades()).some((shade) => shade.startsWith("less"))).toBe(true);
  await tab.getByLabel("Only where").selectOption("differs");
  const { comparison } = JSON.parse(surprisal("diff", ...pair, "--json")).candidates[0];
  const differ = Math.round(comparison.compared * (1 - comparison.top1Agreement.value));
  await expect(tab.locator(".found")).toHaveText(`${differ} tokens`);
});

test("pointing shows a token, a tap keeps it", async ({ page: tab }) => {
  await tab.goto(page("diff-en.html"));
  await options(tab).nth(7).hover();
  await expect(details(tab)).toContainText("Token 7");
  await tab.mouse.move(1, 1);
  await expect(details(tab)).toContainText("Token 0,");
  await options(tab).nth(9).click();
  await tab.mouse.move(1, 1);
  await expect(details(tab)).toContainText("Token 9");
});

async function saved(page: Page, press: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press.click()]);
  return readFileSync(await download.path(), "utf8");
}

test("what is saved from it is what the command line prints", async ({ page: tab }) => {
  await tab.goto(page("diff-en.html"));
  expect(await saved(tab, tab.getByRole("link", { name: "Results, JSON" }))).toBe(
    surprisal("diff", ...pair, "--json"),
  );
  const [csv, jsonl] = [surprisal("tokens", ...pair), surprisal("tokens", ...pair, "--jsonl")];
  expect(await saved(tab, tab.getByRole("button", { name: "Tokens, CSV" }))).toBe(csv);
  expect(await saved(tab, tab.getByRole("button", { name: "Tokens, JSON Lines" }))).toBe(jsonl);
  const alternatives = await saved(tab, tab.getByRole("button", { name: "What could have come, CSV" }));
  const [head, ...lines] = alternatives.trimEnd().split("\n");
  expect(head).toMatch(/^sequence,position,.*model,.*alternative_surprise_bits,alternative_probability$/);
  expect(new Set(lines.map((line) => line.split(",", 2).join())).size).toBe(
    csv.trimEnd().split("\n").length - 1,
  );
  await tab.goto(page("long-en.html"));
  expect(await saved(tab, tab.getByRole("button", { name: "Tokens, CSV" }))).toBe(
    surprisal("tokens", join(folder, "long.jsonl")),
  );
});

test("hostile tokens are text", async ({ page: tab }) => {
  const complaints = complaintsOf(tab);
  await tab.goto(page("hostile.html"));
  await expect(options(tab)).toHaveText([
    hostile[0]!,
    hostile[1]!,
    "<!--",
    /^U\+202EbackU\+0000↵/,
    /^ {2}$/,
    "∅",
    "日本",
  ]);
  for (let i = 0; i < hostile.length; i++) await options(tab).nth(i).click();
  await tab.getByLabel("Sort").selectOption("inText");
  expect(await tab.locator("img, iframe, body script:not(.data) ~ script").count()).toBe(0);
  expect(await tab.title()).toContain("Perplexity of");
  expect(complaints).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("there is the answer, the charts, the beginning of the text, the most striking, all numbers, and results to save", async ({
    page: tab,
  }) => {
    await tab.goto(page("long-en.html"));
    await expect(tab.getByRole("heading", { level: 1 })).toHaveText(/^Perplexity [\d,.·⁰-⁹]+$/);
    expect(await tab.locator("figure").count()).toBeGreaterThanOrEqual(2);
    await expect(tab.locator(".tokens > span")).toHaveCount(1000);
    await expect(
      tab.getByText("Without its script this page shows the first 1,000 of 2,345 tokens"),
    ).toBeVisible();
    await expect(tab.locator(".list tbody tr")).toHaveCount(12);
    await expect(tab.getByRole("link", { name: "Results, JSON" })).toBeVisible();
  });
});

test("on paper there is no control, and the text is whole", async ({ page: tab }) => {
  await tab.setViewportSize({ width: 794, height: 1123 });
  await tab.goto(page("diff-es.html"));
  await tab.emulateMedia({ media: "print" });
  await expect(tab.locator(".controls")).toBeHidden();
  await expect(tab.locator("#save")).toBeHidden();
  const cut = await tokens(tab).evaluate((box) => box.scrollHeight - box.clientHeight);
  expect(cut).toBeLessThanOrEqual(0);
});
