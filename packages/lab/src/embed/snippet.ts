import { escapeText } from "../figure/svgText.ts";
import type { Language } from "../words/language.ts";

/** The parts of a figure that a link can leave out. */
export const hideable = ["controls", "values", "readouts", "formula", "command"] as const;

export type Embedding = {
  /** Of the site that holds the figure, as `https://example.org`; empty for the same site. */
  readonly origin: string;
  readonly language: Language;
  /** By its address under `/embed/`. */
  readonly instrument: string;
  readonly title: string;
  readonly hide: readonly (typeof hideable)[number][];
  /** A link to the figure in some state, as Share gives it; empty for the state it begins in. */
  readonly link: string;
};

/** The address of one figure alone. */
export function addressOf({ origin, language, instrument, hide, link }: Embedding): string {
  const query = hide.length > 0 ? `?hide=${hide.join(",")}` : "";
  const state = link.trim().match(/#[\w-]+=([^\s"<>]+)$/)?.[1];
  return `${origin}/embed/${language}/${instrument}/${query}${state ? `#${instrument}=${state}` : ""}`;
}

/** What to put into a page for a figure to stand there, as high as it is. */
export function snippetOf(embedding: Embedding): string {
  const [address, title] = [addressOf(embedding), embedding.title].map(escapeText);
  return [
    `<iframe src="${address}" title="${title}" width="100%" height="800" style="border: 0"></iframe>`,
    `<script src="${embedding.origin}/embed.js"></script>`,
  ].join("\n");
}
