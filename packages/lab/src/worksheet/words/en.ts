/** What the page of worksheets says; `{…}` are gaps to fill. */
export const en = {
  form: "What is on the sheet",
  lessons: "Lessons",
  seed: "Seed",
  another: "Another",
  count: "Exercises",
  unit: "Unit",
  key: "With the key, on a page of its own",
  /** Leads to the same sheet in the other language, and says so in it. */
  other: "En español",
  print: "Print",
  copy: "Copy the link",
  copied: "Copied: whoever opens it has the same sheet.",
  copyFailed: "This browser does not let the page copy. The link is in the address bar.",
  changed: "{count} exercises, seed {seed}.",
  title: "Worksheet {seed}",
  name: "Name",
  date: "Date",
  rule: "Give every answer in {unit}, to {decimals} decimals.",
  answer: "Answer",
  bars: "Bars",
  keyTitle: "Key to worksheet {seed}",
  again: "The same sheet again:",
  links: {
    damaged: "The link to this sheet is damaged or incomplete, so here is another.",
    version:
      "The link to this sheet was made by another version of the Lab, whose numbers were others; so here is another sheet.",
  },
  wrong: "Wrong numbers, and what they are",
};

export type WorksheetWords = typeof en;
