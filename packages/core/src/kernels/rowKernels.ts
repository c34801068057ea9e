/** What a worker that measures rows loads, to be ready soon; the whole package exports it too. */
export { fleeting, release } from "../numeric/fleeting.ts";
export { createRowEngine } from "./createRowEngine.ts";
export type { OutcomeSums } from "./outcomeSums.ts";
export { addOutcomeSums } from "./outcomeSums.ts";
export { firstRowPairs, firstRows, placeRowPairs, placeRows } from "./rowColumns.ts";
export type { RowBackend, RowEngine, RowTask } from "./rowEngine.ts";
export type {
  RowColumns,
  RowFormat,
  RowMeasures,
  RowPairColumns,
  RowPairMeasures,
  RowQuestions,
} from "./rows.ts";
export { emptyRowMeasures, emptyRowPairMeasures, paddingTarget } from "./rows.ts";
export { widen } from "./widen.ts";
