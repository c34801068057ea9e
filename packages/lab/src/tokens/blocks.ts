import type { TokenTable } from "@surprisal/core";

/** Tokens that are drawn or left out together: rows from `start` to before `end`. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

const fewest = 120;
const most = 240;

/** A text in pieces to be drawn as they come into view, parted where the text parts by itself if there is such a place: sequences, lines, sentences. */
export function blocksOf({
  tokens,
  sequence,
  text,
}: Pick<TokenTable, "tokens" | "sequence" | "text">): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < tokens; ) {
    const end = endOf(start);
    blocks.push({ start, end });
    start = end;
  }
  return blocks;

  function endOf(start: number): number {
    const last = tokens - start < most + fewest ? tokens : start + most;
    for (let row = start + 1; row < last; row++) if (sequence[row] !== sequence[start]) return row;
    if (last === tokens) return tokens;
    for (const end of [/\n\s*$/, /[.!?]["”»)]?\s*$/, /\s$/])
      for (let row = last; row > start + fewest; row--) if (end.test(text?.[row - 1] ?? "")) return row;
    return last;
  }
}

/** The block a row is in. */
export function blockOf(blocks: readonly Block[], row: number): number {
  return blocks.findIndex(({ end }) => row < end);
}
