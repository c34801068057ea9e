import { defineCollection } from "astro:content";
import { docsLoader, i18nLoader } from "@astrojs/starlight/loaders";
import { docsSchema, i18nSchema } from "@astrojs/starlight/schema";
import { z } from "astro/zod";

const page = z.object({
  /** One or two sentences under the title. */
  lede: z.string().optional(),
  /** The lesson's number in the book, and the part it belongs to. */
  lesson: z.number().int().positive().optional(),
  part: z.enum(["one", "two", "models", "moving", "data"]).optional(),
  /** The page's place among those to look things up in, after the lessons. */
  reference: z.number().int().positive().optional(),
  /** The page's place among those to study with, after those. */
  study: z.number().int().positive().optional(),
  /** What the book's index calls the page; its title otherwise. */
  short: z.string().optional(),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: page }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
