import { emptyRowMeasures, emptyRowPairMeasures, fleeting, type RowMeasures } from "@surprisal/core/rows";
import type { MeasuredRows } from "./measureBlocks.ts";
import type { RowJob } from "./rowJob.ts";

type Numbers = Float64Array | Int32Array | Int16Array | Int8Array;
type Side = "p" | "q";
type Columns = Readonly<Record<string, Numbers>>;

/** A column of what is measured of a job, and where it lies if the columns are stored one after another. */
export type ColumnSlot = {
  /** Whose it is, if it does not compare two. */
  readonly side: Side | undefined;
  readonly name: string;
  readonly bytesPerRow: number;
  /** How many bytes a row takes in the columns before it. */
  readonly bytesBefore: number;
};

/** Faults of the rows of each side; those of rows that are measured alone are of p. */
export type SidedFaults = Record<Side, RowMeasures["faults"]>;

/** The columns that are asked for. */
export function columnSlots(job: RowJob): ColumnSlot[] {
  const slots: ColumnSlot[] = [];
  let bytesBefore = 0;
  const add = (shape: object, side?: Side) => {
    for (const [name, value] of Object.entries(shape)) {
      if (name === "p" || name === "q") add(value, name);
      if (!ArrayBuffer.isView(value) || value.byteLength === 0) continue;
      const bytesPerRow = value.byteLength;
      slots.push({ side, name, bytesPerRow, bytesBefore });
      bytesBefore += bytesPerRow;
    }
  };
  add(oneRow(job));
  return slots;
}

/** The columns that there are, also those that were not asked for. */
export function columnsIn(measures: object): ArrayBufferView<ArrayBuffer>[] {
  return Object.entries(measures).flatMap(([name, value]) => {
    if (name === "p" || name === "q") return columnsIn(value);
    return ArrayBuffer.isView(value) ? [value as ArrayBufferView<ArrayBuffer>] : [];
  });
}

/** The bytes of a column, read if it is one that is read when it is touched. */
export function columnBytes({ measures }: MeasuredRows, { side, name }: ColumnSlot): Uint8Array {
  const of = side ? (measures as unknown as Record<Side, unknown>)[side] : measures;
  const { buffer, byteOffset, byteLength } = (of as Columns)[name]!;
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * Measures whose columns are read whenever they are touched.
 *
 * @param read Fills the bytes of a column, from its first row on.
 */
export function touchedRows(
  job: RowJob,
  rows: number,
  faults: SidedFaults,
  read: (slot: ColumnSlot, into: Uint8Array) => void,
): MeasuredRows {
  const slots = columnSlots(job);
  const behind = (shape: object, side?: Side): object => {
    const measures = {};
    for (const [name, value] of Object.entries(shape)) {
      const slot = slots.find((other) => other.name === name && other.side === side);
      const get = () => {
        if (!slot) return name === "faults" ? faults[side ?? "p"] : value;
        const column = fleeting(new value.constructor(rows) as Numbers);
        read(slot, new Uint8Array(column.buffer));
        return column;
      };
      const isSide = name === "p" || name === "q";
      Object.defineProperty(measures, name, {
        enumerable: true,
        ...(isSide ? { value: behind(value, name) } : { get }),
      });
    }
    return measures;
  };
  return { kind: job.q ? "pair" : "alone", measures: behind(oneRow(job)) } as MeasuredRows;
}

function oneRow(job: RowJob): object {
  return job.q ? emptyRowPairMeasures(1, job) : emptyRowMeasures(1, job);
}
