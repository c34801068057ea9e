import { linearScale, type Scale } from "../../plot/scale.ts";

/** Room at the right end of the scale, where what is infinite stands. */
export const infiniteRoom = 36;

/**
 * The scale of energies across a chamber.
 *
 * @param end In bits.
 */
export function energyScale(end: number, width: number): Scale {
  return linearScale([0, end], [0, width - infiniteRoom]);
}

/** Where an amount in nats stands: on the scale, at its end, or, if it is infinite, beyond it. */
export function placeOf(nats: number, end: number, width: number): number {
  if (nats === Infinity) return width - infiniteRoom / 2;
  return energyScale(end, width)(Math.min(end, nats / Math.LN2));
}
