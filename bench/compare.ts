import { setTimeout } from "node:timers/promises";
import type { Rng } from "@surprisal/core";

/** One way to compute the same number. */
export type Contestant = {
  readonly name: string;
  /** How many times slower than ours it has to be; 0 for those we set no goal against. */
  readonly goal: number;
  /** False for one that does not compute the number but a bound to it, such as reading what it is computed from. */
  readonly answers?: boolean;
  /** Computes the number `calls` times. */
  run(calls: number): Promise<Timing> | Timing;
};

/** What a run gave, and how long it took. */
export type Timing = { readonly value: number; readonly seconds: number };

/** A contestant of this process. */
export function local(name: string, goal: number, compute: () => number): Contestant {
  return {
    name,
    goal,
    run(calls) {
      let value = 0;
      const start = performance.now();
      for (let i = 0; i < calls; i++) value = compute();
      return { value, seconds: (performance.now() - start) / 1000 };
    },
  };
}

/** Milliseconds before each run: threads of a peer that has answered wait for more work in a loop, and would take a processor from who comes next. */
const rest = 500;

type Plan = {
  readonly rounds: number;
  readonly rng: Rng;
  /** How far an answer may be off, relatively. */
  readonly within?: { readonly ours: number; readonly theirs: number };
};

/**
 * Times contestants in interleaved rounds, each round in another order, and prints medians and ratios to the first contestant, ours. No wrong
 * answer is timed: ours must be within 1e-14 of `exact`, relatively, and a peer within 1e-9 or it is left out (unless told otherwise).
 *
 * @returns Whether every goal was reached.
 */
export async function compare(
  title: string,
  exact: number,
  contestants: readonly Contestant[],
  { rounds, rng, within = { ours: 1e-14, theirs: 1e-9 } }: Plan,
): Promise<boolean> {
  const [ours] = contestants;
  const entries: Entry[] = [];
  for (const contestant of contestants) {
    const { value, calls } = await warmUp(contestant);
    const error = Math.abs(value - exact) / exact;
    if (contestant === ours && !(error <= within.ours))
      throw new Error(`${title}: ours is ${value}, expected ${exact} within ${within.ours}`);
    if (error <= within.theirs || contestant.answers === false)
      entries.push({ contestant, calls, times: [] });
    else console.log(`  ${contestant.name}: left out, its answer is ${value}, not ${exact}`);
  }

  for (let round = 0; round < rounds; round++)
    for (const { contestant, calls, times } of shuffled(entries, rng)) {
      await setTimeout(rest);
      times.push((await contestant.run(calls)).seconds / calls);
    }

  const ourTime = median(entries[0]!.times);
  console.log(`  ${title}`);
  const reached = entries.map(({ contestant: { name, goal }, times }) => {
    const time = median(times);
    const ratio = time / ourTime;
    const verdict = goal === 0 ? "" : `goal ${goal}${ratio < goal ? ", MISSED" : ""}`;
    console.log(
      `    ${name.padEnd(44)}${duration(time)}  ${ratio.toFixed(2).padStart(8)} ×  ${verdict}`.trimEnd(),
    );
    return ratio >= goal;
  });
  return reached.every(Boolean);
}

type Entry = { readonly contestant: Contestant; readonly calls: number; readonly times: number[] };

/** Lets compilers do their work, and finds how many calls take 20 ms. */
async function warmUp(contestant: Contestant): Promise<{ value: number; calls: number }> {
  for (let calls = 1; ; calls *= 2) {
    const { value, seconds } = await contestant.run(calls);
    if (seconds >= 0.02) return { value, calls };
  }
}

function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  return items
    .map((item) => ({ item, key: rng.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function duration(seconds: number): string {
  return seconds >= 1e-4
    ? `${(seconds * 1e3).toFixed(2).padStart(9)} ms`
    : `${(seconds * 1e6).toFixed(2).padStart(9)} µs`;
}
