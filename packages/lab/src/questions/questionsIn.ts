/** The ids of the questions a lesson asks, in their order. */
export function questionsIn(mdx: string): string[] {
  return [...mdx.matchAll(/<[A-Z]\w*Question\s+id="([^"]+)"/g)].map(([, id]) => id!);
}
