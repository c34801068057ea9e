/** Something that is computed moment by moment: what holds for all of it, and the next moment, from the first on. */
export type Run<Ground, Moment> = { readonly ground: Ground; readonly next: () => Moment };

/** A run as far as it is known: its moments are the same whenever it is made again. */
export type Progress<Ground, Moment> = { readonly ground: Ground; readonly moments: readonly Moment[] };

/** What the page asks of its worker: the run of a name, up to one of its moments. */
export type Call = { readonly name: string; readonly upTo: number };

/** What it is told: some more moments of a run, the first of them by its number from 0. */
export type Reply<Ground, Moment> = Progress<Ground, Moment> & {
  readonly name: string;
  readonly first: number;
};
