import type { ByteSource } from "./byteSource.ts";

/**
 * How often each of the 256 bytes occurs. Memory does not depend on the length.
 *
 * @returns 256 counts, each exact up to 2⁵³.
 * @example (await countBytes(textSource("banana")))[97] // 3
 */
export async function countBytes(source: ByteSource): Promise<Float64Array> {
  const counts = new Float64Array(256);
  for await (const chunk of source.chunks()) addBytes(counts, chunk);
  return counts;
}

const tables = new Uint32Array(8 * 256);

// Eight tables, one for each place in eight bytes: a byte that repeats then does not wait for the increment before it.
// They are 32 bits wide, so a piece that could overflow them is taken in parts.
function addBytes(counts: Float64Array, bytes: Uint8Array): void {
  const most = 2 ** 30;
  if (bytes.length > most) {
    for (let at = 0; at < bytes.length; at += most) addBytes(counts, bytes.subarray(at, at + most));
    return;
  }
  const head = Math.min(-bytes.byteOffset & 3, bytes.length);
  const pairs = (bytes.length - head) >>> 3;
  if (pairs < 256) {
    for (const byte of bytes) counts[byte]!++;
    return;
  }
  for (let i = 0; i < head; i++) counts[bytes[i]!]!++;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + head, 2 * pairs);
  const t = tables;
  for (let i = 0; i < words.length; i += 2) {
    const x = words[i]!;
    const y = words[i + 1]!;
    t[x & 255]!++;
    t[256 | ((x >>> 8) & 255)]!++;
    t[512 | ((x >>> 16) & 255)]!++;
    t[768 | (x >>> 24)]!++;
    t[1024 | (y & 255)]!++;
    t[1280 | ((y >>> 8) & 255)]!++;
    t[1536 | ((y >>> 16) & 255)]!++;
    t[1792 | (y >>> 24)]!++;
  }
  for (let i = head + 8 * pairs; i < bytes.length; i++) counts[bytes[i]!]!++;
  for (let i = 0; i < t.length; i++) counts[i & 255]! += t[i]!;
  t.fill(0);
}
