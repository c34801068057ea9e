import { bootstrap, fewUnits, meanStatistic, tokenResampling } from "@surprisal/core";
import { expect, test } from "vitest";

const sequences = (count: number) => Array.from({ length: 3 * count }, (_, i) => Math.floor(i / 3));

test("tokenResampling takes whole sequences where there are enough, else blocks, unless told", () => {
  const of = sequences(fewUnits);
  expect(tokenResampling(of).dependence).toEqual({ kind: "clusters", of });
  expect(tokenResampling(sequences(fewUnits - 1)).dependence).toEqual({ kind: "blocks" });
  expect(tokenResampling(of, { resample: "tokens" }).dependence).toEqual({ kind: "independent" });
  expect(tokenResampling(of, { level: 0.9 }).level).toBe(0.9);
});

test("the same tokens give the same interval", () => {
  const surprise = sequences(7).map((i) => Math.sin(i) ** 2);
  const interval = () => bootstrap(meanStatistic(surprise), tokenResampling(sequences(7)));
  expect(interval()).toEqual(interval());
});
