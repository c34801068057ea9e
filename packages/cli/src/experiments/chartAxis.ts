/** Where numbers stand along an axis, and the few that are written at it. */
export interface ChartAxis {
  place(value: number): number;
  ticks: { place: number; text: string }[];
}

const mostTicks = 7;

/** An axis from `from` to `to`, in units of the picture, that holds all values. Zero is on it, unless it is logarithmic or far from all. */
export function axisOf(values: readonly number[], log: boolean, from: number, to: number): ChartAxis {
  const scaled = log ? values.map(Math.log10) : values;
  const [least, most] = [Math.min(...scaled), Math.max(...scaled)];
  const floor = !log && least > 0 && least < most / 2 ? 0 : least;
  const step = log
    ? Math.max(1, Math.ceil((most - floor) / mostTicks))
    : roundStep((most - floor) / mostTicks);
  const [low, high] = [Math.floor(floor / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step];
  const position = (value: number) => rounded(from + ((value - low) / (high - low || 1)) * (to - from));
  const count = Math.round((high - low) / step);
  const written = log && (low < -3 || high > 4) ? powerOfTen : log ? smallPower : plain;
  const ticks = Array.from({ length: count + 1 }, (_, k) => low + k * step).map((at) => ({
    place: position(at),
    text: written(at),
  }));
  return { place: (value) => position(log ? Math.log10(value) : value), ticks };
}

/** 1, 2 or 5 times a power of ten, no less than asked for. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least || 1));
  return [1, 2, 5, 10].map((digit) => digit * power).find((step) => step >= least * (1 - 1e-9))!;
}

/** Steps such as 0.1 add up to 0.30000000000000004. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12))).replace("-", "−");
}

function smallPower(exponent: number): string {
  return plain(10 ** exponent);
}

function powerOfTen(exponent: number): string {
  if (exponent === 0) return "1";
  const digits = [...String(exponent)].map((digit) => (digit === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]));
  return `10${digits.join("")}`;
}

function rounded(place: number): number {
  return Math.round(place * 10) / 10;
}
