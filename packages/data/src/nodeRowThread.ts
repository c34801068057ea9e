import { Worker } from "node:worker_threads";
import type { FromRowWorker, Line, ToRowWorker } from "./rows/rowJob.ts";

/** Threads without a job, each with what ends it. */
const resting = new Map<Worker, NodeJS.Timeout>();

/** Milliseconds that a thread waits for another job. */
const keptFor = 5000;

/**
 * A thread that measures rows: one that has ended its last job, or a new one, which takes as long to start as to measure a hundred megabytes. Closed within a job it ends at once; else it waits for another
 * for some seconds, with no file open, and does not keep a program from ending.
 *
 * @param rests Whether it waits. Beside what comes after a long job, 40 MB of a thread are much, and the start of another is little.
 */
export function rowThread(rests: boolean): Line<ToRowWorker, FromRowWorker> {
  const worker = awoken() ?? started();
  let unanswered = 0;
  let sound = true;
  return {
    send(message, given) {
      if (message.say !== "open") unanswered++;
      worker.postMessage(message, given);
    },
    listen(hear, fail) {
      worker.on("message", (said) => {
        unanswered--;
        hear(said);
      });
      const broken = (error: Error) => {
        sound = false;
        fail(error);
      };
      worker.on("error", broken);
      worker.on("exit", (code) => broken(new Error(`a worker ended with code ${code}`)));
    },
    close() {
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      if (rests && sound && unanswered === 0) rest(worker);
      else void worker.terminate();
    },
  };
}

function started(): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  return new Worker(new URL(`./nodeRowWorker.${isSource ? "ts" : "js"}`, import.meta.url), {
    ...(isSource && { execArgv: ["--conditions=surprisal-source"] }),
  });
}

function rest(worker: Worker): void {
  worker.postMessage({ say: "close" } satisfies ToRowWorker);
  worker.on("error", () => resting.delete(worker));
  worker.unref();
  const end = () => {
    resting.delete(worker);
    void worker.terminate();
  };
  resting.set(worker, setTimeout(end, keptFor).unref());
}

function awoken(): Worker | undefined {
  for (const [worker, timer] of resting) {
    resting.delete(worker);
    clearTimeout(timer);
    worker.removeAllListeners("error");
    worker.ref();
    return worker;
  }
  return undefined;
}
