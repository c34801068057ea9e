import { FormatError } from "../formatError.ts";

/** What is one of a number of requests, which are answered in any order. */
interface Answering {
  readonly request?: string;
}

/**
 * What several sources give, one of each at a time, so that no more of any of them need be in memory; `undefined` of one that has ended before another. Answers to requests stand beside those to the same
 * request, in the order of the first source: what comes too early is held back.
 *
 * @throws FormatError naming a request that is answered twice in a source, or in one of two alone.
 */
export async function* sideBySide<T extends Answering>(
  sources: readonly AsyncIterable<T>[],
): AsyncGenerator<(T | undefined)[]> {
  const lines = sources.map((source) => new Line(source));
  const [first, ...others] = lines;
  try {
    for (;;) {
      const next = [await first!.next()];
      for (const other of others) next.push(await other.next(next[0]?.request));
      if (next.every((one) => one === undefined)) return;
      yield next;
    }
  } finally {
    for (const line of lines) await line.end();
  }
}

/** What a source gives, and what of it is held back. */
class Line<T extends Answering> {
  readonly #source: AsyncIterator<T>;
  readonly #early = new Map<string, T>();

  constructor(source: AsyncIterable<T>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next, or the one that answers a request. */
  async next(request?: string): Promise<T | undefined> {
    for (;;) {
      const held = request === undefined ? undefined : this.#early.get(request);
      if (held) {
        this.#early.delete(request!);
        return held;
      }
      const { done, value } = await this.#source.next();
      if (done && request !== undefined) throw unlike(request, "in one of two files only");
      if (done) {
        const [alone] = this.#early.keys();
        if (alone !== undefined) throw unlike(alone, "in one of two files only");
        return undefined;
      }
      if (request === undefined || value.request === undefined || value.request === request) return value;
      if (this.#early.has(value.request)) throw unlike(value.request, "twice in one file");
      this.#early.set(value.request, value);
    }
  }

  async end(): Promise<void> {
    await this.#source.return?.();
  }
}

function unlike(request: string, where: string): FormatError {
  return new FormatError({
    code: "lengths",
    source: request,
    problem: `is answered ${where}`,
    expected: "once in each, as models are compared on texts that both have scored",
  });
}
