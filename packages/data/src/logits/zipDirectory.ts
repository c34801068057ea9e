import type { SeekableSource } from "../byteSource.ts";
import { excerpt, type FormatCode, FormatError } from "../formatError.ts";

/** A file in a zip archive. */
export interface ZipMember {
  readonly name: string;
  readonly isDeflated: boolean;
  /** Where its bytes begin in the archive, behind its local header. */
  readonly start: number;
  readonly compressedLength: number;
  readonly byteLength: number;
}

const endLength = 22;
const locatorLength = 20;
const wideEndLength = 56;
const entryLength = 46;
const localLength = 30;
const longestComment = 0xffff;
const largestDirectory = 1 << 26;
/** No deflated stream says more with less. */
const deflateRatio = 1032;

/**
 * The files of a zip archive, by its central directory; archives over 4 GiB too.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT §4.3
 * @throws FormatError if the directory contradicts itself or the file, or a member is encrypted or compressed in another way than deflated.
 */
export async function zipMembers(file: SeekableSource, source: string): Promise<ZipMember[]> {
  const refuse = (byte: number, problem: string, expected: string, code: FormatCode = "header"): never => {
    throw new FormatError({ code, source, place: { byte }, problem, expected });
  };
  const bytesAt = async (offset: number, length: number, what: string): Promise<DataView> => {
    if (!(offset >= 0 && length >= 0 && offset + length <= file.byteLength))
      refuse(
        Math.min(Math.max(offset, 0), file.byteLength),
        `has no room for ${what}`,
        "a whole zip archive",
        "truncated",
      );
    const bytes = new Uint8Array(length);
    await file.read(offset, bytes);
    return new DataView(bytes.buffer);
  };

  const directory = await findDirectory();
  if (directory.length > largestDirectory || directory.count * entryLength > directory.length)
    refuse(
      directory.from,
      `says its directory has ${directory.count} entries in ${directory.length} bytes`,
      `at least ${entryLength} bytes each, ${largestDirectory} at most`,
    );
  const view = await bytesAt(directory.start, directory.length, "its directory");
  const members: ZipMember[] = [];
  for (let i = 0, at = 0; i < directory.count; i++) {
    const byte = directory.start + at;
    if (at + entryLength > view.byteLength || view.getUint32(at, true) !== 0x02014b50)
      refuse(byte, "is no entry of a zip directory", "PK\\x01\\x02 and 42 bytes");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + entryLength + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) refuse(byte, "leads out of the zip directory", "an entry within it");
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + entryLength, nameLength));
    const extra = new DataView(view.buffer, at + entryLength + nameLength, extraLength);
    const [byteLength, compressedLength, offset] = wideNumbers(
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      extra,
    );
    const called = excerpt(name, 40);
    if ((view.getUint16(at + 8, true) & 1) !== 0)
      refuse(byte, `says that ${called} is encrypted`, "a plain archive", "unsupported");
    const method = view.getUint16(at + 10, true);
    if (method !== 0 && method !== 8)
      refuse(byte, `says that ${called} is compressed by method ${method}`, "0 or 8", "unsupported");
    const isDeflated = method === 8;
    const isPlausible = isDeflated
      ? byteLength! <= compressedLength! * deflateRatio
      : byteLength === compressedLength;
    if (!isPlausible)
      refuse(
        byte,
        `says that ${called} is ${byteLength} bytes, stored in ${compressedLength}`,
        "sizes that can be",
      );
    const local = await bytesAt(offset!, localLength, `the header of ${called}`);
    if (local.getUint32(0, true) !== 0x04034b50)
      refuse(offset!, `is not where ${called} begins`, "PK\\x03\\x04");
    const start = offset! + localLength + local.getUint16(26, true) + local.getUint16(28, true);
    if (start + compressedLength! > directory.start)
      refuse(
        offset!,
        `says that ${called} takes ${compressedLength} bytes`,
        "members in front of the directory",
      );
    members.push({ name, isDeflated, start, compressedLength: compressedLength!, byteLength: byteLength! });
    at = next;
  }
  return members;

  async function findDirectory(): Promise<{ from: number; start: number; length: number; count: number }> {
    const tailStart = Math.max(0, file.byteLength - endLength - longestComment);
    const tail = await bytesAt(tailStart, file.byteLength - tailStart, "a directory");
    let at = tail.byteLength - endLength;
    const isEnd = (i: number) =>
      tail.getUint32(i, true) === 0x06054b50 &&
      i + endLength + tail.getUint16(i + 20, true) === tail.byteLength;
    while (at >= 0 && !isEnd(at)) at--;
    if (at < 0)
      refuse(file.byteLength, "is where it ends, without a directory", "a whole zip archive", "truncated");
    const from = tailStart + at;
    const count = tail.getUint16(at + 10, true);
    const length = tail.getUint32(at + 12, true);
    const start = tail.getUint32(at + 16, true);
    if (count !== 0xffff && length !== 0xffffffff && start !== 0xffffffff)
      return { from, start, length, count };
    const locator = await bytesAt(from - locatorLength, locatorLength, "the place of its directory");
    if (locator.getUint32(0, true) !== 0x07064b50)
      refuse(from - locatorLength, "does not say where the directory is", "PK\\x06\\x07");
    const wideFrom = Number(locator.getBigUint64(8, true));
    const wide = await bytesAt(wideFrom, wideEndLength, "the end of its directory");
    if (wide.getUint32(0, true) !== 0x06064b50)
      refuse(wideFrom, "is not the end of a directory", "PK\\x06\\x06");
    return {
      from: wideFrom,
      start: Number(wide.getBigUint64(48, true)),
      length: Number(wide.getBigUint64(40, true)),
      count: Number(wide.getBigUint64(32, true)),
    };
  }
}

// Numbers that do not fit into 32 bits are all ones there, and stand in the extra field of kind 1, in this order.
function wideNumbers(narrow: readonly number[], extra: DataView): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true);
    const end = Math.min(at + 4 + length, extra.byteLength);
    if (extra.getUint16(at, true) === 1) {
      let next = at + 4;
      return narrow.map((value) => {
        if (value !== 0xffffffff || next + 8 > end) return value;
        next += 8;
        return Number(extra.getBigUint64(next - 8, true));
      });
    }
    at = at + 4 + length;
  }
  return [...narrow];
}
