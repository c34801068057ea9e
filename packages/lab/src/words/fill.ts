/**
 * A sentence with its gaps filled: `{name}` becomes the value of that name, and `{name|draw|draws}` the first word where that value is 1, else
 * the second; which is the rule of English and Spanish both. Sentences kept as plain text can be handed to a figure in the page's own language alone.
 *
 * @example fill("{value} wasted", { value: "0.876" }) // "0.876 wasted"
 * @example fill("{n} {n|draw|draws}", { n: "1" }) // "1 draw"
 */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (gap, name: string, one?: string, many?: string) => {
      if (!Object.hasOwn(values, name)) return gap;
      const value = values[name]!;
      return one === undefined ? value : value === "1" ? one : many!;
    },
  );
}
