import type { FormatCode } from "@surprisal/data";

/** Why something could not be read. */
export interface Problem {
  readonly code: FormatCode | "models" | "other";
  /** What the reader said: which file, which place, what was found and what expected. */
  readonly message: string;
  readonly hint?: string;
}
