import { type ByteSource, sourceName } from "@surprisal/data";
import { open } from "@surprisal/data/node";

const patience = 1000; // milliseconds before anything is said
const pace = 100; // milliseconds between two lines

/** Opens a path (`-` for standard input); reading it for over a second shows a line of progress, on a terminal only. */
export async function openWatched(path: string): Promise<ByteSource> {
  const source = await open(path);
  const terminal = process.stderr;
  if (!terminal.isTTY) return source;
  return { ...source, chunks: () => watched(source, sourceName(path), terminal) };
}

/**
 * What to call as rows, or whatever else there are many of, are done: after a second it shows a line of progress, on a terminal only. `end` takes it away.
 *
 * @param before How many were done before.
 */
export function rowsWatched(
  name: string,
  before = 0,
  what = "rows",
): {
  onProgress?: (done: number, all: number) => void;
  end(): void;
} {
  const terminal = process.stderr;
  if (!terminal.isTTY) return { end() {} };
  const start = performance.now();
  const clear = () => terminal.write("\r\x1b[K");
  let last = 0;
  return {
    onProgress(done, all) {
      const now = performance.now();
      if (now - start < patience || now - last < pace) return;
      if (last === 0) process.once("exit", clear);
      last = now;
      const rate = (1000 * (done - before)) / (now - start);
      const left = Math.ceil((all - done) / rate);
      const share = Math.floor((100 * done) / all);
      const line = `Measuring ${name}: ${done} of ${all} ${what}, ${share} %, ${Math.round(rate)} ${what}/s, ${left} s left`;
      terminal.write(`\r${line.slice(0, terminal.columns || 80)}\x1b[K`);
    },
    end() {
      process.removeListener("exit", clear);
      if (last > 0) clear();
    },
  };
}

async function* watched(source: ByteSource, name: string, terminal: NodeJS.WriteStream) {
  const start = performance.now();
  const clear = () => terminal.write("\r\x1b[K");
  let last = 0;
  let done = 0;
  try {
    for await (const chunk of source.chunks()) {
      done += chunk.length;
      yield chunk;
      const now = performance.now();
      if (now - start < patience || now - last < pace) continue;
      if (last === 0) process.once("exit", clear);
      last = now;
      const rate = size((1000 * done) / (now - start));
      const line = `Reading ${name}: ${amount(done, source.byteLength)}, ${rate}/s`;
      terminal.write(`\r${line.slice(0, terminal.columns || 80)}\x1b[K`);
    }
  } finally {
    process.removeListener("exit", clear);
    if (last > 0) clear();
  }
}

function amount(done: number, total: number | undefined): string {
  return total === undefined
    ? size(done)
    : `${size(done)} of ${size(total)}, ${Math.floor((100 * done) / total)} %`;
}

function size(bytes: number): string {
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}
