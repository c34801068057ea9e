import { expect, type Page } from "@playwright/test";

/** Reads the page as far as it goes, with everything unfolded, so that what waits to be seen has come alive. */
export async function readThrough(page: Page): Promise<void> {
  const islands = page.locator("astro-island");
  for (let seen = 0; seen < (await islands.count()); seen++) {
    const island = islands.nth(seen);
    await island.evaluate((element) =>
      (element.firstElementChild ?? element).scrollIntoView({ block: "center" }),
    );
    await expect(island).not.toHaveAttribute("ssr");
  }
}

/** Opens everything that unfolds, and waits for what comes only then. */
export async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all: HTMLDetailsElement[]) =>
    Promise.all(
      all
        .filter(({ open }) => !open)
        .map(
          (details) =>
            new Promise((done) => {
              details.addEventListener("toggle", done, { once: true });
              details.open = true;
            }),
        ),
    ),
  );
  await page.waitForLoadState("networkidle");
}
