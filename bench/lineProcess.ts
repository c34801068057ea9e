import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** A process that answers each line with a line, for as long as it is needed. */
export class LineProcess {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#process = spawn(command, args, {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    this.#answers = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  async ask(line: string): Promise<string> {
    this.#process.stdin.write(`${line}\n`);
    return this.answer();
  }

  /** Bytes that it reads before the first line. */
  send(bytes: Uint8Array): void {
    this.#process.stdin.write(bytes);
  }

  /** The next line it says of its own accord. */
  async answer(): Promise<string> {
    const { value, done } = await this.#answers.next();
    if (done) throw new Error("a process of the benchmark ended before it answered");
    return value as string;
  }

  stop(): void {
    this.#process.stdin.end();
  }
}
