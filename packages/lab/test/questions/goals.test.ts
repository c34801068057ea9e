import { probabilities } from "@surprisal/core";
import { expect, test } from "vitest";
import { duelOf } from "../../src/instruments/duel/model.ts";
import { goals } from "../../src/questions/goals.ts";

const names = ["a", "b"];
const of = (p: number[], q: number[]) =>
  goals.infiniteDuel(duelOf(names, probabilities(p), probabilities(q)));

test("an infinite duel is one where Q rules out what P does", async () => {
  expect(await of([0.5, 0.5], [1, 0])).toBe("right");
  expect(await of([1, 0], [0.5, 0.5])).toBe("otherWay");
  expect(await of([0.5, 0.5], [0.99, 0.01])).toBe("nearlyZero");
  expect(await of([0.5, 0.5], [0.5, 0.5])).toBe("finite");
  expect(await of([1, 0], [1, 0])).toBe("finite");
});
