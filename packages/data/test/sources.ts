import type { ByteSource, Open } from "@surprisal/data";
import { bytesSource, parseOperand, type ResolveOptions, resolveOperand } from "@surprisal/data";

export const utf8 = (text: string) => new TextEncoder().encode(text);

/** The bytes in pieces of the given lengths, in turn; each piece is overwritten when the next is asked for, as a reused buffer is. */
export function pieces(bytes: Uint8Array, lengths: readonly number[]): ByteSource {
  return {
    byteLength: bytes.length,
    async *chunks() {
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const piece = bytes.slice(at, at + lengths[i % lengths.length]!);
        at += piece.length;
        yield piece;
        piece.fill(0xff);
      }
    },
  };
}

/** Opens files that are given by name. */
export const files =
  (contents: Record<string, string | Uint8Array | ByteSource>): Open =>
  (path) => {
    const content = contents[path];
    if (content === undefined) throw new Error(`the test has no file ${path}`);
    if (typeof content === "string") return bytesSource(utf8(content));
    return content instanceof Uint8Array ? bytesSource(content) : content;
  };

export async function resolve(
  text: string,
  contents: Parameters<typeof files>[0] = {},
  options: ResolveOptions = {},
) {
  return resolveOperand(parseOperand(text), files(contents), options);
}

/** Names to counts, in order. */
export async function countsOf(
  text: string,
  contents: Parameters<typeof files>[0],
): Promise<Record<string, number>> {
  const { names, counts } = await resolve(text, contents);
  return Object.fromEntries(names!.map((name, i) => [name, counts![i]!]));
}
