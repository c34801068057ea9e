import { expect, test } from "vitest";
import { widen } from "../../src/kernels/widen.ts";

test("every half is what its bits say", () => {
  const all = Uint16Array.from({ length: 65536 }, (_, bits) => bits);
  widen("f16", all).forEach((value, bits) => {
    const sign = bits >> 15 ? -1 : 1;
    const exponent = (bits >> 10) & 31;
    const fraction = (bits & 1023) / 1024;
    const expected =
      exponent === 0
        ? fraction * 2 ** -14
        : exponent < 31
          ? (1 + fraction) * 2 ** (exponent - 15)
          : fraction === 0
            ? Infinity
            : Number.NaN;
    expect(Object.is(value, sign * expected), `${bits}`).toBe(true);
  });
});

test("a bfloat is the upper half of a single", () => {
  expect([...widen("bf16", Uint16Array.of(0x3f80, 0xc000, 0x0000, 0x8000, 0xff80, 0x7fc0, 0x4049))]).toEqual([
    1,
    -2,
    0,
    -0,
    -Infinity,
    Number.NaN,
    3.140625,
  ]);
});

test("singles stay as they are", () => {
  const x = Float32Array.of(1, 2);
  expect(widen("f32", x)).toBe(x);
});
