import type { Call, Reply, Run } from "./run.ts";

/** For how long moments are gathered before they are told, in milliseconds: less than a frame. */
const gathering = 12;

/**
 * Answers, in a worker, with the moments of the run that was asked for last, as far as it was asked for.
 *
 * @param create Begins the run of a name.
 */
export function serve<Ground, Moment>(create: (name: string) => Run<Ground, Moment>): void {
  let asked: Call;
  let current: { readonly name: string; readonly run: Run<Ground, Moment>; done: number } | undefined;
  let isBusy = false;

  addEventListener("message", ({ data }: MessageEvent<Call>) => {
    if (data.name === undefined) return;
    asked = data;
    if (!isBusy) void work();
  });

  async function work(): Promise<void> {
    isBusy = true;
    while (current?.name !== asked.name || current.done <= asked.upTo) {
      const { name, upTo } = asked;
      if (current?.name !== name) current = { name, run: create(name), done: 0 };
      const first = current.done;
      const moments: Moment[] = [];
      const end = performance.now() + gathering;
      do moments.push(current.run.next());
      while (first + moments.length <= upTo && performance.now() < end);
      current.done += moments.length;
      postMessage({ name, first, ground: current.run.ground, moments } satisfies Reply<Ground, Moment>);
      // What was asked in the meantime is heard between two replies.
      await new Promise((resolve) => setTimeout(resolve));
    }
    isBusy = false;
  }
}
