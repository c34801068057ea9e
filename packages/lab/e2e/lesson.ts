import type { Locator, Page } from "@playwright/test";
import { figureAt } from "./figure.ts";

export const lesson = (language: string) => `/${language}/book/kl-divergence/`;

/** A figure of the lesson, once it answers to the hand. */
export const openFigure = (page: Page, id: "telegraph" | "films", address = lesson("en")) =>
  figureAt(page, address, id);

/** The handle of one bar. */
export function bar(figure: Locator, side: "P" | "Q", outcome: string): Locator {
  const label = side === "P" ? /^P, (the truth|la verdad)$/ : /^Q, (the model|el modelo)$/;
  return figure.getByRole("group", { name: label }).getByRole("slider", { name: outcome });
}
