import type { LogitRows } from "../logits/logitRows.ts";
import type { RowPlace } from "./rowJob.ts";

/**
 * What a worker needs to open these rows for itself.
 *
 * @param source The path they were opened by, or the Blob.
 * @param array The name of the array they are, if the file has several.
 */
export function rowPlace(rows: LogitRows, source: string | Blob, array?: string): RowPlace {
  const { place } = rows;
  return {
    source: typeof source === "string" && place ? place.source : source,
    ...(place && { byteOffset: place.byteOffset }),
    ...(array !== undefined && { array }),
    rows: rows.rows,
    vocabulary: rows.vocabulary,
    format: rows.format,
  };
}
