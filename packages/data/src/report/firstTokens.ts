import type { TokenTable } from "@surprisal/core";

/** How many tokens of a text a page holds: with two models these take 20 MB, which a browser opens in some seconds. */
export const mostTokens = 100_000;

/** The table of the first tokens of a text, as many as a page holds; of a text that is no longer, its table. */
export function firstTokens(table: TokenTable, most = mostTokens): TokenTable {
  if (table.tokens <= most) return table;
  const { tokens: _, sequenceNames, p, q, ...columns } = table;
  const last = table.sequence[most - 1]!;
  return {
    ...cut(columns, most),
    tokens: most,
    ...(sequenceNames && { sequenceNames: sequenceNames.slice(0, last + 1) }),
    p: cut(p, most),
    ...(q && { q: cut(q, most) }),
  };
}

function cut<C extends object>(columns: C, most: number): C {
  const first = Object.entries(columns).map(([name, column]) => [name, column.slice(0, most)]);
  return Object.fromEntries(first) as C;
}
