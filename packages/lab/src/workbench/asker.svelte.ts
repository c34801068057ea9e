import type { Answer } from "./answer.ts";
import type { Progress, Question, Titles } from "./engine.ts";
import type { Call } from "./worker.ts";

type Reply = { id: number } & (
  | { answer: Answer | undefined }
  | { progress: Progress }
  | { table: Titles }
  | { failure: string }
);

/** The page's side of the worker: asks, and holds the last answer. The worker is started by the first question. */
export class Asker {
  answer: Answer = $state.raw()!;
  /** How far each input being read has come, by its key. */
  progress: ReadonlyMap<string, Progress> = $state.raw(new Map());
  busy = $state(false);
  failure: string | undefined = $state();

  #worker: Worker | undefined;
  #calls = 0;
  #last = 0;
  readonly #tables = new Map<number, (table: Titles) => void>();

  constructor(answer: Answer) {
    this.answer = answer;
  }

  /** Asks; the answer to what was asked before is no longer waited for. */
  ask(question: Question): void {
    this.#last = ++this.#calls;
    this.busy = true;
    this.progress = new Map();
    this.#post({ id: this.#last, question });
  }

  titlesOf(file: File): Promise<Titles> {
    const id = ++this.#calls;
    return new Promise((resolve) => {
      this.#tables.set(id, resolve);
      this.#post({ id, titlesOf: file, name: file.name });
    });
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #post(call: Call): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(call);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#hear(data));
    worker.addEventListener("error", ({ message }) => this.#fail(message || "the worker did not start"));
    return worker;
  }

  #hear(reply: Reply): void {
    if ("progress" in reply) {
      this.progress = new Map(this.progress).set(reply.progress.key, reply.progress);
    } else if ("table" in reply) {
      this.#tables.get(reply.id)?.(reply.table);
      this.#tables.delete(reply.id);
    } else if (reply.id === this.#last) {
      if ("failure" in reply) this.#fail(reply.failure);
      else if (reply.answer) {
        this.answer = reply.answer;
        this.failure = undefined;
        this.busy = false;
      }
    }
  }

  #fail(message: string): void {
    this.failure = message;
    this.busy = false;
  }
}
