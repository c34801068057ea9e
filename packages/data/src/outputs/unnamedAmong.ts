import type { TokenTable } from "@surprisal/core";

/** How many of the different tokens that came or were likeliest have no text, where others have one: their vocabulary is another one's, or a part of it. */
interface UnnamedTokens {
  readonly unnamed: number;
  readonly of: number;
}

/** @returns undefined if all are named, or none was to be. */
export function unnamedAmong({ target, text, p, q }: TokenTable): UnnamedTokens | undefined {
  const all = new Set<number>();
  const unnamed = new Set<number>();
  const add = (tokens?: Int32Array, texts?: readonly (string | undefined)[]) => {
    if (!texts) return;
    for (const [row, token] of tokens?.entries() ?? []) {
      if (token < 0) continue;
      all.add(token);
      if (texts[row] === undefined) unnamed.add(token);
    }
  };
  add(target, text);
  for (const model of [p, q]) add(model?.top1, model?.top1Text);
  return unnamed.size === 0 ? undefined : { unnamed: unnamed.size, of: all.size };
}
