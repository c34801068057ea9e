/** Response headers for paths, as a `_headers` file gives them. */
export type Policies = (path: string) => [name: string, value: string][];

/**
 * Reads a `_headers` file (the format of Netlify and Cloudflare Pages): a path at the margin, `*` for any rest and `:name` for one
 * segment, then indented `Name: value` lines. All rules that match a path apply; a name given twice joins its values by commas.
 *
 * @throws RangeError naming the line that is neither.
 */
export function parsePolicies(text: string): Policies {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    if (line.startsWith("/")) {
      rules.push({ pattern: patternOf(line.trim()), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
    if (!name || !value || rules.length === 0)
      throw new RangeError(
        `_headers: line ${i + 1} is ${line.trim()}, expected a path or an indented Name: value`,
      );
    rules.at(-1)!.headers.push([name, value]);
  }
  return (path) => {
    const merged = new Map<string, string>();
    for (const [name, value] of rules
      .filter((rule) => rule.pattern.test(path))
      .flatMap((rule) => rule.headers)) {
      const before = merged.get(name);
      merged.set(name, before === undefined ? value : `${before}, ${value}`);
    }
    return [...merged];
  };
}

function patternOf(path: string): RegExp {
  const literal = path.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replace(/:[a-z]\w*/gi, "[^/]+")}$`);
}
