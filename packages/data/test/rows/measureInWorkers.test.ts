import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareRows, createRng, measureRows, type Rows } from "@surprisal/core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { measureRowFiles } from "../../src/nodeRows.ts";
import { blockMeter, type MeasuredRows } from "../../src/rows/measureBlocks.ts";
import { type MeasuredPart, measureInWorkers } from "../../src/rows/measureInWorkers.ts";
import type { FromRowWorker, RowPlace, ToRowWorker } from "../../src/rows/rowJob.ts";
import { serveRows } from "../../src/rows/serveRows.ts";
import { webLine } from "../../src/rows/webLine.ts";
import { openBlobRows } from "../../src/rows/webRowReader.ts";

const [rows, vocabulary, byteOffset] = [700, 4001, 128];
const questions = { ranks: true, symmetric: true, top: 5, outcomes: true };
const targets = Int32Array.from({ length: rows }, (_, row) => (row % 3 === 0 ? -1 : (row * 31) % vocabulary));
const rng = createRng(4);
const values = [1, 2].map(() => Float32Array.from({ length: rows * vocabulary }, () => 20 * rng.next()));
// The last row but one of P is spoilt.
values[0]![(rows - 2) * vocabulary + 7] = Number.NaN;
const [p, q] = values.map((numbers): Rows => ({ format: "f32", vocabulary, values: numbers })) as [
  Rows,
  Rows,
];
const bytes = [p, q].map((part) => {
  const whole = new Uint8Array(byteOffset + part.values.byteLength);
  whole.set(new Uint8Array(part.values.buffer), byteOffset);
  return whole;
});
const place = (source: string | Blob): RowPlace => ({ source, byteOffset, rows, vocabulary, format: "f32" });

type MeasuredAlone = Extract<MeasuredRows, { kind: "alone" }>;

let folder: string;
let files: [string, string];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "surprisal-rows-"));
  files = [join(folder, "p"), join(folder, "q")];
  files.forEach((path, i) => {
    writeFileSync(path, bytes[i]!);
  });
});

/** Files of this test that this process holds open, where the system tells. */
function openFiles(): string[] {
  if (process.platform !== "linux") return [];
  const links = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return ""; // closed since
    }
  });
  return links.filter((path) => path.startsWith(folder));
}

afterAll(() => rmSync(folder, { recursive: true }));

describe("files in worker threads", () => {
  test.each([1, 2, 3])("two files give in %i threads what they give in memory", async (threads) => {
    const progress: number[] = [];
    const found = await measureRowFiles(
      { p: place(files[0]), q: place(files[1]), ...questions },
      { threads, targets, onProgress: (done) => progress.push(done) },
    );
    expect(found).toEqual({ kind: "pair", measures: compareRows(p, q, { targets, ...questions }) });
    expect(progress.at(-1)).toBe(rows);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  test("one file gives what it gives in memory, and names its spoilt row", async () => {
    const found = await measureRowFiles({ p: place(files[0]) }, { threads: 2, targets });
    expect(found.measures).toEqual(measureRows(p, { targets }));
    expect(found).toMatchObject({ measures: { faults: [{ row: rows - 2, fault: "NaN" }] } });
  });

  test("a file that is too short is named, with the byte", async () => {
    const job = { p: { ...place(files[0]), rows: rows + 1 } };
    await expect(measureRowFiles(job, { threads: 2 })).rejects.toMatchObject({
      name: "FormatError",
      source: files[0],
      place: { byte: bytes[0]!.length },
    });
  });

  test("a file that is not there is named", async () => {
    const job = { p: place(join(folder, "nothing")) };
    await expect(measureRowFiles(job, { threads: 2 })).rejects.toThrow(
      /nothing does not exist|nothing: does not exist/,
    );
  });

  test("this thread says the same of it, and closes what it opened", async () => {
    const job = { p: { ...place(files[0]), rows: rows + 1 } };
    await expect(measureRowFiles(job, { threads: 1 })).rejects.toMatchObject({
      name: "FormatError",
      source: files[0],
    });
    const missing = { p: place(join(folder, "nothing")) };
    await expect(measureRowFiles(missing, { threads: 1 })).rejects.toThrow(/does not exist/);
    expect(openFiles()).toEqual([]);
  });

  test("files with unlike rows are refused", async () => {
    const job = { p: place(files[0]), q: { ...place(files[1]), vocabulary: vocabulary - 1 } };
    await expect(measureRowFiles(job, { threads: 2 })).rejects.toThrow(/have vocabulary 4000, expected 4001/);
  });

  test("no rows are measured at once", async () => {
    const found = await measureRowFiles({ p: { ...place(files[0]), rows: 0 } }, { threads: 2 });
    expect(found.measures).toEqual(measureRows({ ...p, values: new Float32Array() } as Rows));
  });

  test("giving up ends it with the reason", async () => {
    const controller = new AbortController();
    const ended = measureRowFiles(
      { p: place(files[0]) },
      { threads: 2, signal: controller.signal, onProgress: () => controller.abort(new Error("enough")) },
    );
    await expect(ended).rejects.toThrow("enough");
  });
});

describe("measures in a temporary file", () => {
  const job = () => ({ p: place(files[0]), q: place(files[1]), ...questions });
  const inFile = { bytesInMemory: 0, targets };
  afterEach(() => vi.unstubAllEnvs());

  test("are those in memory, of two files and of one, also in several threads", async () => {
    const found = await measureRowFiles(job(), { ...inFile, threads: 2 });
    expect(found).toEqual({ kind: "pair", measures: compareRows(p, q, { targets, ...questions }) });
    const alone = await measureRowFiles({ p: place(files[0]) }, inFile);
    expect(alone).toEqual({ kind: "alone", measures: measureRows(p, { targets }) });
  });

  test("are a column of one's own whenever one is touched, and have no name", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "surprisal-columns-"));
    vi.stubEnv("TMPDIR", elsewhere).stubEnv("TEMP", elsewhere);
    const { measures } = (await measureRowFiles({ p: place(files[0]) }, inFile)) as MeasuredAlone;
    const { entropy } = measures;
    entropy.fill(-1);
    expect(measures.entropy).toEqual(measureRows(p).entropy);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  test("need a folder that can be written to, and say which and how much", async () => {
    vi.stubEnv("TMPDIR", join(folder, "nowhere")).stubEnv("TEMP", join(folder, "nowhere"));
    await expect(measureRowFiles(job(), inFile)).rejects.toMatchObject({
      name: "FormatError",
      message: expect.stringMatching(/nowhere: cannot be written to \(ENOENT\), expected room for 1 MB/),
      hint: expect.stringContaining("TMPDIR"),
    });
  });
});

describe("threads that are kept", () => {
  test("measure what is there by then, and let go of their files", async () => {
    const other = join(folder, "other");
    const job = { p: place(other) };
    for (const [part, values] of [p, q].entries()) {
      writeFileSync(other, bytes[part]!);
      const { measures } = await measureRowFiles(job, { threads: 2, targets });
      expect(measures).toEqual(measureRows(values, { targets }));
    }
    await vi.waitFor(() => expect(openFiles()).toEqual([]), 10_000);
  });

  test("are as good after a job that failed, or was given up", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    const whole = { p: place(files[0]) };
    const short = { p: { ...whole.p, rows: rows + 1 } };
    await expect(measureRowFiles(short, { threads: 3 })).rejects.toThrow("is where it ends");
    await expect(measureRowFiles(whole, { threads: 3, signal })).rejects.toThrow("enough");
    const { measures } = await measureRowFiles(whole, { threads: 3, targets });
    expect(measures).toEqual(measureRows(p, { targets }));
  });

  test("do not keep a program from ending", () => {
    const job = JSON.stringify({ p: place(files[0]) });
    const program = `
      import { measureRowFiles } from "@surprisal/data/node";
      for (const run of [1, 2]) console.log((await measureRowFiles(${job}, { threads: 2 })).kind);`;
    const args = ["--conditions=surprisal-source", "--input-type=module", "--eval", program];
    // Less than a thread is kept for.
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 4500 });
    expect({ stdout, status }).toEqual({ stdout: "alone\nalone\n", status: 0 });
  });
});

describe("interrupted", () => {
  // Parts come after a tenth of a second, which these files may not take: the clock runs ahead.
  beforeEach(() => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 300;
      return now;
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  test.each([{ threads: 1 }, { threads: 2 }, { threads: 2, bytesInMemory: 0 }])(
    "with %o, it goes on from any part as if it had not been",
    async (options) => {
      const job = { p: place(files[0]), q: place(files[1]), ...questions };
      const whole = { kind: "pair", measures: compareRows(p, q, { targets, ...questions }) };
      const parts: MeasuredPart[] = [];
      const uninterrupted = await measureRowFiles(job, {
        ...options,
        targets,
        onPart: (part) => parts.push(part),
      });
      expect(uninterrupted).toEqual(whole);
      expect(parts.length).toBeGreaterThanOrEqual(1);
      for (const from of parts) {
        const measured: number[] = [];
        const onProgress = (done: number) => measured.push(done);
        expect(await measureRowFiles(job, { ...options, targets, from, onProgress })).toEqual(whole);
        expect(measured.every((done) => done > from.rows)).toBe(true);
      }
    },
  );

  test("what cannot be kept ends it", async () => {
    const job = { p: place(files[0]), q: place(files[1]), ...questions };
    const onPart = () => {
      throw new Error("the disk is full");
    };
    await expect(measureRowFiles(job, { threads: 1, targets, onPart })).rejects.toThrow("the disk is full");
  });

  test("one file too, and from its end there is nothing left to do", async () => {
    const job = { p: place(files[0]), ranks: true };
    const measured = await measureRowFiles(job, { threads: 1, targets });
    const again = await measureRowFiles(job, { threads: 1, targets, from: { rows, measured } });
    expect(again).toEqual(measured);
  });
});

test("Blobs over message ports, as in a browser, give the same", async () => {
  const blobs = bytes.map((part) => new Blob([part as Uint8Array<ArrayBuffer>]));
  const start = () => {
    const { port1, port2 } = new MessageChannel();
    serveRows(webLine<FromRowWorker, ToRowWorker>(port2), openBlobRows);
    return webLine<ToRowWorker, FromRowWorker>(port1);
  };
  const job = { p: place(blobs[0]!), q: place(blobs[1]!) };
  const found = await measureInWorkers(job, { start, workers: 2, targets });
  expect(found.measures).toEqual(compareRows(p, q, { targets }));
  const short = { p: { ...place(blobs[0]!), rows: rows + 1 } };
  await expect(measureInWorkers(short, { start, workers: 1 })).rejects.toThrow(/is where it ends/);
});

test("rows from any reader are measured in this thread", async () => {
  const reader = {
    rows,
    vocabulary,
    format: "f32" as const,
    async readRows(first: number, count: number, into: Uint8Array) {
      const from = byteOffset + 4 * vocabulary * first;
      into.set(bytes[0]!.subarray(from, from + 4 * vocabulary * count));
    },
  };
  const found = await blockMeter(reader).measure(100, 50, targets.subarray(100, 150));
  const part = { ...p, values: p.values.subarray(100 * vocabulary, 150 * vocabulary) } as Rows;
  expect(found.measures).toEqual(measureRows(part, { targets: targets.subarray(100, 150) }));
});
