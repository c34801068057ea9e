import type { Rng } from "@surprisal/core";

/** One way to compute the same number. */
export type Contestant = {
  readonly name: string;
  /** How many times slower than ours it has to be; 0 for those we set no goal against. */
  readonly goal: number;
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

/**
 * Times contestants in interleaved rounds, each round in another order, and prints medians and ratios to the first contestant, ours. No wrong
 * answer is timed: ours must be within 1e-14 of `exact`, relatively, and a peer within 1e-9 or it is left out.
 *
 * @param options.calls Calls per round, for quick functions.
 * @returns Whether every goal was reached.
 */
export async function compare(
  title: string,
  exact: number,
  contestants: readonly Contestant[],
  { rounds, calls, rng }: { rounds: number; calls: number; rng: Rng },
): Promise<boolean> {
  const [ours] = contestants;
  const fit: Contestant[] = [];
  for (const contestant of contestants) {
    const value = await warmUp(contestant, calls);
    const error = Math.abs(value - exact) / exact;
    if (contestant === ours && !(error <= 1e-14))
      throw new Error(`${title}: ours is ${value}, expected ${exact} within 1e-14`);
    if (error <= 1e-9) fit.push(contestant);
    else console.log(`  ${contestant.name}: left out, its answer is ${value}, not ${exact}`);
  }

  const times = new Map(fit.map((contestant) => [contestant, [] as number[]]));
  for (let round = 0; round < rounds; round++)
    for (const contestant of shuffled(fit, rng))
      times.get(contestant)!.push((await contestant.run(calls)).seconds / calls);

  const ourTime = median(times.get(ours!)!);
  console.log(`  ${title}`);
  const reached = fit.map((contestant) => {
    const time = median(times.get(contestant)!);
    const ratio = time / ourTime;
    const verdict =
      contestant.goal === 0 ? "" : `goal ${contestant.goal}${ratio < contestant.goal ? ", MISSED" : ""}`;
    console.log(
      `    ${contestant.name.padEnd(44)}${duration(time)}  ${ratio.toFixed(2).padStart(8)} ×  ${verdict}`.trimEnd(),
    );
    return ratio >= contestant.goal;
  });
  return reached.every(Boolean);
}

/** Lets compilers do their work before anything is timed. @returns The contestant's answer. */
async function warmUp(contestant: Contestant, calls: number): Promise<number> {
  let spent = 0;
  for (;;) {
    const { value, seconds } = await contestant.run(calls);
    spent += seconds;
    if (spent > 0.1) return value;
  }
}

function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  return items
    .map((item) => ({ item, key: rng.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function duration(seconds: number): string {
  return seconds >= 1e-4
    ? `${(seconds * 1e3).toFixed(2).padStart(9)} ms`
    : `${(seconds * 1e6).toFixed(2).padStart(9)} µs`;
}
