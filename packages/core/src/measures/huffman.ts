import { expectKind, type Probabilities } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";

/** A binary prefix code; made by {@link huffman}. */
export interface HuffmanCode {
  /** Length n: the word of each outcome, in the digits 0 and 1; undefined for one that cannot happen. No word begins another. */
  readonly words: readonly (string | undefined)[];
  /** Length n: binary digits in each word; +∞ for an outcome that cannot happen. */
  readonly lengths: Float64Array;
  /** Mean length of the word of a draw from P: binary digits, in [H(P), H(P) + 1) with H(P) in bits. */
  readonly expectedLength: number;
}

/**
 * The best prefix code for one draw from P (Huffman's): no yes-or-no questions, asked one after the other, find the outcome in fewer on
 * average. Words are canonical: shorter ones first, and of equal length in the order of the outcomes.
 *
 * @param p n probabilities. The only outcome that can happen needs no digit: its word is empty.
 * @see Huffman (1952), A Method for the Construction of Minimum-Redundancy Codes; Cover & Thomas (2006), §5.6.
 * @example huffman(probabilities([0.5, 0.25, 0.25])).words // ["0", "10", "11"]
 */
export function huffman(p: Probabilities): HuffmanCode {
  expectKind("huffman", "p", p, "probabilities");
  const lengths = lengthsOf(p);
  const words: (string | undefined)[] = Array.from(lengths, () => undefined);
  const order = [...words.keys()].filter((i) => p[i] > 0).sort((a, b) => lengths[a] - lengths[b] || a - b);
  let word = "";
  for (const [rank, i] of order.entries()) {
    if (rank > 0) word = after(word);
    word = word.padEnd(lengths[i], "0");
    words[i] = word;
  }
  const expectedLength = compensatedSum(p.length, (i) => (p[i] > 0 ? p[i] * lengths[i] : 0));
  return { words, lengths, expectedLength };
}

// Two queues, both in order of weight: outcomes, and pairs in the order they were made. On ties an outcome goes first, which keeps words even.
function lengthsOf(p: Probabilities): Float64Array {
  const leaves = [...p].flatMap((x, i) => (x > 0 ? [i] : [])).sort((a, b) => p[a] - p[b] || b - a);
  const count = leaves.length;
  const weight = Float64Array.from({ length: 2 * count - 1 }, (_, node) =>
    node < count ? p[leaves[node]] : 0,
  );
  const parent = new Uint32Array(2 * count - 1);
  let [leaf, pair] = [0, count];
  for (let node = count; node < weight.length; node++) {
    for (let child = 0; child < 2; child++) {
      const fromLeaves = leaf < count && (pair >= node || weight[leaf] <= weight[pair]);
      const lightest = fromLeaves ? leaf++ : pair++;
      weight[node] += weight[lightest];
      parent[lightest] = node;
    }
  }
  const depth = new Float64Array(weight.length);
  for (let node = weight.length - 2; node >= 0; node--) depth[node] = depth[parent[node]] + 1;
  const lengths = Float64Array.from(p, () => Infinity);
  leaves.forEach((outcome, node) => {
    lengths[outcome] = depth[node];
  });
  return lengths;
}

/** The next word of the same length, counting in binary; never asked of a word of ones. */
function after(word: string): string {
  const last = word.lastIndexOf("0");
  return `${word.slice(0, last)}1${"0".repeat(word.length - last - 1)}`;
}
