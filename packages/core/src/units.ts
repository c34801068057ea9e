/** A quantity of information in natural units. Every function of this library computes in nats. */
export type Nats = number;

/** The units a quantity of information can be shown in: base 2, base e and base 10. */
export type Unit = "bits" | "nats" | "bans";

const natsPer: Record<Unit, number> = { bits: Math.LN2, nats: 1, bans: Math.LN10 };

/**
 * A quantity in nats, expressed in another unit.
 *
 * @param nats A quantity of information; ±∞ stays ±∞.
 * @param unit "bits" (1 bit = ln 2 nats), "nats" or "bans" (1 ban = ln 10 nats).
 * @returns The same quantity in `unit`. Relative rounding error at most 2⁻⁵².
 * @throws RangeError if the unit is none of the three.
 * @example inUnit(Math.log(8), "bits") // 3
 */
export function inUnit(nats: Nats, unit: Unit): number {
  return nats / size("inUnit", unit);
}

/**
 * A quantity given in some unit, in nats.
 *
 * @throws RangeError if the unit is none of the three.
 * @example fromUnit(3, "bits") // 2.0794415416798357
 */
export function fromUnit(value: number, unit: Unit): Nats {
  return value * size("fromUnit", unit);
}

function size(where: string, unit: Unit): Nats {
  const nats = natsPer[unit];
  if (typeof nats !== "number")
    throw new RangeError(`${where}: unit is ${unit}, expected "bits", "nats" or "bans"`);
  return nats;
}
