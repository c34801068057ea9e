/** A process that measures two files of rows from disk, once for each line, and says how long it took and how much memory it held at most. */
import { createInterface } from "node:readline";
import { measureRowFiles, type RowFileOptions } from "@surprisal/data/node";

const [source = "", other = "", rows = "", vocabulary = "", threads = ""] = process.argv.slice(2);
const place = (path: string) => ({
  source: path,
  byteOffset: 0,
  rows: Number(rows),
  vocabulary: Number(vocabulary),
  format: "f32" as const,
});
let most = 0;
const options: RowFileOptions = {
  threads: Number(threads),
  onProgress: () => {
    most = Math.max(most, process.memoryUsage.rss());
  },
};

createInterface(process.stdin).on("line", async () => {
  const start = performance.now();
  const { measures } = await measureRowFiles({ p: place(source), q: place(other) }, options);
  const seconds = (performance.now() - start) / 1000;
  const value =
    "forwardKl" in measures ? measures.forwardKl.subarray(0, 8).reduce((sum, x) => sum + x) / 8 : 0;
  console.log(`${seconds} ${value} ${most / 1e6}`);
});
