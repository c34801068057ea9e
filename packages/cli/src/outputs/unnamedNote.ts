import type { TokenTable } from "@surprisal/core";

/** How many of the tokens that came or were likeliest have no text, where a vocabulary was asked for it. */
export function unnamedNote({ target, text, p, q }: TokenTable, vocabulary: string): string[] {
  const all = new Set<number>();
  const unnamed = new Set<number>();
  const add = (tokens?: Int32Array, texts?: readonly (string | undefined)[]) => {
    for (const [row, token] of tokens?.entries() ?? []) {
      if (token < 0) continue;
      all.add(token);
      if (texts?.[row] === undefined) unnamed.add(token);
    }
  };
  add(target, text);
  for (const model of [p, q]) add(model?.top1, model?.top1Text);
  if (unnamed.size === 0) return [];
  return [
    `${vocabulary} does not name ${unnamed.size} of the ${all.size} different tokens that came or were likeliest, whose texts are empty`,
  ];
}
