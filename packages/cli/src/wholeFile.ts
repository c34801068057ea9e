import { rmSync, type Stats } from "node:fs";
import { type FileHandle, open, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { FormatError } from "@surprisal/data";
import { heedSignals } from "./heedSignals.ts";

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
  const beside = new PartFile(path, part, found?.mode);
  try {
    // Whether it can be written shows now. While nothing is written, there is nothing to remove if a computation is ended.
    await beside.open();
    await beside.remove();
    const result = await fill(async (text) => writer(await beside.open(), path)(text));
    const handle = await beside.open();
    await handle.sync();
    await handle.close();
    await rename(part, place).catch((cause) => Promise.reject(unwritable(path, cause)));
    return result;
  } finally {
    await beside.remove();
  }
}

/** What is written so far: for as long as it is there, it is removed if the process ends. */
class PartFile {
  readonly #path: string;
  readonly #part: string;
  readonly #mode: number | undefined;
  readonly #erase = () => rmSync(this.#part, { force: true });
  #open: { handle: FileHandle; unheed: () => Promise<void> } | undefined;

  /** @param path What messages call it. */
  constructor(path: string, part: string, mode: number | undefined) {
    this.#path = path;
    this.#part = part;
    this.#mode = mode;
  }

  async open(): Promise<FileHandle> {
    if (this.#open) return this.#open.handle;
    const unheed = heedSignals();
    process.once("exit", this.#erase);
    try {
      const handle = await open(this.#part, "wx", this.#mode);
      this.#open = { handle, unheed };
      return handle;
    } catch (cause) {
      process.removeListener("exit", this.#erase);
      await unheed();
      throw unwritable(this.#path, cause as { code: string });
    }
  }

  /** Where it has got its name and place, nothing is left of it. */
  async remove(): Promise<void> {
    if (!this.#open) return;
    const { handle, unheed } = this.#open;
    this.#open = undefined;
    await handle.close();
    this.#erase();
    process.removeListener("exit", this.#erase);
    await unheed();
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

/** What is wrong with a path that something was to be written to. */
export function unwritable(path: string, cause: { code?: string }): FormatError {
  const problem = reasons[cause.code!] ?? `cannot be written (${cause.code ?? cause})`;
  return new FormatError({ code: "unreadable", source: path, problem, expected: "a file to write", cause });
}
