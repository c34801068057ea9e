export const reportLanguages = ["en", "es"] as const;

/** The languages a report can be written in. */
export type ReportLanguage = (typeof reportLanguages)[number];
