import { FormatError } from "./formatError.ts";

/** Bytes that can be read once from front to back: a file, a Blob, standard input, memory. */
export interface ByteSource {
  /** The whole length, where it is known beforehand. */
  readonly byteLength?: number;
  /** The bytes in order, in pieces of any size. A piece is only valid until the next one is asked for: its memory may be reused. */
  chunks(): AsyncIterable<Uint8Array>;
}

/**
 * Bytes in memory.
 *
 * @param chunkLength The size of the pieces, in bytes; a small one shows progress more often.
 */
export function bytesSource(bytes: Uint8Array, chunkLength = 1 << 20): ByteSource {
  return {
    byteLength: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkLength) yield bytes.subarray(at, at + chunkLength);
    },
  };
}

/** A text in memory, as its UTF-8 bytes. Lone surrogates become U+FFFD, as everywhere on the web. */
export function textSource(text: string): ByteSource {
  return bytesSource(new TextEncoder().encode(text));
}

/** A Blob or a File that a person picked or dropped; read in pieces, never whole. */
export function blobSource(blob: Blob): ByteSource {
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
        const source = (blob as Partial<File>).name ?? "file";
        throw new FormatError({ code: "unreadable", source, problem: "cannot be read any more", cause });
      } finally {
        await reader.cancel().catch(() => {});
      }
    },
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
