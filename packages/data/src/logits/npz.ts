import type { SeekableSource } from "../byteSource.ts";
import { FormatError } from "../formatError.ts";
import { inflated } from "./inflated.ts";
import { npyAt } from "./npy.ts";
import type { StoredArray } from "./storedArray.ts";
import { zipMembers } from "./zipDirectory.ts";

/**
 * The arrays of an `.npz` file, as numpy.savez and numpy.savez_compressed write it. Compressed arrays are read from front to back.
 *
 * @throws FormatError if the archive or one of its arrays is malformed, lies about its size, or is pickled.
 */
export async function readNpz(file: SeekableSource, source: string): Promise<StoredArray[]> {
  const arrays: StoredArray[] = [];
  for (const member of await zipMembers(file, source)) {
    if (!member.name.endsWith(".npy"))
      throw new FormatError({
        code: "unsupported",
        source,
        place: { byte: member.start },
        problem: `holds ${member.name}`,
        expected: "arrays of NumPy only, named *.npy",
      });
    const name = member.name.slice(0, -".npy".length);
    const { byteLength, isDeflated } = member;
    if (!isDeflated) arrays.push(await npyAt({ file, start: member.start, byteLength }, source, name));
    else {
      const bytes = inflated(file, member, `${source}:${name}`);
      const { byteOffset: _, ...array } = await npyAt({ file: bytes, start: 0, byteLength }, source, name);
      arrays.push(array);
    }
  }
  return arrays;
}
