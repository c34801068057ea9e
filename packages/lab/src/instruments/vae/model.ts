/** A training of the little autoencoder, up to one of its moments, and the code that is painted from. */
export type Vae = {
  /** What a nat of code costs, against one nat of what is left to be told. */
  readonly beta: number;
  /** Of the first weights, the batches and the draws. */
  readonly seed: number;
  /** At which moment it is shown; `stride` steps lie between two. */
  readonly moment: number;
  readonly z: readonly [number, number];
};

export const stride = 20;
export const mostMoments = 40;
export const seeds = 2 ** 32;
export const betas = [0.25, 1, 4, 8, 16] as const;

/** How far from 0 either number of a code can be put. */
export const reach = { low: -3, high: 3, step: 0.1 } as const;

/** Another β or seed is another training, from nothing. */
export function set(state: Vae, setting: Partial<Pick<Vae, "beta" | "seed">>): Vae {
  return { ...state, ...setting, moment: 0 };
}

export function goTo(state: Vae, moment: number): Vae {
  return { ...state, moment: Math.min(mostMoments, Math.max(0, moment)) };
}

export function put(state: Vae, [a, b]: readonly [number, number]): Vae {
  const kept = (x: number) => Math.round(Math.min(reach.high, Math.max(reach.low, x)) * 100) / 100;
  return { ...state, z: [kept(a), kept(b)] };
}

/** Trainings of one name go through the same moments. */
export function nameOf({ beta, seed }: Vae): string {
  return [beta, seed].join();
}
