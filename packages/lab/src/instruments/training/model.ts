/** A training of the little model, up to one of its moments. */
export type Training = {
  /** How many letters before the next one the model sees. */
  readonly memory: number;
  /** How far a step goes. */
  readonly rate: number;
  /** Of the first weights and of the batches. */
  readonly seed: number;
  /** At which moment it is shown; `stride` steps lie between two. */
  readonly moment: number;
};

export const stride = 20;
export const mostMoments = 200;
export const seeds = 2 ** 32;

/** What the controls offer. */
export const stops = {
  memory: [1, 2, 3],
  rate: [0.001, 0.003, 0.01, 0.03, 0.1],
} as const;

/** Another model or rate is another training, from nothing. */
export function set(state: Training, setting: Partial<Pick<Training, "memory" | "rate" | "seed">>): Training {
  return { ...state, ...setting, moment: 0 };
}

export function goTo(state: Training, moment: number): Training {
  return { ...state, moment: Math.min(mostMoments, Math.max(0, moment)) };
}
