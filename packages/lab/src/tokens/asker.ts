import type { Problem } from "./problem.ts";
import type { Alternative, Contents, Given, Progress, Question, Reading } from "./question.ts";
import { sizeOf } from "./sizeOf.ts";
import type { WholesReading } from "./wholesReading.ts";
import type { Call, Reply } from "./worker.ts";

type Waiting = { resolve: (reply: Reply) => void; reject: (problem: Problem) => void };
type Asked = Call extends infer One ? (One extends unknown ? Omit<One, "id"> : never) : never;

/** The page's side of the worker, which is started by the first thing asked. What fails, fails with a `Problem`. */
export class Asker {
  readonly #onProgress: (progress: Progress | undefined) => void;
  #worker: Worker | undefined;
  #calls = 0;
  #reading = 0;
  /** The call that gave the last reading. */
  #read = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** @param onProgress Hears how far the reading has come; undefined if nothing is being read any more. */
  constructor(onProgress: (progress: Progress | undefined) => void) {
    this.#onProgress = onProgress;
  }

  async contentsOf(given: Given): Promise<Contents> {
    return ((await this.#ask({ contents: given })) as Extract<Reply, { contents: Contents }>).contents;
  }

  /** @returns undefined if it was stopped, or something else is being read by now. */
  async read(question: Question): Promise<Reading | WholesReading | undefined> {
    this.#leave();
    const id = this.#calls + 1;
    this.#reading = id;
    this.#onProgress({ name: question.p.name, unit: "bytes", done: 0, total: sizeOf(question.p) });
    try {
      const reply = await this.#ask({ read: question });
      if (id !== this.#reading) return undefined;
      if ("wholes" in reply) return reply.wholes;
      if (!("reading" in reply)) return undefined;
      this.#read = id;
      return reply.reading;
    } finally {
      if (id === this.#reading) this.#onProgress(undefined);
    }
  }

  async alternativesAt(row: number): Promise<readonly Alternative[]> {
    return ((await this.#ask({ row, of: this.#read })) as Extract<Reply, { row: number }>).alternatives;
  }

  /** Gives up what is being read; what was read before stays. */
  stop(): void {
    this.#worker?.postMessage({ id: 0, stop: true } satisfies Call);
    this.#leave();
    this.#onProgress(undefined);
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #leave(): void {
    this.#waiting.get(this.#reading)?.resolve({ id: this.#reading, stopped: true });
    this.#waiting.delete(this.#reading);
    this.#reading = 0;
  }

  #ask(asked: Asked): Promise<Reply> {
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage({ id, ...asked });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener("error", ({ message }) => {
      for (const { reject } of this.#waiting.values())
        reject({ code: "other", message: message || "the worker did not start" });
      this.#waiting.clear();
    });
    return worker;
  }

  #hear(reply: Reply): void {
    if ("progress" in reply) {
      if (reply.id === this.#reading) this.#onProgress(reply.progress);
      return;
    }
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ("problem" in reply) waiting?.reject(reply.problem);
    else waiting?.resolve(reply);
  }
}
