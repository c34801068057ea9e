const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const infinity = /^[+-]?(inf|infinity|∞)$/i;

/** The number meant by a text such as `-3`, `0.2`, `1e-6` or `inf`; `undefined` when it is none. */
export function parseNumber(text: string): number | undefined {
  if (infinity.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return decimal.test(text) ? Number(text) : undefined;
}

/** The numbers meant by a list such as `0.2,1,inf`; `undefined` unless every entry is one and passes `allowed`. */
export function parseNumbers(text: string, allowed: (value: number) => boolean): number[] | undefined {
  const values = text.split(",").map(parseNumber);
  return values.every((value) => value !== undefined && allowed(value)) ? (values as number[]) : undefined;
}

/** A number as people read it: ten decimals or `digits` significant digits, no padding zeros, ∞ by its sign. */
export function written(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "-∞";
  if (digits !== undefined) return String(Number(value.toPrecision(digits)));
  const small = Math.abs(value) < 1e-3;
  return String(Number(small ? value.toPrecision(10) : value.toFixed(10)));
}

/**
 * Numbers that stand under one another, with the same decimals wherever that leaves a number its digits; those that are too small or too large
 * for it are written as {@link written} does. Zeros that all of them end with are left out, and a bare 0 is exactly 0.
 *
 * @param digits Significant digits of the largest; ten decimals without it.
 */
export function writtenAlike(values: readonly number[], digits?: number): string[] {
  const decimals = digits === undefined ? 10 : decimalsOf(values, digits);
  const least = digits === undefined ? 1e-3 : 10 ** (Math.ceil(digits / 2) - 1 - decimals);
  const greatest = digits === undefined ? 1e5 : 1e12;
  const isAlike = (value: number) => Math.abs(value) >= least && Math.abs(value) < greatest;
  const texts = values.map((value) => (isAlike(value) ? value.toFixed(decimals) : written(value, digits)));
  const spare = values.reduce(
    (zeros, value, i) => (isAlike(value) ? Math.min(zeros, /0*$/.exec(texts[i]!)![0].length) : zeros),
    decimals,
  );
  const cut = spare === decimals && decimals > 0 ? spare + 1 : spare;
  return texts.map((text, i) => (isAlike(values[i]!) && cut > 0 ? text.slice(0, -cut) : text));
}

function decimalsOf(values: readonly number[], digits: number): number {
  const most = values.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  const exponent = most === 0 ? 0 : Math.floor(Math.log10(Number(most.toPrecision(digits))));
  return Math.min(digits + 2, Math.max(0, digits - 1 - exponent));
}

/** `1 bit`, `2 bits`, `1 outcome`: a number as written, and a unit in the plural, which loses its s beside a 1. */
export function counted(text: string, unit: string): string {
  return `${text} ${/^ *-?1$/.test(text) ? unit.replace(/s$/, "") : unit}`;
}
