/** What can be saved of a reading, and as what. */
export const savedFiles = {
  report: { ending: "html", type: "text/html" },
  csv: { ending: "csv", type: "text/csv" },
  jsonl: { ending: "jsonl", type: "application/x-ndjson" },
  alternatives: { ending: "alternatives.csv", type: "text/csv" },
  json: { ending: "json", type: "application/json" },
} as const;

export type SavedKind = keyof typeof savedFiles;

/** Of samples nothing says what else could have come. */
export const savedOfWholes = ["report", "csv", "jsonl", "json"] as const;
