import {
  aliasTable,
  arithmeticDecode,
  arithmeticEncode,
  createRng,
  crossEntropy,
  huffman,
  inUnit,
  normalize,
  type Probabilities,
  probabilities,
  selfInformation,
} from "@surprisal/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributions } from "../distributions.ts";

const even = probabilities([0.5, 0.5]);
const bent = probabilities([0.9, 0.1]);
const encode = (symbols: readonly number[], q: Probabilities) => arithmeticEncode(symbols, q).digits;
const bitsOf = (symbols: readonly number[], q: Probabilities) =>
  symbols.reduce((sum, symbol) => sum + inUnit(selfInformation(q[symbol]!), "bits"), 0);

/** A model and a message of what it allows. */
const messages = distributions.chain((q) => {
  const possible = [...q].flatMap((x, i) => (x > 0 ? [i] : []));
  return fc.tuple(fc.constant(q), fc.array(fc.constantFrom(...possible), { maxLength: 80 }));
});

test("every message comes back, whatever digits follow it", () => {
  fc.assert(
    fc.property(messages, fc.stringMatching(/^[01]*$/), ([q, symbols], rest) => {
      const digits = encode(symbols, q);
      expect(arithmeticDecode(digits, symbols.length, q)).toEqual(symbols);
      expect(arithmeticDecode(digits + rest, symbols.length, q)).toEqual(symbols);
    }),
  );
});

test("a message costs its surprise under the model, and at most two digits more", () => {
  fc.assert(
    fc.property(messages, ([q, symbols]) => {
      // The bound of the docstring, and 1e-9 for adding up at most 80 logarithms below 1000.
      const slack = symbols.length * (q.length + 4) * 2 ** -30 + 1e-9;
      expect(encode(symbols, q).length).toBeLessThanOrEqual(bitsOf(symbols, q) + 2 + slack);
    }),
  );
});

test("nor does it cost less, as long as the model is above the grid of weights", () => {
  const coarse = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 }).map(normalize);
  const drawn = fc.tuple(coarse, fc.array(fc.nat(), { maxLength: 200 }));
  fc.assert(
    fc.property(drawn, ([q, numbers]) => {
      const symbols = numbers.map((x) => x % q.length);
      // Weights are at most one too large: one in 2³¹·q, and no q is below 1 in 20 000.
      const slack = symbols.length * 20_000 * 2 ** -30;
      expect(encode(symbols, q).length).toBeGreaterThanOrEqual(bitsOf(symbols, q) - slack);
    }),
  );
});

test("digits once settled stay, whatever follows", () => {
  fc.assert(
    fc.property(messages, fc.nat(), ([q, symbols], at) => {
      const { digits, settled } = arithmeticEncode(symbols, q);
      expect(settled).toHaveLength(symbols.length);
      const kept = symbols.length === 0 ? 0 : at % symbols.length;
      const other = arithmeticEncode([...symbols.slice(0, kept + 1), ...symbols], q);
      expect(other.digits.slice(0, settled[kept] ?? 0)).toBe(digits.slice(0, settled[kept] ?? 0));
      expect([...settled]).toEqual([...settled].sort((a, b) => a - b));
    }),
  );
});

describe("what a digit buys", () => {
  test("a fair coin takes one digit a toss, and its digits are the tosses", () =>
    expect(encode([1, 0, 0, 1, 1, 1, 0, 1], even)).toBe("10011101"));
  test("with probabilities that are powers of two it is as short as Huffman's code", () => {
    const q = probabilities([0.5, 0.25, 0.125, 0.125]);
    const symbols = [0, 1, 2, 3, 0, 0, 3, 1];
    const words = huffman(q).words;
    // q·2³¹ is rounded by one weight in 2³¹, so that the last digits may differ by the two that end a message.
    const length = symbols.map((i) => words[i]).join("").length;
    expect(encode(symbols, q).length - length).toBeGreaterThanOrEqual(0);
    expect(encode(symbols, q).length - length).toBeLessThanOrEqual(2);
  });
  test("a message that could not be otherwise takes none", () => {
    expect(encode([], bent)).toBe("");
    expect(encode([1, 1, 1], probabilities([0, 1, 0]))).toBe("");
    expect(arithmeticDecode("", 3, probabilities([0, 1, 0]))).toEqual([1, 1, 1]);
  });
  test("ten thousand draws from P, told with the model Q, cost H(P, Q) each", () => {
    const p = normalize([5, 3, 2, 1]);
    const q = normalize([1, 2, 3, 5]);
    const [die, rng] = [aliasTable(p), createRng(3)];
    const symbols = Array.from({ length: 10_000 }, () => die.sample(rng));
    const mean = encode(symbols, q).length / symbols.length;
    // Five standard deviations of a mean of 10 000 surprises, none of which is above log₂ 11.
    expect(Math.abs(mean - inUnit(crossEntropy(p, q), "bits"))).toBeLessThan((5 * Math.log2(11)) / 2 / 100);
    expect(arithmeticDecode(encode(symbols, q), symbols.length, q)).toEqual(symbols);
  });
});

describe("what is refused, by name", () => {
  test.each([
    [[0, 2], "symbols[1] is 2, expected an outcome with q > 0 out of 2"],
    [[0.5], "symbols[0] is 0.5, expected an outcome with q > 0 out of 2"],
    [[-1], "symbols[0] is -1, expected an outcome with q > 0 out of 2"],
    [[Number.NaN], "symbols[0] is NaN, expected an outcome with q > 0 out of 2"],
  ])("%s", (symbols, message) =>
    expect(() => encode(symbols, bent)).toThrow(new RangeError(`arithmeticEncode: ${message}`)),
  );
  test("a symbol that the model rules out", () =>
    expect(() => encode([0, 1], probabilities([1, 0]))).toThrow("symbols[1] is 1, expected an outcome"));
  test("digits and counts that are none, and models of another kind", () => {
    expect(() => arithmeticDecode("0120", 1, bent)).toThrow(
      new RangeError("arithmeticDecode: digits[2] is 2, expected 0 or 1"),
    );
    for (const count of [-1, 1.5, Number.NaN, Infinity])
      expect(() => arithmeticDecode("01", count, bent)).toThrow(`count is ${count}, expected a whole number`);
    // @ts-expect-error a plain array has no kind
    expect(() => arithmeticEncode([0], [1])).toThrow(
      new TypeError("arithmeticEncode: q is a plain array, expected probabilities(…)"),
    );
  });
});
