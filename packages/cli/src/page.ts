/** Where a person reads: how wide it is, and whether bars and bold may be used there. */
export interface Page {
  width: number;
  rich: boolean;
}

/** A terminal is as wide as it says and rich; a pipe or file is plain and has no edge; `NO_COLOR` makes either plain. */
export function pageOf(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Page {
  if (!stream.isTTY) return { width: Infinity, rich: false };
  return {
    width: Math.max(40, stream.columns || 80),
    rich: !environment.NO_COLOR && environment.TERM !== "dumb",
  };
}

/** The text in bold on a rich page, as it is on a plain one. */
export function strong(text: string, page: Page): string {
  return page.rich && text !== "" ? `\x1b[1m${text}\x1b[22m` : text;
}
