import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Contestant } from "../compare.ts";
import { LineProcess } from "../lineProcess.ts";
import type { LogitFiles } from "./logits.ts";
import { numpyProgram, torchProgram, tunedMalloc } from "./python.ts";
import { checkedRows, type Question } from "./question.ts";
import { readerProgram } from "./reader.ts";

/** Somebody else's way, in a process of its own that holds the logits. */
export type Peer = {
  readonly name: string;
  /** Whether it can use more than one thread. */
  readonly threads: boolean;
  readonly goals: Readonly<Record<Question, number>>;
  readonly answers: boolean;
  readonly process: LineProcess;
};

/** What is asked of the reader of memory: that we take at most so many times as long. */
const share = { pair: 0.4, alone: 0.38 };

/** Every peer that is found on this machine; those that are not are named on the way. */
export function startPeers(folder: string, files: LogitFiles): Peer[] {
  const targets = join(folder, "targets");
  writeFileSync(targets, files.targets);
  const size = `${files.vocabulary}`;
  const node = (script: string) =>
    new LineProcess(process.execPath, [join(import.meta.dirname, script), files.p, files.q, targets, size]);
  const python = (executable: string, program: string, env = {}) =>
    new LineProcess(executable, ["-c", program, files.p, files.q, targets, size, `${checkedRows}`], env);
  const peers: Peer[] = [];
  const add = (
    name: string,
    process: LineProcess | undefined,
    pair: number,
    alone: number,
    threads = true,
  ) => {
    if (process)
      peers.push({ name, threads, goals: { pair, alone }, answers: !name.startsWith("read"), process });
    else console.log(`  ${name}: absent`);
  };

  const reader = compiledReader(folder);
  const torch = pythonWith("torch");
  const numpy = pythonWith("numpy");
  add(
    "reading memory, in C",
    reader ? new LineProcess(reader, [files.p, files.q]) : undefined,
    share.pair,
    share.alone,
  );
  add("ONNX Runtime", found("onnxruntime-node") ? node("onnxThread.ts") : undefined, 6, 3.5);
  add("PyTorch, malloc tuned", torch ? python(torch, torchProgram, tunedMalloc) : undefined, 10, 0);
  add("PyTorch as installed", torch ? python(torch, torchProgram) : undefined, 0, 0);
  add("NumPy", numpy ? python(numpy, numpyProgram) : undefined, 0, 0, false);
  add("plain JavaScript, in doubles", node("plainThread.ts"), 20, 0, false);
  return peers;
}

export function contestantOf(peer: Peer, question: Question, threads: number): Contestant {
  return {
    name: peer.name,
    goal: peer.goals[question],
    answers: peer.answers,
    async run(calls) {
      let [seconds, value] = [0, 0];
      for (let i = 0; i < calls; i++) {
        const answer = (await peer.process.ask(`${question} ${threads}`)).split(" ").map(Number);
        seconds += answer[0]!;
        value = answer[1]!;
      }
      return { seconds, value };
    },
  };
}

function found(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function pythonWith(module: string): string | undefined {
  return ["python3", "/usr/bin/python3"].find(
    (executable) => spawnSync(executable, ["-c", `import numpy, ${module}`]).status === 0,
  );
}

function compiledReader(folder: string): string | undefined {
  const path = join(folder, "reader");
  const { status } = spawnSync(
    "cc",
    ["-O3", "-march=native", "-ffast-math", "-pthread", "-xc", "-o", path, "-"],
    {
      input: readerProgram,
    },
  );
  return status === 0 ? path : undefined;
}
