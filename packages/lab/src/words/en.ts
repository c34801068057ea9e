/** The words shared by every page and instrument, in English; the other languages have the same shape. */
export const en = {
  book: "Book",
  workbench: "Workbench",
  library: "Library",
  commandLine: "Command line",
  sections: "Sections",
  lessons: "Lessons",
  reference: "Reference",
  unit: "Unit",
  language: "Language",
  theme: "Light or dark",
  home: "Surprisal, home",
  lesson: (number: number) => `Lesson ${number}`,
  minutes: (count: number) => (count === 1 ? "1 minute" : `${count} minutes`),
  previous: "Before",
  next: "Next",
  parts: {
    one: "One distribution",
    two: "Two distributions",
    models: "Language models",
    moving: "Moving a distribution",
    data: "From data",
  },
  search: {
    open: "Search",
    label: "Search",
    close: "Close",
    none: "Nothing found for “{query}”.",
    one: "1 page",
    some: "{count} pages",
    failed: "The index could not be read.",
  },
  units: { bits: "bits", nats: "nats", bans: "bans" },
};

export type Words = typeof en;
