import { access, constants, type FileHandle, open as openHandle, stat } from "node:fs/promises";
import { type ByteSource, cutShort, type SeekableSource } from "./byteSource.ts";
import { FormatError } from "./formatError.ts";

/**
 * Opens a path as operands name it: `-` is standard input, anything else a file.
 *
 * @throws FormatError naming the path, if it cannot be read.
 */
export function open(path: string): Promise<ByteSource> | ByteSource {
  return path === "-" ? standardInput() : openFile(path);
}

const chunkLength = 1 << 20;

/**
 * A file on disk, a named pipe or a device. It is read 1 MiB at a time into two buffers in turn, one filled while the other is in use. What is
 * a regular file can be read anywhere too.
 *
 * @throws FormatError naming the path, if there is no such file, or it is a directory, or may not be read.
 */
export async function openFile(path: string): Promise<ByteSource | SeekableSource> {
  const found = await stat(path).catch((cause) => Promise.reject(unreadable(path, cause)));
  if (found.isDirectory())
    throw new FormatError({
      code: "unreadable",
      source: path,
      problem: "is a directory",
      expected: "a file",
    });
  await access(path, constants.R_OK).catch((cause) => Promise.reject(unreadable(path, cause)));
  return found.isFile() ? regularFile(path, found.size) : { chunks: () => read(path) };
}

function regularFile(path: string, byteLength: number): SeekableSource {
  let handle: Promise<FileHandle> | undefined;
  return {
    byteLength,
    chunks: () => read(path),
    async read(offset, into) {
      handle ??= openHandle(path);
      try {
        const opened = await handle;
        for (let done = 0; done < into.length; ) {
          const { bytesRead } = await opened.read(into, done, into.length - done, offset + done);
          if (bytesRead === 0) throw cutShort(path, offset + done, offset + into.length);
          done += bytesRead;
        }
      } catch (cause) {
        throw unreadable(path, cause);
      }
    },
    async close() {
      const opened = handle;
      handle = undefined;
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}

/** Standard input, to its end. It can be read once only. */
export function standardInput(): ByteSource {
  return {
    async *chunks() {
      if (process.stdin.readableDidRead || process.stdin.destroyed)
        throw new FormatError({
          code: "unreadable",
          source: "-",
          problem: "was read already",
          expected: "one operand only to be -",
        });
      try {
        yield* process.stdin as AsyncIterable<Uint8Array>;
      } catch (cause) {
        throw unreadable("-", cause);
      }
    },
  };
}

async function* read(path: string): AsyncGenerator<Uint8Array> {
  const handle = await openHandle(path).catch((cause) => Promise.reject(unreadable(path, cause)));
  const fill = (buffer: Uint8Array) => handle.read(buffer, 0, chunkLength, null);
  const buffers = [new Uint8Array(chunkLength), new Uint8Array(chunkLength)] as const;
  let pending = fill(buffers[0]);
  try {
    for (let turn = 1; ; turn ^= 1) {
      const { bytesRead, buffer } = await pending;
      if (bytesRead === 0) return;
      pending = fill(buffers[turn as 0 | 1]);
      yield buffer.subarray(0, bytesRead);
    }
  } catch (cause) {
    throw unreadable(path, cause);
  } finally {
    await pending.catch(() => {});
    await handle.close();
  }
}

const reasons: Record<string, string> = {
  ENOENT: "does not exist",
  EISDIR: "is a directory",
  EACCES: "may not be read",
  EPERM: "may not be read",
  ENOTDIR: "leads through a file",
};

function unreadable(path: string, cause: unknown): unknown {
  if (cause instanceof FormatError) return cause;
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new FormatError({
    code: "unreadable",
    source: path,
    problem: reasons[code] ?? `cannot be read (${code})`,
    expected: "a file",
    cause,
  });
}

export { openRows } from "./nodeRowReader.ts";
export { measureRowFiles, type RowFileOptions } from "./nodeRows.ts";
