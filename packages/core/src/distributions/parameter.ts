/** A parameter of a distribution, checked to be a finite number. */
export function expectFinite(where: string, name: string, value: number): void {
  if (typeof value !== "number")
    throw new TypeError(`${where}: ${name} is ${typeof value}, expected a number`);
  if (!Number.isFinite(value))
    throw new RangeError(`${where}: ${name} is ${value}, expected a finite number`);
}

/** A scale of a distribution, checked to be a finite number above zero. */
export function expectPositive(where: string, name: string, value: number): void {
  expectFinite(where, name, value);
  if (!(value > 0)) throw new RangeError(`${where}: ${name} is ${value}, expected a number above 0`);
}

/** Whether a parameter is a number in [low, high]; what only looks like one (`"1"`) would compare well and compute badly. */
export function isWithin(value: number, low: number, high: number): boolean {
  return typeof value === "number" && value >= low && value <= high;
}
