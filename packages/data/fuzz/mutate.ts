import type { Rng } from "@surprisal/core";

const odd = [0, 1, 2, 0x7f, 0x80, 0xff];
const oddCharacters = [...new TextEncoder().encode('"\\,-.:[]{}0e\n')];
const oddNumbers = [0n, 1n, -1n, 2n ** 15n, 2n ** 31n - 1n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 53n, 2n ** 62n];
const oddTexts = [
  "null",
  "NaN",
  "-Infinity",
  "1e999",
  "-1e-999",
  "-9999.0",
  "99999999999999999999",
  "-1",
  "0.5",
  "true",
  '""',
  '"\\ud800"',
  "[]",
  "{}",
  "[[",
  '{"a":',
];

/**
 * A copy of the bytes with one to four things done to it that happen to files, or that an enemy does to them. Text mostly stays text: what is not
 * UTF-8 goes no further than the decoder.
 */
export function mutate(bytes: Uint8Array, others: readonly Uint8Array[], rng: Rng): Uint8Array {
  const below = (n: number) => Math.floor(rng.next() * n);
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const anywhere: ((x: Uint8Array) => Uint8Array)[] = [
    (x) => with1(x, below(x.length), (byte) => byte ^ (1 << below(8))),
    (x) => with1(x, below(Math.min(x.length, 64)), () => oneOf(odd)),
    (x) => written(x, below(x.length), oneOf(oddNumbers), oneOf([2, 4, 8])),
    (x) => written(x, below(Math.min(x.length, 64)), BigInt(x.length - 4 + below(9)), oneOf([2, 4, 8])),
  ];
  const inText: ((x: Uint8Array) => Uint8Array)[] = [
    (x) => with1(x, below(x.length), (byte) => byte ^ (1 << below(5))),
    (x) => with1(x, below(x.length), () => oneOf(oddCharacters)),
    (x) => x.slice(0, below(x.length)),
    (x) => spliced(x, below(x.length), below(16), new Uint8Array(0)),
    (x) => spliced(x, below(x.length), 0, stretch(x, below)),
    (x) => spliced(x, below(x.length), below(64), stretch(oneOf(others), below)),
    (x) => withText(x, below, oneOf(oddTexts)),
    (x) => withText(x, below, oneOf(oddTexts)),
  ];
  const isText = bytes.length > 0 && bytes.every((byte) => byte >= 0x09);
  const ways = isText && below(20) > 0 ? inText : [...anywhere, ...inText];
  let mutated: Uint8Array = bytes.slice();
  for (let i = below(2) * below(4); i >= 0 && mutated.length > 0; i--) mutated = oneOf(ways)(mutated);
  return mutated;
}

type Below = (n: number) => number;

function with1(x: Uint8Array, at: number, change: (byte: number) => number): Uint8Array {
  x[at] = change(x[at]!);
  return x;
}

function written(x: Uint8Array, at: number, value: bigint, width: number): Uint8Array {
  for (let i = 0; i < width && at + i < x.length; i++) x[at + i] = Number((value >> BigInt(8 * i)) & 255n);
  return x;
}

function spliced(x: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  const rest = x.subarray(at + removed);
  const result = new Uint8Array(at + added.length + rest.length);
  result.set(x.subarray(0, at));
  result.set(added, at);
  result.set(rest, at + added.length);
  return result;
}

function stretch(x: Uint8Array, below: Below): Uint8Array {
  const start = below(x.length);
  return x.slice(start, start + below(64));
}

// In the place of a number, or of a text in quotes.
function withText(x: Uint8Array, below: Below, text: string): Uint8Array {
  const start = below(x.length);
  const isDigit = (i: number) => x[i]! >= 0x30 && x[i]! <= 0x39;
  let at = start;
  while (at < x.length && !isDigit(at) && x[at] !== 0x22) at++;
  if (at === x.length) return x;
  let end = at + 1;
  if (x[at] === 0x22) end = x.indexOf(0x22, end) + 1 || x.length;
  else while (end < x.length && isDigit(end)) end++;
  return spliced(x, at, end - at, new TextEncoder().encode(text));
}
