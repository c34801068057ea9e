import { globSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { complaintsOf } from "./complaints.ts";
import { overlaps } from "./overlaps.ts";
import { readThrough, unfold } from "./readThrough.ts";
import { scriptsOf } from "./scripts.ts";

// What holds for every page the build has made, whatever is on it.
const built = fileURLToPath(new URL("../../cli/lab/", import.meta.url));
const found = (pattern: string) =>
  globSync(pattern, { cwd: built })
    .map((file) => `/${dirname(file)}/`)
    .sort();
const pages = found("{en,es}/**/index.html");
const embeds = found("embed/{en,es}/*/index.html");
const kB = 1000;

/** The most JavaScript a page may bring before it is scrolled, and when it has been read to its end. */
function budget(path: string): { opening: number; read: number } {
  const [, , place, name] = path.split("/");
  // Tokens tells readings of logits, of lists, by bytes and of pairs.
  const most = place === "tokens" ? 46 : 45;
  const light = { opening: most * kB, read: most * kB };
  // A worksheet is made of the exercises of all lessons.
  if (place !== "book" && place !== "reference" && place !== "worksheet") return light;
  return { opening: (name === "surprise" ? 45 : 90) * kB, read: 90 * kB };
}

test("there are pages in both languages", () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.map((path) => path.slice(3)).filter((path, i, all) => all.indexOf(path) === i)).toHaveLength(
    pages.length / 2,
  );
});

for (const path of pages) {
  test(`${path} keeps to its policy, its origin and its weight`, async ({ page }) => {
    const complaints = complaintsOf(page);
    const scripts = scriptsOf(page);
    const response = await page.goto(path, { waitUntil: "networkidle" });
    expect(response?.headers()["content-security-policy"]).toContain("default-src 'none'");
    await expect(page.locator("html")).toHaveAttribute("lang", path.split("/")[1]!);
    const opening = await scripts.weigh();
    await readThrough(page);
    await page.waitForLoadState("networkidle");
    const read = await scripts.weigh();
    test
      .info()
      .annotations.push({ type: "JavaScript, bytes", description: `${opening} opening, ${read} read` });
    expect(opening).toBeGreaterThan(kB);
    expect(opening).toBeLessThanOrEqual(budget(path).opening);
    expect(read).toBeLessThanOrEqual(budget(path).read);
    expect(complaints).toEqual([]);
  });
}

for (const path of [...pages, ...embeds])
  for (const colorScheme of ["light", "dark"] as const)
    test(`${path} bars no way, and nothing sticks out or lies on another, ${colorScheme}`, async ({
      page,
    }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 900 });
      await page.goto(path);
      await readThrough(page);
      await unfold(page);
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        // Figures are drawn anew for the width they get.
        await expect.poll(sticksOut, `${width} px`).toBeLessThanOrEqual(0);
        expect.soft(await overlaps(page), `${width} px`).toEqual([]);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const barred = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
        expect.soft(barred, `${width} px`).toEqual([]);
      }
    });
