/**
 * The candidate that differs from `word` by the fewest letters added, left out, changed or swapped with the next; none if all differ by
 * more than a third of their length.
 *
 * @example nearest("colour", ["color", "size"]) // "color"
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  const sought = word.toLowerCase();
  for (const candidate of candidates) {
    const distance = editDistance(sought, candidate.toLowerCase());
    const longer = Math.max(word.length, candidate.length);
    if (distance < Math.min(least, longer) && distance <= Math.max(1, longer / 3)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

// Optimal string alignment: Wagner & Fischer (1974) with adjacent swaps. Names past 64 letters are compared by their beginning.
function editDistance(from: string, to: string): number {
  const a = from.slice(0, 64);
  const b = to.slice(0, 64);
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
