import { setImmediate } from "node:timers/promises";

const codes = { SIGINT: 130, SIGTERM: 143 } as const;
let holders = 0;

function end(signal: keyof typeof codes): void {
  process.exit(codes[signal]);
}

/**
 * From now on Ctrl-C and SIGTERM wait until no code of ours runs, and what stands at "exit" is done: for as long as there is something to clean up, or to say. Otherwise they end the process at
 * once, whatever it computes: a handler would not be heard before that is done.
 *
 * @returns What to call when that is over.
 */
export function heedSignals(): () => Promise<void> {
  if (holders++ === 0) for (const signal of Object.keys(codes)) process.on(signal, end);
  return async () => {
    // One that has come by now is heard.
    await setImmediate();
    if (--holders === 0) for (const signal of Object.keys(codes)) process.removeListener(signal, end);
  };
}
