/**
 * A sentence with its gaps filled: `{name}` becomes the value of that name. Sentences kept as plain text can be handed to a figure in
 * the page's own language alone.
 *
 * @example fill("{value} wasted", { value: "0.876" }) // "0.876 wasted"
 */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : gap,
  );
}
