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
