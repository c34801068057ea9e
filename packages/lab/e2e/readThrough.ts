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

/** Opens everything that unfolds. */
export async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all: HTMLDetailsElement[]) => {
    for (const details of all) details.open = true;
  });
}
