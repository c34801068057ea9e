import { expect, type Locator, type Page } from "@playwright/test";

export const lesson = (language: string) => `/${language}/book/kl-divergence/`;

/** A figure of the lesson, once it answers to the hand. */
export async function openFigure(
  page: Page,
  id: "telegraph" | "films",
  address = lesson("en"),
): Promise<Locator> {
  await page.goto(address);
  const figure = page.locator(`figure#${id}`);
  await figure.scrollIntoViewIfNeeded();
  await expect(page.locator("astro-island[ssr]", { has: figure })).toHaveCount(0);
  return figure;
}

/** The handle of one bar. */
export function bar(figure: Locator, side: "P" | "Q", outcome: string): Locator {
  const label = side === "P" ? /^P, (the truth|la verdad)$/ : /^Q, (the model|el modelo)$/;
  return figure.getByRole("group", { name: label }).getByRole("slider", { name: outcome });
}

/** The value of a readout, by its symbol. */
export function readout(figure: Locator, symbol: string): Locator {
  return figure
    .locator(".readout", { has: figure.page().getByText(symbol, { exact: true }) })
    .locator(".readout-value");
}
