import type { ComparabilityCard } from "@surprisal/core";

/** What files of scores do not say of how they came about; text and tokens they do. */
export const unsaidByScores: readonly (keyof ComparabilityCard)[] = ["window", "stride", "context", "bos"];
