import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expectKind, ofKind, type Probabilities, valuesOf } from "./kinds.ts";

/**
 * The mixture Σ wⱼ Pⱼ: draw a component by its weight, then an outcome from it.
 *
 * @param components m ≥ 1 distributions over the same n outcomes.
 * @param weights m probabilities.
 * @returns n probabilities, each of relative error at most 2⁻⁵².
 * @throws RangeError if there are not as many weights as components, or the components differ in length.
 * @example mixture([probabilities([1, 0]), probabilities([0, 1])], probabilities([0.25, 0.75])) // [0.25, 0.75]
 */
export function mixture(components: readonly Probabilities[], weights: Probabilities): Probabilities {
  expectKind("mixture", "weights", weights, "probabilities");
  if (!Array.isArray(components))
    throw new TypeError(`mixture: components is ${components}, expected an array of distributions`);
  if (components.length !== weights.length)
    throw new RangeError(
      `mixture: weights has ${weights.length} entries, expected one for each of ${components.length} components`,
    );
  components.forEach((component, j) => {
    expectKind("mixture", `components[${j}]`, component, "probabilities");
    const n = components[0].length;
    if (component.length !== n)
      throw new RangeError(`mixture: components[${j}] has ${component.length} outcomes, expected ${n}`);
  });
  return ofKind(
    "probabilities",
    valuesOf(components[0]).map((_, i) =>
      Math.min(
        1,
        compensatedSum(components.length, (j) => weights[j] * components[j][i]),
      ),
    ),
  );
}
