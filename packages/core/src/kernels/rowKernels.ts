/** The kernels of rows of logits alone: what a worker loads to be ready soon. */
export { baseRowEngine, relaxedRowEngine } from "./compiledRowEngine.ts";
export { createRowEngine } from "./createRowEngine.ts";
export type { RowRequest } from "./measureRows.ts";
export { compareRows, measureRows } from "./measureRows.ts";
export type { OutcomeSums } from "./outcomeSums.ts";
export { addOutcomeSums } from "./outcomeSums.ts";
export { referenceRowEngine } from "./referenceRowEngine.ts";
export type { RowCollector } from "./rowColumns.ts";
export {
  collectRowMeasures,
  collectRowPairMeasures,
  firstRowPairs,
  firstRows,
} from "./rowColumns.ts";
export type { RowBackend, RowEngine, RowTask } from "./rowEngine.ts";
export type {
  RowFault,
  RowFormat,
  RowMeasures,
  RowPairMeasures,
  RowQuestions,
  Rows,
} from "./rows.ts";
export { widen } from "./widen.ts";
