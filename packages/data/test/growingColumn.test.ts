import { expect, test } from "vitest";
import { GrowingColumn } from "../src/growingColumn.ts";

test.each([0, 1, 1023, 1024, 1025, 100_000])("%i numbers come out as they went in", (count) => {
  const numbers = Array.from({ length: count }, (_, i) => (i % 255) - 128);
  for (const make of [Float64Array, Int32Array, Int8Array]) {
    const column = new GrowingColumn<Float64Array | Int32Array | Int8Array>(make);
    const expected = new make(numbers);
    for (const value of numbers) column.push(value);
    expect(column.length).toBe(count);
    expect(column.whole()).toEqual(expected);
  }
});

test("what is taken stays as it is while more comes", () => {
  const column = new GrowingColumn(Float64Array);
  column.push(Number.NaN);
  const taken = column.whole();
  column.push(2);
  expect([taken, column.whole()]).toEqual([Float64Array.of(Number.NaN), Float64Array.of(Number.NaN, 2)]);
});

test.each([0, -0, Number.NaN, Infinity])("of %d alone, and of another that comes later", (same) => {
  const column = new GrowingColumn(Float64Array);
  const numbers: number[] = new Array(3000).fill(same);
  for (const value of numbers) column.push(value);
  expect(column.whole()).toEqual(Float64Array.from(numbers));
  for (const value of [-0, 0, 7]) {
    column.push(value);
    numbers.push(value);
    expect(column.whole()).toEqual(Float64Array.from(numbers));
  }
});
