import { type ChildProcessByStdio, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Contestant, Timing } from "./compare.ts";

const program = `
import sys, time
import numpy as np
from scipy import special, stats
from scipy.spatial import distance
p, q = (np.fromfile(path) for path in sys.argv[1:])
for line in sys.stdin:
    calls, expression = line.split(" ", 1)
    run = eval("lambda: " + expression)
    start = time.perf_counter()
    for _ in range(int(calls)): value = run()
    print(time.perf_counter() - start, repr(float(value)), flush=True)
`;

/** A Python process that holds p and q and times expressions of SciPy, named `special`, `stats` and `distance`. */
export class Scipy {
  readonly #folder = mkdtempSync(join(tmpdir(), "surprisal-bench-"));
  readonly #python: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;

  private constructor(p: Float64Array, q: Float64Array) {
    const paths = Object.entries({ p, q }).map(([name, values]) => {
      writeFileSync(join(this.#folder, name), values);
      return join(this.#folder, name);
    });
    this.#python = spawn("python3", ["-c", program, ...paths], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface(this.#python.stdout)[Symbol.asyncIterator]();
  }

  /** @returns Nothing where Python or SciPy is absent. */
  static start(p: Float64Array, q: Float64Array): Scipy | undefined {
    return spawnSync("python3", ["-c", "import scipy"]).status === 0 ? new Scipy(p, q) : undefined;
  }

  contestant(name: string, expression: string, goal: number): Contestant {
    return { name, goal, run: (calls) => this.#time(expression, calls) };
  }

  async #time(expression: string, calls: number): Promise<Timing> {
    this.#python.stdin.write(`${calls} ${expression}\n`);
    const { value: answer } = await this.#answers.next();
    const [seconds, value] = (answer as string).split(" ").map(Number);
    return { seconds: seconds!, value: value! };
  }

  stop(): void {
    this.#python.stdin.end();
    rmSync(this.#folder, { recursive: true });
  }
}
