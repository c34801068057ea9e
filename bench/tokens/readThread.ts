/** A thread that reads every other megabyte of two files into one window, as fast as it can. */
import { openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

const { paths, byteLength, index, threads } = workerData as {
  paths: string[];
  byteLength: number;
  index: number;
  threads: number;
};
const window = new Uint8Array(1 << 20);
const files = paths.map((path) => openSync(path, "r"));
parentPort!.on("message", () => {
  for (let at = index * window.length; at < byteLength; at += threads * window.length)
    for (const file of files) readSync(file, window, 0, window.length, at);
  parentPort!.postMessage("done");
});
