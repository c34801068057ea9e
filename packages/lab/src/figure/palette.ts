const names = [
  "paper",
  "ink",
  "ink-2",
  "rule",
  "p",
  "p-tint",
  "q",
  "q-tint",
  "gap",
  "gap-ink",
  "gap-tint",
] as const;

/** The colours of the page as it is now, light or dark, for a drawing that leaves it. */
export type Palette = Readonly<Record<(typeof names)[number], string>>;

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(entries) as Palette;
}
