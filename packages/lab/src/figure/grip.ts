import type { Phase } from "../marks/DraggableBars.svelte";
import type { Session } from "./session.svelte.ts";

/**
 * Remembers the state a mark was taken hold of in. A hand that lets go and takes the same mark again, with nothing changed in between,
 * goes on from that state, so that the way back leads back.
 *
 * @returns To be called with each phase of a drag; calls back with the state at the start of it, once it moves.
 */
export function gripOn<State>(session: Session<State>) {
  let held: { mark: string; from: State; result: State } | undefined;
  return (mark: string, phase: Phase, run: (from: State) => void): void => {
    if (phase === "start") {
      const goesOn = held?.mark === mark && held.result === session.settled;
      if (!goesOn) held = { mark, from: session.state, result: session.state };
      return;
    }
    run(held?.from ?? session.settled);
    if (held) held = { ...held, result: session.settled };
  };
}
