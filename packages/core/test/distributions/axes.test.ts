import { conditionalEntropy, conditionalMutualInformation, jointTable, marginal } from "@surprisal/core";
import { expect, test } from "vitest";

const t = jointTable(new Float64Array(8).fill(1 / 8), [2, 2, 2]);

test.each([
  [() => marginal(t, [3]), "marginal: axes[0] is 3, expected an axis in 0…2"],
  [() => marginal(t, [0, 0.5]), "marginal: axes[1] is 0.5, expected an axis in 0…2"],
  [() => marginal(t, [1, 1]), "marginal: axes[1] is 1, expected an axis in 0…2 not already in axes"],
  [() => conditionalEntropy(t, [0], [-1]), "conditionalEntropy: given[0] is -1, expected an axis in 0…2"],
  [
    () => conditionalMutualInformation(t, [0], [1, 0], [2]),
    "conditionalMutualInformation: b[1] is 0, expected an axis in 0…2 not already in a",
  ],
])("%s is refused", (run, message) => {
  expect(run).toThrow(new RangeError(message));
});
