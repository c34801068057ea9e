import { baseRowEngine, relaxedRowEngine } from "./compiledRowEngine.ts";
import { referenceRowEngine } from "./referenceRowEngine.ts";
import type { RowBackend, RowEngine, RowTask } from "./rowEngine.ts";

/**
 * The fastest engine that works here: WebAssembly with relaxed SIMD, with plain SIMD, or the float64 reference.
 *
 * @param backend Tried before these.
 * @throws RangeError if the vocabulary or the capacity is not a whole number ≥ 1, or `top` is not in 1 … 256.
 * @example createRowEngine({ format: "bf16", vocabulary: 50_000 }).capacity // 10
 */
export function createRowEngine(task: RowTask, backend?: RowBackend): RowEngine {
  const { vocabulary, top = 1, capacity = 1 } = task;
  if (!(Number.isInteger(vocabulary) && vocabulary >= 1))
    throw new RangeError(`createRowEngine: vocabulary is ${vocabulary}, expected a whole number ≥ 1`);
  if (!(Number.isInteger(top) && top >= 1 && top <= 256))
    throw new RangeError(`createRowEngine: top is ${top}, expected a whole number in 1 … 256`);
  if (!(Number.isInteger(capacity) && capacity >= 1))
    throw new RangeError(`createRowEngine: capacity is ${capacity}, expected a whole number ≥ 1`);
  return backend?.(task) ?? relaxedRowEngine(task) ?? baseRowEngine(task) ?? referenceRowEngine(task);
}
