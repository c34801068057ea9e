import { expect, test } from "vitest";
import { parseAnswer } from "../../src/questions/answer.ts";

test.each([
  ["1.737", { value: 1.737 }],
  ["1,737 bits", { value: 1.737, unit: "bits" }],
  ["1.737bits", { value: 1.737, unit: "bits" }],
  ["1 bit", { value: 1, unit: "bits" }],
  ["ln(2) nats", { value: Math.LN2, unit: "nats" }],
  ["0,301 bans", { value: 0.301, unit: "bans" }],
  ["0.301 hartleys", { value: 0.301, unit: "bans" }],
  ["∞ bits", { value: Infinity, unit: "bits" }],
] as const)("parseAnswer reads %s", (text, answer) => expect(parseAnswer(text)).toEqual(answer));

test.each(["bits", "", "one bit", "1 bit 2"])("parseAnswer refuses “%s”", (text) =>
  expect(parseAnswer(text)).toBeUndefined(),
);
