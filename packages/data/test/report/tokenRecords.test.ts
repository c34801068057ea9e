import Papa from "papaparse";
import { expect, test } from "vitest";
import { tokenCsv, tokenJson } from "../../src/report/tokenRecords.ts";
import { tableOf } from "./tables.ts";

const table = tableOf(
  { surprise: [Number.NaN, 1 / 3, Infinity], rank: [-1, 1, 2] },
  { surprise: [Number.NaN, 0.25, 2] },
  {
    text: ['a,"b"\r\n', undefined, "=1+1"],
    target: Int32Array.of(5, 6, 7),
    forwardKl: Float64Array.of(0, 1e-300, Infinity),
  },
);

test("CSV reads back to the same texts and the same doubles; what is not known is empty", () => {
  const { data, errors } = Papa.parse<Record<string, string>>(tokenCsv(table), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data.map(({ text }) => text)).toEqual(['a,"b"\r\n', "", "=1+1"]);
  expect(data.map(({ surpriseP }) => surpriseP)).toEqual(["", String(1 / 3), "Infinity"]);
  expect(data.map(({ forwardKl }) => Number(forwardKl))).toEqual([0, 1e-300, Infinity]);
});

test("JSON has an object a token, ∞ as text, and leaves out what is not known", () => {
  const [first, second, third] = JSON.parse(tokenJson(table));
  expect(first).toMatchObject({ sequence: 0, position: 0, target: 5, text: 'a,"b"\r\n', forwardKl: 0 });
  expect("surpriseP" in first).toBe(false);
  expect([second.surpriseP, second.text, third.surpriseP]).toEqual([1 / 3, undefined, "Infinity"]);
});
