import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { deserialize, serialize } from "node:v8";
import { FormatError, type MeasuredPart, type RowJob, type RowPlace } from "@surprisal/data";
import { unwritable } from "../wholeFile.ts";

/** What a run has measured so far, in a file to go on from. */
export interface Checkpoint {
  /** Not there if nothing is to be kept. */
  path?: string;
  /**
   * What an interrupted run had of a job, and what is to be measured of the rest to go with it: of a run that was for a report, ranks too. Jobs come in the order they are measured in.
   *
   * @throws FormatError if the file is of another run, or of files that have changed since.
   */
  begin(job: RowJob, targets: Int32Array | undefined): { job: RowJob; from?: MeasuredPart };
  /** Keeps what there is of the job that was begun last. The file is whole at any time. */
  keep(part: MeasuredPart): void;
  /** All is done. */
  remove(): void;
}

/** What a job is, by name; alike in two runs of the same. */
type About = [name: string, value: string][];
type Kept = { about: About; part: MeasuredPart };

const magic = "surprisal checkpoint 2\n";
const digestLength = 32;
const report = "--report";

/**
 * Until all is done, an interruption ends with how to go on.
 *
 * @param path Of a file that may not be there yet; "none" to keep nothing.
 * @throws FormatError if there is a file that is no checkpoint, which is left alone, or none can be written.
 */
export function openCheckpoint(path: string): Checkpoint {
  const jobs = path === "none" ? [] : read(path);
  if (path !== "none") replace(path);
  const tell = (code: number) => {
    if (code <= 128) return;
    const kept = jobs.length > 0 ? `The same line goes on from ${path}` : "Nothing is kept yet";
    const how = path === "none" ? "With --resume FILE one can go on later" : kept;
    process.stderr.write(`Interrupted. ${how}.\n`);
  };
  process.on("exit", tell);
  const stop = () => void process.removeListener("exit", tell);
  if (path === "none") return { begin: (job) => ({ job }), keep() {}, remove: stop };
  let begun = -1;
  let about: About = [];
  return {
    path,
    begin(asked, targets) {
      const known = jobs[++begun];
      const job = known && isForReport(known.about) ? { ...asked, ranks: true } : asked;
      about = aboutOf(job, targets);
      if (known) refuseOther(path, known.about, about);
      return { job, ...(known && { from: known.part }) };
    },
    keep(part) {
      jobs.splice(begun, 1, { about, part });
      write(path, jobs);
    },
    remove() {
      stop();
      rmSync(path, { force: true });
    },
  };
}

function read(path: string): Kept[] {
  const bytes = contents(path);
  if (!bytes) return [];
  const begin = magic.length + digestLength;
  const body = bytes.subarray(begin);
  const isWhole =
    bytes.subarray(0, magic.length).toString("latin1") === magic &&
    digest(body).equals(bytes.subarray(magic.length, begin));
  if (isWhole) return deserialize(body);
  throw new FormatError({
    code: "unsupported",
    source: path,
    problem: "is no checkpoint",
    expected: "one that --resume wrote, or a file that is not there yet",
  });
}

function contents(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    throw new FormatError({ code: "unreadable", source: path, problem: `cannot be read (${code})`, cause });
  }
}

function write(path: string, jobs: readonly Kept[]): void {
  const body = serialize(jobs);
  replace(path, Buffer.concat([Buffer.from(magic), digest(body), body]));
}

/** Puts bytes in the place of a file, which is whole at any time; without any, tries whether that can be done. */
function replace(path: string, bytes?: Buffer): void {
  const beside = `${path}.part`;
  try {
    writeFileSync(beside, bytes ?? "");
    if (bytes) renameSync(beside, path);
    else rmSync(beside);
  } catch (cause) {
    throw unwritable(path, cause as { code: string });
  }
}

function targetsDigest({ buffer, byteOffset, byteLength }: Int32Array): string {
  return `sha256 ${digest(new Uint8Array(buffer, byteOffset, byteLength))
    .toString("hex")
    .slice(0, 16)}`;
}

function digest(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** In the words of the command line: what is measured depends on the options named. */
function aboutOf({ p, q, symmetric, outcomes, ranks }: RowJob, targets: Int32Array | undefined): About {
  const options: About = [
    ["--again", symmetric ? "none" : "a file"],
    ["--top", outcomes ? "above 0" : "0"],
    [report, ranks ? "a file" : "none"],
  ];
  return [
    ...(q ? options : []),
    ["--targets, --ignore or --shift", targets ? targetsDigest(targets) : "none"],
    ...aboutPlace("P", p),
    ...(q ? aboutPlace("Q", q) : []),
  ];
}

function isForReport(about: About): boolean {
  return about.some(([name, value]) => name === report && value !== "none");
}

function aboutPlace(name: string, { source, array, ...layout }: RowPlace): About {
  const path = resolve(String(source));
  const { size, mtime } = statSync(path);
  return [
    [name, array === undefined ? path : `${path}:${array}`],
    [`size of ${name}`, `${size} bytes`],
    [`time of ${name}`, mtime.toISOString()],
    [`layout of ${name}`, JSON.stringify(layout)],
  ];
}

function refuseOther(path: string, known: About, about: About): void {
  const at = about.findIndex(([name, value], i) => known[i]?.[0] !== name || known[i]?.[1] !== value);
  if (at < 0 && known.length === about.length) return;
  const [name, value] = about[at] ?? [known.at(-1)![0], "none"];
  const before = known.find(([other]) => other === name)?.[1] ?? "none";
  throw new FormatError({
    code: "lengths",
    source: path,
    problem: `is of another run: ${name} was ${before}, and is ${value} now`,
    expected: "the line that was interrupted, and its files as they were",
    hint:
      name === report
        ? `a report needs ranks, which that run did not measure: go on without ${report}, or begin anew with another --resume FILE`
        : "without this file, or with another, it begins anew",
  });
}
