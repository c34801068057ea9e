/** 0 as often as the first says, then 1, and so on: the number of the sequence of each token. */
export function numbered(lengths: Int32Array): Int32Array {
  const numbers = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
  let start = 0;
  for (const [number, length] of lengths.entries()) {
    numbers.fill(number, start, start + length);
    start += length;
  }
  return numbers;
}
