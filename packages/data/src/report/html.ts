/** Markup that may stand in a page as it is. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | false | undefined | readonly Part[];

/** Markup with gaps: what fills a gap is escaped, unless it is markup itself. Lists are joined, and `undefined` and `false` leave nothing. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: markup.reduce((text, piece, i) => text + filled(parts[i - 1]) + piece) };
}

function filled(part: Part): string {
  if (part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(filled).join("");
  return typeof part === "object" ? (part as Html).html : escaped(String(part));
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark]!);
}

/** JSON that may stand in a script element: no tag can begin in it, nor a comment. */
export function jsonInScript(value: unknown): Html {
  return { html: JSON.stringify(value).replaceAll("<", "\\u003c") };
}
