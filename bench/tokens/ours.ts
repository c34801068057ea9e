import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Contestant } from "../compare.ts";
import type { LogitFiles } from "./logits.ts";
import { checkedRows, type Question } from "./question.ts";

/** Our kernels, on rows that lie in their memory, in one thread or several. */
export class Ours {
  readonly #workers: Worker[];

  constructor({ p, q, rows, vocabulary, targets }: LogitFiles, threads: number) {
    this.#workers = Array.from({ length: threads }, (_, i) => {
      const start = Math.floor((rows * i) / threads);
      const count = Math.floor((rows * (i + 1)) / threads) - start;
      return new Worker(join(import.meta.dirname, "oursThread.ts"), {
        workerData: { p, q, start, count, vocabulary, targets },
        execArgv: ["--conditions=surprisal-source"],
      });
    });
  }

  async engine(): Promise<string> {
    this.#workers[0]!.postMessage("name");
    return (await once(this.#workers[0]!, "message"))[0];
  }

  contestant(name: string, question: Question, goal = 0): Contestant {
    return {
      name,
      goal,
      run: async (calls) => {
        let first: Float64Array = new Float64Array();
        const start = performance.now();
        for (let i = 0; i < calls; i++) {
          const answers = this.#workers.map((worker) => once(worker, "message"));
          for (const worker of this.#workers) worker.postMessage(question);
          [first] = (await Promise.all(answers))[0] as [Float64Array];
        }
        const seconds = (performance.now() - start) / 1000;
        return { seconds, value: mean(first.subarray(0, checkedRows)) };
      },
    };
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

export function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
