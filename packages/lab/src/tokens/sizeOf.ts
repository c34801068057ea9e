import type { Given } from "./question.ts";

/** How many bytes somebody gave, shards and all. */
export function sizeOf({ blob, beside = [] }: Given): number {
  return beside.reduce((sum, shard) => sum + shard.blob.size, blob.size);
}
