const steps = [1, 2, 2.5, 5, 10];

/**
 * Round numbers inside [low, high], evenly apart by 1, 2, 2.5 or 5 times a power of ten: at most `count`, with the smallest such
 * step that allows it.
 *
 * @throws RangeError unless low < high, both finite, and count ≥ 2.
 */
export function ticks(low: number, high: number, count: number): number[] {
  if (!(low < high && Number.isFinite(high - low))) {
    throw new RangeError(`ticks: interval is [${low}, ${high}], expected low < high, both finite`);
  }
  if (!(count >= 2)) throw new RangeError(`ticks: count is ${count}, expected at least 2`);
  const rough = (high - low) / (count - 1);
  const exponent = Math.floor(Math.log10(rough));
  const multiple = steps.find((step) => step * 10 ** exponent >= rough * (1 - 1e-12)) ?? 10;
  // A whole number of steps times an integer power of ten rounds once, so 3·0.1 comes out as 0.3.
  const at = (index: number) =>
    exponent < 0 ? (index * multiple) / 10 ** -exponent : index * multiple * 10 ** exponent;
  const step = at(1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => at(first + index));
}
