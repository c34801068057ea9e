import { createRng, measureRows, type Rows, scoreTable, tokenTable } from "@surprisal/core";
import { alternativeLines } from "@surprisal/data/report";
import { expect, test } from "vitest";

test("a line for each token that could have come, P's before Q's, in the order of the text", () => {
  const scores = ["a", ' "b",'].map((text) => ({ text, logProbability: -1, top: [] }));
  const alone = scoreTable([{ name: "one", scores }]);
  const table = { ...alone, q: alone.p };
  const lines = alternativeLines(
    table,
    new Map([
      [1, { p: [{ text: ' "b",', logProbability: -1 }], q: [{ text: "c", logProbability: -Infinity }] }],
      [0, { p: [{ text: "x", logProbability: -Math.LN2 }], q: [] }],
    ]),
    "bits",
  );
  expect([...lines]).toEqual([
    "sequence,name,position,text,model,alternative_text,alternative_surprise_bits,alternative_probability",
    "0,one,0,a,P,x,1,0.5",
    `0,one,1," ""b"",",P," ""b"",",${1 / Math.LN2},${Math.exp(-1)}`,
    `0,one,1," ""b"",",Q,c,Infinity,0`,
  ]);
});

test("of one model no model is named, and a token without a text stands by its number", () => {
  const rng = createRng(1);
  const rows: Rows = {
    format: "f32",
    vocabulary: 3,
    values: Float32Array.from({ length: 6 }, () => rng.next()),
  };
  const targets = Int32Array.of(2, 0);
  const table = tokenTable(measureRows(rows, { targets }), { targets });
  const lines = [...alternativeLines(table, new Map([[1, { p: [{ id: 2, logProbability: -1 }] }]]), "nats")];
  expect(lines).toEqual([
    "sequence,position,token,alternative,alternative_surprise_nats,alternative_probability",
    `0,1,0,2,1,${Math.exp(-1)}`,
  ]);
});
