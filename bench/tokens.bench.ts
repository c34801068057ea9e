/**
 * Rows of logits: the core set of two models (both log-likelihoods, both entropies, both divergences, top-1), and log-likelihood and entropy of one.
 * Goals, by medians of interleaved rounds: 40 and 38 % of the speed at which memory can be read; against ONNX Runtime 6 and 3.5 times, PyTorch with its
 * allocator tuned 10 times, plain JavaScript 20 times; two threads 1.7 times one; from file to result 42 % of reading the files by two
 * threads; at most 300 MB of memory.
 *
 * Peers are what is found: ONNX Runtime where Node finds onnxruntime-node (NODE_PATH), PyTorch and NumPy where python3 does.
 */
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { compareRows, createRng, measureRows, referenceRowEngine } from "@surprisal/core";
import { type Contestant, compare } from "./compare.ts";
import { LineProcess } from "./lineProcess.ts";
import { type LogitFiles, writeLogits } from "./tokens/logits.ts";
import { mean, Ours } from "./tokens/ours.ts";
import { contestantOf, startPeers } from "./tokens/peers.ts";
import { checkedRows, type Question } from "./tokens/question.ts";

const rounds = 7;
const rng = createRng(2026);
// Peers compute in singles.
const within = { ours: 2e-6, theirs: 1e-3 };

export default async function (): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "surprisal-bench-"));
  try {
    const reached: boolean[] = [];
    for (const [rows, vocabulary] of [
      [256, 128256],
      [1024, 32000],
    ] as const)
      reached.push(await inMemory(folder, writeLogits(folder, rows, vocabulary)));
    reached.push(await fromFiles(folder));
    if (!reached.every(Boolean)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inMemory(folder: string, files: LogitFiles): Promise<boolean> {
  const peers = startPeers(folder, files);
  const ours = { 1: new Ours(files, 1), 2: new Ours(files, 2) };
  try {
    const exact = exactAnswers(files);
    const results: boolean[] = [];
    const size = `${files.rows} × ${files.vocabulary}, f32`;
    for (const question of ["pair", "alone"] as const) {
      const what = question === "pair" ? "core set of two models" : "log-likelihood and entropy";
      for (const threads of [1, 2] as const) {
        const own = `ours, ${await ours[threads].engine()}`;
        results.push(
          await compare(
            `${what}, ${size}, ${threads === 1 ? "one thread" : "two threads"}`,
            exact[question],
            [
              ours[threads].contestant(own, question),
              ...(threads === 2 ? [ours[1].contestant("ours, one thread", question, 1.7)] : []),
              ...peers
                .filter((peer) => threads === 1 || peer.threads)
                .map((peer) => contestantOf(peer, question, threads)),
            ],
            { rounds, rng, within },
          ),
        );
      }
    }
    return results.every(Boolean);
  } finally {
    for (const peer of peers) peer.process.stop();
    await Promise.all([ours[1].stop(), ours[2].stop()]);
  }
}

function exactAnswers(files: LogitFiles): Record<Question, number> {
  const { vocabulary } = files;
  const [p, q] = files.first(checkedRows).map((values) => ({ format: "f32", vocabulary, values }) as const);
  const request = { targets: files.targets.subarray(0, checkedRows), backend: referenceRowEngine };
  return {
    pair: mean(compareRows(p!, q!, request).forwardKl),
    alone: mean(measureRows(p!, request).negativeLogLikelihood),
  };
}

async function fromFiles(folder: string): Promise<boolean> {
  const files = writeLogits(folder, 2048, 151936);
  const exact = exactAnswers(files).pair;
  const args = [files.p, files.q, `${files.rows}`, `${files.vocabulary}`, "2"];
  // Without the condition that leads to the sources: as built, as people have it.
  const measuring = new LineProcess(process.execPath, [
    join(import.meta.dirname, "tokens/fileThread.ts"),
    ...args,
  ]);
  const readers = [0, 1].map(
    (index) =>
      new Worker(join(import.meta.dirname, "tokens/readThread.ts"), {
        workerData: { paths: [files.p, files.q], byteLength: statSync(files.p).size, index, threads: 2 },
      }),
  );
  let memory = 0;
  const ours: Contestant = {
    name: "measureRowFiles",
    goal: 0,
    async run() {
      const [seconds = 0, value = 0, megabytes = 0] = (await measuring.ask("go")).split(" ").map(Number);
      memory = megabytes;
      return { seconds, value };
    },
  };
  const reading: Contestant = {
    name: "reading both files, two threads",
    goal: 0.42,
    answers: false,
    async run() {
      const start = performance.now();
      const done = readers.map((reader) => once(reader, "message"));
      for (const reader of readers) reader.postMessage("go");
      await Promise.all(done);
      return { seconds: (performance.now() - start) / 1000, value: Number.NaN };
    },
  };
  try {
    const gigabytes = ((2 * statSync(files.p).size) / 1e9).toFixed(2);
    const title = `from file to result, core set, ${gigabytes} GB, two threads`;
    const reached = await compare(title, exact, [ours, reading], { rounds, rng, within });
    const small = memory <= 300;
    console.log(`    memory at most ${memory.toFixed(0)} MB, goal 300${small ? "" : ", MISSED"}`);
    return reached && small;
  } finally {
    measuring.stop();
    await Promise.all(readers.map((reader) => reader.terminate()));
  }
}
