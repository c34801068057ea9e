import type { ByteSource, Open } from "@surprisal/data";
import { openWatched } from "./progress.ts";

/**
 * Opens paths, and standard input as a source that can be read twice from its beginning: once to see what it holds, as far as that takes, and then all of it. What was read
 * the first time is kept for the second.
 */
export function openTwice(): Open {
  let input: Promise<ByteSource> | undefined;
  return (path) => {
    if (path !== "-") return openWatched(path);
    input ??= openWatched(path).then(readTwice);
    return input;
  };
}

function readTwice(source: ByteSource): ByteSource {
  let rest: AsyncIterator<Uint8Array> | undefined;
  const kept: Uint8Array[] = [];
  let times = 0;
  return {
    async *chunks() {
      const isFirst = ++times === 1;
      yield* kept;
      rest ??= source.chunks()[Symbol.asyncIterator]();
      for (;;) {
        const { done, value } = await rest.next();
        if (done) return;
        if (isFirst) kept.push(value.slice());
        yield value;
      }
    },
  };
}
