import { FormatError } from "./formatError.ts";

/** Bytes that can be read once from front to back: a file, a Blob, standard input, memory. */
export interface ByteSource {
  /** The whole length, where it is known beforehand. */
  readonly byteLength?: number;
  /** The bytes in order, in pieces of any size. A piece is only valid until the next one is asked for: its memory may be reused. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** Bytes that can be read anywhere, and again: a file on disk, a Blob, memory. */
export interface SeekableSource extends ByteSource {
  readonly byteLength: number;
  /**
   * Fills `into` with the bytes from `offset` on. It may be asked for several stretches at once.
   *
   * @throws FormatError if they are not all there (any more).
   */
  read(offset: number, into: Uint8Array): Promise<void>;
  /** Lets go of what was opened to read. Reading again opens it again. */
  close(): Promise<void>;
}

/** Whether the bytes can be read anywhere; standard input and pipes cannot. */
export function isSeekable(source: ByteSource): source is SeekableSource {
  return "read" in source;
}

/**
 * Bytes in memory.
 *
 * @param chunkLength The size of the pieces, in bytes; a small one shows progress more often.
 */
export function bytesSource(bytes: Uint8Array, chunkLength = 1 << 20): SeekableSource {
  return {
    byteLength: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
    },
    async read(offset, into) {
      if (offset + into.length > bytes.length) throw cutShort("memory", bytes.length, offset + into.length);
      into.set(bytes.subarray(offset, offset + into.length));
    },
    async close() {},
  };
}

/** A file that ends before bytes it was seen to have. */
export function cutShort(source: string, byte: number, end: number): FormatError {
  return new FormatError({
    code: "truncated",
    source,
    place: { byte },
    problem: "is where it ends",
    expected: `bytes up to ${end}`,
  });
}

/** A text in memory, as its UTF-8 bytes. Lone surrogates become U+FFFD, as everywhere on the web. */
export function textSource(text: string): SeekableSource {
  return bytesSource(new TextEncoder().encode(text));
}

/** A Blob or a File that a person picked or dropped; read in pieces, never whole. */
export function blobSource(blob: Blob): SeekableSource {
  const unreadable = (cause: unknown) => {
    const source = (blob as Partial<File>).name ?? "file";
    return new FormatError({ code: "unreadable", source, problem: "cannot be read any more", cause });
  };
  return {
    byteLength: blob.size,
    async *chunks() {
      const reader = (blob.stream() as ReadableStream<Uint8Array>).getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          yield value;
        }
      } catch (cause) {
        throw unreadable(cause);
      } finally {
        await reader.cancel().catch(() => {});
      }
    },
    async read(offset, into) {
      const end = offset + into.length;
      if (end > blob.size) throw cutShort((blob as Partial<File>).name ?? "file", blob.size, end);
      try {
        into.set(new Uint8Array(await blob.slice(offset, end).arrayBuffer()));
      } catch (cause) {
        throw unreadable(cause);
      }
    },
    async close() {},
  };
}

/** The same bytes; after each piece `onProgress` hears how many have been consumed, and of how many where that is known. */
export function withProgress(
  source: ByteSource,
  onProgress: ((bytesDone: number, bytesTotal?: number) => void) | undefined,
): ByteSource {
  if (onProgress === undefined) return source;
  return {
    ...source,
    async *chunks() {
      let done = 0;
      for await (const chunk of source.chunks()) {
        const { length } = chunk;
        yield chunk;
        done += length;
        if (source.byteLength === undefined) onProgress(done);
        else onProgress(done, source.byteLength);
      }
    },
  };
}
