import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addOutcomeSums, type OutcomeSums } from "@surprisal/core/rows";
import { FormatError } from "./formatError.ts";
import type { CollectedRows } from "./rows/collectedRows.ts";
import {
  type ColumnSlot,
  columnBytes,
  columnSlots,
  type SidedFaults,
  touchedRows,
} from "./rows/columnSlots.ts";
import type { MeasuredRows } from "./rows/measureBlocks.ts";
import type { RowJob } from "./rows/rowJob.ts";

/** How many bytes the columns have of what is measured of a job. */
export function columnBytesOf(job: RowJob): number {
  return job.p.rows * columnSlots(job).reduce((sum, { bytesPerRow }) => sum + bytesPerRow, 0);
}

/** What is measured of a job, in a file of the folder for temporary ones, which nobody else sees. */
export function collectRowsInFile(job: RowJob): CollectedRows {
  const { rows } = job.p;
  const slots = columnSlots(job);
  const file = temporaryFile(columnBytesOf(job));
  const faults: { -readonly [Side in keyof SidedFaults]: SidedFaults[Side][number][] } = { p: [], q: [] };
  const placeOf = ({ bytesBefore, bytesPerRow }: ColumnSlot, row: number) =>
    bytesBefore * rows + bytesPerRow * row;
  let outcomes: OutcomeSums | undefined;
  return {
    place(part, at) {
      for (const slot of slots) file.write(columnBytes(part, slot), placeOf(slot, at));
      for (const side of ["p", "q"] as const)
        for (const { row, fault } of faultsOf(part, side)) faults[side].push({ row: row + at, fault });
    },
    sum(more) {
      outcomes = outcomes && more ? addOutcomeSums(outcomes, more) : (more ?? outcomes);
    },
    first(count) {
      const among = (side: "p" | "q") =>
        faults[side].filter(({ row }) => row < count).sort((one, other) => one.row - other.row);
      const read = (slot: ColumnSlot, into: Uint8Array) => file.read(into, placeOf(slot, 0));
      const measured = touchedRows(job, count, { p: among("p"), q: among("q") }, read);
      if (outcomes) Object.assign(measured.measures, { outcomes });
      return measured;
    },
  };
}

function faultsOf({ kind, measures }: MeasuredRows, side: "p" | "q"): SidedFaults["p"] {
  if (kind === "pair") return measures[side].faults;
  return side === "p" ? measures.faults : [];
}

const abandoned = new FinalizationRegistry<number>(closeSync);

/** A file without a name, or removed at the end where files in use keep theirs. It is closed once nobody can read it any more. */
function temporaryFile(bytes: number) {
  const folder = tmpdir();
  const path = join(folder, `surprisal-${randomUUID()}`);
  const refuse = (cause: unknown): never => {
    const { code } = cause as NodeJS.ErrnoException;
    throw new FormatError({
      code: "size",
      source: folder,
      problem: code === "ENOSPC" ? "is full" : `cannot be written to (${code})`,
      expected: `room for ${Math.ceil(bytes / 1e6)} MB of what is measured`,
      hint: "the environment variable TMPDIR (on Windows TEMP) names another folder for temporary files",
      cause,
    });
  };
  const descriptor = attempt(() => openSync(path, "wx+", 0o600), refuse);
  const erase = () => rmSync(path, { force: true });
  attempt(erase, () => process.once("exit", erase));
  const file = {
    write(from: Uint8Array, at: number) {
      for (let done = 0; done < from.length; )
        done += attempt(() => writeSync(descriptor, from, done, from.length - done, at + done), refuse);
    },
    read(into: Uint8Array, at: number) {
      for (let done = 0; done < into.length; ) {
        const read = readSync(descriptor, into, done, into.length - done, at + done);
        if (read === 0) throw new Error(`${folder}: a temporary file ends at byte ${at + done}`);
        done += read;
      }
    },
  };
  abandoned.register(file, descriptor);
  return file;
}

function attempt<T>(act: () => T, otherwise: (cause: unknown) => T): T {
  try {
    return act();
  } catch (cause) {
    return otherwise(cause);
  }
}
