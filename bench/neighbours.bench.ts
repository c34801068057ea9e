/**
 * Mutual information of two normal numbers from 100 000 observations, by Kraskov's first estimate with k = 3: `ksgInformation` against scikit-learn's
 * `mutual_info_regression`, both on one thread and from two columns in memory. Goal: at least twice as fast. And once from a million observations, with the memory it takes.
 */
import { spawnSync } from "node:child_process";
import { createRng, ksgInformation, type Rng, standardNormal } from "@surprisal/core";
import { type Contestant, compare, local } from "./compare.ts";
import { LineProcess } from "./lineProcess.ts";

const k = 3;
const program = `
import sys, time
import numpy as np
from sklearn.feature_selection import mutual_info_regression
n = int(sys.argv[1])
x, y = (np.frombuffer(sys.stdin.buffer.read(8 * n)) for _ in range(2))
for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(int(line)): value = mutual_info_regression(x[:, None], y, n_neighbors=${k}, random_state=0)[0]
    print(time.perf_counter() - start, repr(float(value)), flush=True)
`;

export default async function (): Promise<void> {
  const rng = createRng(2026);
  const written = writtenOut(...sample(1500, rng));
  const checked = ksgInformation(...sample(1500, createRng(2026)), { k, standardize: false });
  if (!(Math.abs(checked - written) < 1e-11))
    throw new Error(`neighbours: ours is ${checked}, all distances give ${written}`);

  const [x, y] = sample(100_000, rng);
  const python = startPeer(x, y);
  if (!python) console.log("  scikit-learn: absent, so no ratio to it (python3 -m pip install scikit-learn)");
  const exact = ksgInformation(x, y, { k });
  const contestants = [local("ksgInformation", 0, () => ksgInformation(x, y, { k }))];
  if (python) contestants.push(peer(python));
  // It adds noise of 1e-10 to its columns, which moves a few neighbours.
  const within = { ours: 0, theirs: 1e-3 };
  const reached = await compare("I(X;Y) of 100,000 pairs", exact, contestants, { rounds: 9, rng, within });
  python?.stop();
  if (!reached) process.exitCode = 1;
  million(rng);
}

function sample(n: number, rng: Rng): [Float64Array, Float64Array] {
  const x = Float64Array.from({ length: n }, () => standardNormal(rng));
  return [x, x.map((t) => 0.6 * t + 0.8 * standardNormal(rng))];
}

/** The estimate from all distances and all counts, as its definition has it. */
function writtenOut(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const harmonic = new Float64Array(n + 1);
  for (let i = 1; i <= n; i++) harmonic[i] = harmonic[i - 1]! + 1 / i;
  // ψ(m) is the sum of 1/i below m, less a constant that cancels.
  const psi = (m: number) => harmonic[m - 1]!;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x.map((t) => Math.abs(t - x[i]!)), y.map((t) => Math.abs(t - y[i]!))];
    const radius = dx.map((d, j) => Math.max(d, dy[j]!)).sort()[k]!;
    const nearer = (distances: Float64Array) => distances.reduce((m, d) => (d < radius ? m + 1 : m), 0);
    sum += psi(nearer(dx)) + psi(nearer(dy));
  }
  return psi(k) + psi(n) - sum / n;
}

function startPeer(x: Float64Array, y: Float64Array): LineProcess | undefined {
  if (spawnSync("python3", ["-c", "import sklearn"]).status !== 0) return undefined;
  const oneThread = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const python = new LineProcess("python3", ["-c", program, String(x.length)], oneThread);
  for (const column of [x, y]) python.send(new Uint8Array(column.buffer));
  return python;
}

function peer(python: LineProcess): Contestant {
  return {
    name: "scikit-learn mutual_info_regression",
    goal: 2,
    async run(calls) {
      const [seconds, value] = (await python.ask(String(calls))).split(" ").map(Number);
      return { seconds: seconds!, value: value! };
    },
  };
}

function million(rng: Rng): void {
  const [x, y] = sample(1_000_000, rng);
  const before = process.memoryUsage().arrayBuffers;
  const start = performance.now();
  const value = ksgInformation(x, y, { k });
  const seconds = (performance.now() - start) / 1000;
  const bytes = (process.memoryUsage().arrayBuffers - before) / x.length;
  console.log(
    `  of a million pairs: ${value.toFixed(4)} nats in ${seconds.toFixed(2)} s, at most ${bytes.toFixed(0)} bytes a pair`,
  );
}
