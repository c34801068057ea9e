import type { Unit } from "@surprisal/core";
import { type Store, unit, units } from "../preferences.ts";

/**
 * A unit that opens as the figure's own, unless the reader has a preference that is not the usual one, and from then on is the unit of all.
 * Choosing it chooses for the whole Lab.
 */
export function ownUnit(opening: Unit, shared: Store<Unit> = unit): Store<Unit> {
  const followers = new Set<(value: Unit) => void>();
  let value = shared.get() === units[0] ? opening : shared.get();
  let heard = false;
  const tell = (next: Unit) => {
    if (next === value) return;
    value = next;
    for (const run of followers) run(value);
  };
  shared.subscribe((next) => {
    if (heard) tell(next);
    heard = true;
  });
  return {
    get: () => value,
    set(next) {
      shared.set(next);
      tell(next);
    },
    lend(next) {
      shared.lend(next);
      tell(units.find((one) => one === next) ?? value);
    },
    subscribe(run) {
      run(value);
      followers.add(run);
      return () => followers.delete(run);
    },
  };
}
