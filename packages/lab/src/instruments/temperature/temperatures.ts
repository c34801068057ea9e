const steps = 52;
const [coldest, hottest] = [0.05, 5];
const halfStep = hottest ** (0.5 / steps) - 1;
const round = [0.1, 0.2, 0.5, 1.5, 2, 3];

/** Three digits of a temperature, or the round number it is all but equal to. */
function rounded(t: number): number {
  return round.find((near) => Math.abs(t / near - 1) < halfStep) ?? Number(t.toPrecision(3));
}

/**
 * The stops of the temperature slider, from 0.05 to 5: even on a logarithmic scale on each side of 1, which is in the middle, with the
 * round numbers among them.
 */
export const temperatures: readonly number[] = [
  ...Array.from({ length: steps }, (_, i) => rounded(coldest ** (1 - i / steps))),
  ...Array.from({ length: steps + 1 }, (_, i) => rounded(hottest ** (i / steps))),
];

/** The stops of the other three sliders; the first of each cuts nothing. */
export const masses: readonly number[] = [1, 0.99, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];
export const ratios: readonly number[] = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1];
