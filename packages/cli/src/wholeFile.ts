import { rmSync, type Stats } from "node:fs";
import { type FileHandle, open, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FormatError } from "@surprisal/data";

/** Puts bytes, or text as UTF-8, at the end of what is being written. */
export type Write = (part: string | Uint8Array) => Promise<void>;

/**
 * Writes a file whole or not at all: into another one beside it, which takes its name and place when `fill` is done. If that fails, or the process is ended, nothing is
 * left and what was there before still is. Whether the file can be written shows before `fill` begins. To a device or a pipe it is written as it comes.
 *
 * @returns What `fill` does.
 * @throws FormatError naming the path, if it cannot be written.
 */
export async function wholeFile<T>(path: string, fill: (write: Write) => Promise<T>): Promise<T> {
  const found = await stat(path).catch((cause) =>
    cause.code === "ENOENT" ? undefined : Promise.reject(unwritable(path, cause)),
  );
  if (found && !found.isFile()) return toDevice(path, found, fill);
  const place = found ? await realpath(path) : path;
  const part = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  const handle = await open(part, "wx", found?.mode).catch((cause) =>
    Promise.reject(unwritable(path, cause)),
  );
  const remove = () => rmSync(part, { force: true });
  process.once("exit", remove);
  try {
    const result = await fill(writer(handle, path));
    await handle.sync();
    await handle.close();
    await rename(part, place).catch((cause) => Promise.reject(unwritable(path, cause)));
    return result;
  } catch (error) {
    await handle.close();
    remove();
    throw error;
  } finally {
    process.removeListener("exit", remove);
  }
}

async function toDevice<T>(path: string, found: Stats, fill: (write: Write) => Promise<T>): Promise<T> {
  if (found.isDirectory()) throw unwritable(path, { code: "EISDIR" });
  const handle = await open(path, "w").catch((cause) => Promise.reject(unwritable(path, cause)));
  try {
    return await fill(writer(handle, path));
  } finally {
    await handle.close();
  }
}

function writer(handle: FileHandle, path: string): Write {
  return (part) => handle.appendFile(part).catch((cause) => Promise.reject(unwritable(path, cause)));
}

const reasons: Record<string, string> = {
  ENOENT: "lies in a folder that does not exist",
  ENOTDIR: "leads through a file",
  EISDIR: "is a directory",
  EACCES: "may not be written",
  EPERM: "may not be written",
  EROFS: "may not be written",
  ENOSPC: "does not fit: the disk is full",
};

function unwritable(path: string, cause: { code?: string }): FormatError {
  const problem = reasons[cause.code!] ?? `cannot be written (${cause.code ?? cause})`;
  return new FormatError({ code: "unreadable", source: path, problem, expected: "a file to write", cause });
}
