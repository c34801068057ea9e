import type { Unit } from "@surprisal/core";

/** The units a reader can choose, in the order they are offered. */
export const units: readonly Unit[] = ["bits", "nats", "bans"];

/** A value that can be read, set and followed. `subscribe` calls at once with the present value, as Svelte's stores do. */
export type Store<T> = {
  get(): T;
  set(value: T): void;
  /** Sets the value for this visit only; what cannot be one is ignored. */
  lend(value: string | undefined): void;
  subscribe(run: (value: T) => void): () => void;
};

/** The little of `localStorage` that is used; absent where storage is refused. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** A choice kept under a key: what is not among the choices is the first of them. */
export function createChoice<T extends string>(key: string, choices: readonly T[], shelf?: Shelf): Store<T> {
  const read = (text: string | null | undefined) => choices.find((choice) => choice === text) ?? choices[0]!;
  const followers = new Set<(value: T) => void>();
  let value = read(shelf?.getItem(key));
  const tell = (next: T) => {
    if (next === value) return;
    value = next;
    for (const run of followers) run(value);
  };
  return {
    get: () => value,
    set(next) {
      shelf?.setItem(key, next);
      tell(next);
    },
    lend(next) {
      tell(choices.find((choice) => choice === next) ?? value);
    },
    subscribe(run) {
      run(value);
      followers.add(run);
      return () => followers.delete(run);
    },
  };
}

/** The unit every figure shows its numbers in; shared by all islands of a page and kept between visits. */
export const unit: Store<Unit> = createChoice("surprisal-unit", units, localShelf());

/** `localStorage`, unless there is none (at build) or the browser refuses it (private modes throw on access or on writing). */
function localShelf(): Shelf | undefined {
  try {
    const storage = globalThis.window?.localStorage;
    if (!storage) return undefined;
    storage.setItem("surprisal-probe", "1");
    storage.removeItem("surprisal-probe");
    return storage;
  } catch {
    return undefined;
  }
}
