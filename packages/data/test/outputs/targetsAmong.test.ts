import { expect, test } from "vitest";
import type { StoredArray } from "../../src/logits/storedArray.ts";
import { targetsAmong } from "../../src/outputs/targetsAmong.ts";

const among = (names: readonly string[], shift?: boolean) => {
  const arrays = names.map((name) => ({ name }) as StoredArray);
  const { chosen, isNamed, possible } = targetsAmong(arrays, shift);
  return [chosen?.name, isNamed, possible.map(({ name }) => name)];
};

test.each([
  [["labels", "attention_mask"], false, ["labels", true, ["labels"]]],
  [["input_ids", "labels", "position_ids"], true, ["labels", true, ["input_ids", "labels"]]],
  [["batch.target_ids", "x"], false, ["batch.target_ids", true, ["batch.target_ids", "x"]]],
  [["input_ids", "next"], true, ["input_ids", true, ["input_ids", "next"]]],
  [["input_ids", "next"], false, [undefined, false, ["input_ids", "next"]]],
  [["input_ids", "attention_mask", "token_type_ids"], false, ["input_ids", false, ["input_ids"]]],
  [["labels", "targets"], false, [undefined, true, ["labels", "targets"]]],
  [["attention_mask", "cache_position", "special_tokens_mask"], false, [undefined, false, []]],
  [["came"], false, ["came", false, ["came"]]],
  [[""], true, ["", false, [""]]],
  [[], false, [undefined, false, []]],
])("%j, shifted: %j", (names, shift, expected) => {
  expect(among(names, shift)).toEqual(expected);
});
