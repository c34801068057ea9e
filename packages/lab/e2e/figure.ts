import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** A figure of a page, once it answers to the hand. */
export async function figureAt(page: Page, address: string, id: string): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator(`figure#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", { has: figure })).toHaveCount(0);
  return figure;
}

/** The value of a readout, by its name or its symbol: the whole of it, or what it matches. */
export function readout(figure: Locator, name: string | RegExp): Locator {
  return figure
    .locator(".readout", { has: figure.page().getByText(name, { exact: true }) })
    .locator(".readout-value")
    .first();
}

/** Saves a figure, which offers to be saved already, in a format by its name there. */
export async function save(figure: Locator, format: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    figure.page().waitForEvent("download"),
    figure.getByRole("button", { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile((await download.path())!) };
}

/** What a drawing says, without its marks. */
export function textOf(svg: Buffer): string {
  return svg.toString().replace(/<[^>]*>/g, "");
}
