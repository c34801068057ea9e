import type { SeekableSource } from "../byteSource.ts";
import { FormatError } from "../formatError.ts";
import type { ZipMember } from "./zipDirectory.ts";

const stepLength = 1 << 16;

/**
 * A deflated member of an archive as bytes that can be read anywhere. Going on is cheap; going back begins again at its start, because
 * a deflated stream has no other place to begin. It is never held whole.
 */
export function inflated(
  file: SeekableSource,
  member: ZipMember,
  source: string,
): Pick<SeekableSource, "read"> {
  const refuse = (byte: number, cause?: unknown): never => {
    throw new FormatError({
      code: "truncated",
      source,
      place: { byte },
      problem: "is where its deflated bytes break off",
      expected: `${member.byteLength} bytes`,
      cause,
    });
  };
  let stream: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let at = 0;
  let rest = new Uint8Array(0);
  let turn: Promise<unknown> = Promise.resolve();

  async function next(): Promise<Uint8Array> {
    stream ??= inflate(file, member);
    const { done, value } = await stream.read().catch((cause) => {
      if (cause instanceof FormatError) throw cause;
      return refuse(at, cause);
    });
    return done ? refuse(at) : value;
  }

  async function fill(offset: number, into: Uint8Array): Promise<void> {
    if (offset < at) {
      await stream?.cancel().catch(() => {});
      stream = undefined;
      at = 0;
      rest = new Uint8Array(0);
    }
    for (let done = 0; done < into.length; ) {
      if (rest.length === 0) rest = (await next()) as Uint8Array<ArrayBuffer>;
      const skipped = Math.min(rest.length, Math.max(0, offset - at));
      const taken = Math.min(rest.length - skipped, into.length - done);
      if (at + skipped >= offset) {
        into.set(rest.subarray(skipped, skipped + taken), done);
        done += taken;
      }
      at += skipped + taken;
      rest = rest.subarray(skipped + taken);
    }
  }

  return {
    read(offset, into) {
      const mine = turn.then(() => fill(offset, into));
      turn = mine.catch(() => {});
      return mine;
    },
  };
}

function inflate(file: SeekableSource, { start, compressedLength }: ZipMember) {
  let at = 0;
  const deflated = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      if (at >= compressedLength) return controller.close();
      const step = new Uint8Array(Math.min(stepLength, compressedLength - at));
      await file.read(start + at, step);
      at += step.length;
      controller.enqueue(step);
    },
  });
  return deflated.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
}
