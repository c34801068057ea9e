/**
 * Cuts a text at its separators, save those within double quotes.
 *
 * @param separators One character each.
 * @param each Hears every part, and the separator after it ("" at the end).
 */
export function cutOutsideQuotes(
  text: string,
  separators: string,
  each: (part: string, separator: string) => void,
): void {
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '"') quoted = !quoted;
    if (quoted || !separators.includes(character)) continue;
    each(text.slice(start, i), character);
    start = i + 1;
  }
  each(text.slice(start), "");
}

/**
 * A name without the quotes around it, doubled quotes made single; undefined if quotes stand where they must not.
 */
export function unquote(name: string): string | undefined {
  if (!name.includes('"')) return name;
  const isWhole = name.length >= 2 && name.startsWith('"') && name.endsWith('"');
  const inside = name.slice(1, -1);
  return isWhole && !inside.replaceAll('""', "").includes('"') ? inside.replaceAll('""', '"') : undefined;
}
