import type { TokenColumns, TokenTable } from "@surprisal/core";

type Plain = { [K in keyof TokenColumns]?: readonly (number | string | undefined)[] };

/** A small table of tokens, all in one sequence. */
export function tableOf(p: Plain, q?: Plain, more: Partial<TokenTable> = {}): TokenTable {
  const tokens = Math.max(...Object.values(p).map((column) => column.length));
  return {
    tokens,
    sequence: new Int32Array(tokens),
    position: Int32Array.from({ length: tokens }, (_, row) => row),
    p: columns(p),
    ...(q && { q: columns(q) }),
    ...more,
  };
}

function columns(given: Plain): TokenColumns {
  const typed = Object.entries(given).map(([name, column]) => {
    if (name === "top1Text") return [name, column];
    return [
      name,
      name === "rank" || name === "top1"
        ? Int32Array.from(column as number[])
        : Float64Array.from(column as number[]),
    ];
  });
  return Object.fromEntries(typed);
}
