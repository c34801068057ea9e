/** A thread that holds some rows in the windows of an engine, and measures them whenever it is told to. */
import { closeSync, openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { createRowEngine, emptyRowPairMeasures } from "@surprisal/core";

type Share = { p: string; q: string; start: number; count: number; vocabulary: number; targets: Int32Array };

const { p, q, start, count, vocabulary, targets } = workerData as Share;
const engine = createRowEngine({ format: "f32", vocabulary, capacity: count });
fill(p, engine.p);
fill(q, engine.q);
const own = targets.subarray(start, start + count);
const measures = emptyRowPairMeasures(count);
parentPort!.on("message", (what: "alone" | "pair" | "name") => {
  if (what === "name") return parentPort!.postMessage(engine.name);
  if (what === "pair") engine.compare(count, own, measures, 0);
  else engine.measure(count, own, measures.p, 0);
  parentPort!.postMessage(what === "pair" ? measures.forwardKl : measures.p.negativeLogLikelihood);
});

function fill(path: string, window: Uint8Array): void {
  const file = openSync(path, "r");
  readSync(file, window, 0, window.length, start * vocabulary * 4);
  closeSync(file);
}
