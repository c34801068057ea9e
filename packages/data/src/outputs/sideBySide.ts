/** What several sources give, one of each at a time, so that no more of any of them need be in memory; `undefined` of one that has ended before another. */
export async function* sideBySide<T>(
  sources: readonly AsyncIterable<T>[],
): AsyncGenerator<(T | undefined)[]> {
  const iterators = sources.map((source) => source[Symbol.asyncIterator]());
  try {
    for (;;) {
      const next: (T | undefined)[] = [];
      for (const iterator of iterators) {
        const { done, value } = await iterator.next();
        next.push(done ? undefined : value);
      }
      if (next.every((one) => one === undefined)) return;
      yield next;
    }
  } finally {
    for (const iterator of iterators) await iterator.return?.();
  }
}
