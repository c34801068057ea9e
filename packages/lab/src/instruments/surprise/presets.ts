/** Events to try, by their probability. */
export const presets = { certain: 1, heads: 1 / 2, six: 1 / 6, thousand: 1 / 1000 } as const;

export const presetNames = Object.keys(presets) as (keyof typeof presets)[];
