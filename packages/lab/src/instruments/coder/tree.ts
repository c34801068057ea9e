/** A place in the tree of a code: a fork, the end of a word, or a part that is not drawn out. */
export type Place = {
  readonly kind: "fork" | "word" | "folded";
  /** The digits that lead here. */
  readonly path: string;
  /** From 0 at the left to 1 at the right. */
  readonly x: number;
  /** The block whose word ends here. */
  readonly block?: number;
  /** How many words end here or further down. */
  readonly words: number;
};

type Branch = { readonly path: string; readonly blocks: readonly number[] };

/**
 * The tree whose branches spell the words of a code: 0 to the left, 1 to the right, its ends evenly spaced.
 *
 * @param words Of a prefix code; they leave no word to be added.
 * @param walked The digits walked along.
 * @param most If there are more words than so many, only what lies beside the walk is drawn, and the rest is folded up.
 */
export function treeOf(words: readonly string[], walked: string, most: number): Place[] {
  const isWhole = words.length <= most;
  const isOpen = ({ path, blocks }: Branch) => blocks.length > 1 && (isWhole || walked.startsWith(path));
  const forks: Branch[] = [];
  const ends: Branch[] = [];
  const visit = (branch: Branch) => {
    if (!isOpen(branch)) {
      ends.push(branch);
      return;
    }
    forks.push(branch);
    for (const digit of "01") visit(below(branch, digit));
  };
  const below = ({ path, blocks }: Branch, digit: string): Branch => ({
    path: path + digit,
    blocks: blocks.filter((block) => words[block]![path.length] === digit),
  });
  visit({ path: "", blocks: [...words.keys()] });
  const x = new Map(ends.map(({ path }, i) => [path, (i + 0.5) / ends.length]));
  for (const { path } of forks.toReversed()) x.set(path, (x.get(`${path}0`)! + x.get(`${path}1`)!) / 2);
  return [...forks, ...ends].map(({ path, blocks }) => ({
    kind: blocks.length === 1 ? "word" : x.has(`${path}0`) ? "fork" : "folded",
    path,
    x: x.get(path)!,
    ...(blocks.length === 1 ? { block: blocks[0]! } : {}),
    words: blocks.length,
  }));
}
