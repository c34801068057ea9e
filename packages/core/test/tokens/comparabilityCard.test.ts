import { type ComparabilityCard, unlikeFields } from "@surprisal/core";
import { expect, test } from "vitest";

const card: ComparabilityCard = {
  textHash: "sha256:1f2e",
  tokenizer: "llama-3",
  window: 512,
  stride: 512,
  context: 256,
  bos: "every window",
  tokensScored: 1000,
  normalizer: "token",
  averaging: "tokens",
};
const fields = (one: ComparabilityCard, other: ComparabilityCard) =>
  unlikeFields(one, other).map(({ field, severity }) => `${severity} ${field}`);

test("a card is like itself", () => {
  expect(unlikeFields(card, { ...card })).toEqual([]);
});

test.each([
  ["textHash", "sha256:0000", "refuse"],
  ["window", 2048, "refuse"],
  ["stride", 64, "refuse"],
  ["context", 0, "refuse"],
  ["tokensScored", 999, "refuse"],
  ["normalizer", "word", "refuse"],
  ["averaging", "documents", "refuse"],
  ["tokenizer", "qwen", "refuse"],
  ["bos", "nowhere", "warn"],
] as const)("another %s (%s): %s", (field, value, severity) => {
  const other = { ...card, [field]: value };
  expect(unlikeFields(card, other)).toEqual([{ field, one: card[field], other: value, severity }]);
  expect(fields(other, card)).toEqual([`${severity} ${field}`]);
});

test("what one card does not say is a warning, after what refuses", () => {
  const { bos, window, ...rest } = card;
  expect([bos, window]).toEqual(["every window", 512]);
  expect(fields(card, { ...rest, stride: 1 })).toEqual(["refuse stride", "warn window", "warn bos"]);
  expect(fields({}, {})).toHaveLength(9);
});

test("per byte, a tokeniser of its own and its number of tokens are no difference", () => {
  const one = { ...card, normalizer: "byte" } as const;
  expect(fields(one, { ...one, tokenizer: "qwen", tokensScored: 1200 })).toEqual([]);
  expect(fields(one, { ...one, tokensScored: 1200 })).toEqual(["refuse tokensScored"]);
});
