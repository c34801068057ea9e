import type { Probabilities } from "./kinds.ts";
import { probabilities } from "./probabilities.ts";

/** The joint distribution of several variables, one axis each; made by {@link jointTable}. */
export interface JointTable {
  /** Length Π shape, row-major: the last axis runs fastest. */
  readonly p: Probabilities;
  /** How many outcomes each variable has. */
  readonly shape: readonly number[];
}

/**
 * A joint distribution of variables X₀, X₁, …, from its probabilities in row-major order.
 *
 * @param values Probabilities, or numbers that {@link probabilities} takes. Length Π shape.
 * @param shape The number of outcomes of each variable.
 * @throws TypeError if shape is missing or no array.
 * @throws RangeError if a length in `shape` is not a positive integer, their product is not the number of values, or the values are not
 *   probabilities.
 * @example jointTable([0.1, 0.2, 0.3, 0.4], [2, 2]).shape // [2, 2]
 */
export function jointTable(values: ArrayLike<number> | Probabilities, shape: readonly number[]): JointTable {
  if (!Array.isArray(shape))
    throw new TypeError(
      `jointTable: shape is ${shape}, expected one length for each variable, such as [2, 2]`,
    );
  shape.forEach((length, axis) => {
    if (!(Number.isSafeInteger(length) && length > 0))
      throw new RangeError(`jointTable: shape[${axis}] is ${length}, expected a positive integer`);
  });
  const size = shape.reduce((product, length) => product * length, 1);
  if (values.length !== size)
    throw new RangeError(
      `jointTable: values has ${values.length} entries, expected ${shape.join("×")} = ${size}`,
    );
  return { p: isProbabilities(values) ? values : probabilities(values), shape: [...shape] };
}

function isProbabilities(values: ArrayLike<number> | Probabilities): values is Probabilities {
  return "kind" in values && values.kind === "probabilities";
}
