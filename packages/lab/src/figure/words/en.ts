/** The words every figure uses, whatever it shows. */
export const en = {
  unit: "Unit",
  units: { bits: "bits", nats: "nats", bans: "bans" },
  undo: "Undo",
  redo: "Redo",
  reset: "Reset",
  share: "Share",
  copied: "Link copied",
  copyFailed: "This browser does not let the page copy. The link is now in the address bar.",
  save: "Save figure",
  saveAs: { svg: "Drawing (SVG)", png: "Picture (PNG)", csv: "Table (CSV)", json: "Data (JSON)" },
  undone: "Undone.",
  redone: "Redone.",
  changed: "No longer as it was at the start",
  isReset: "As it was at the start.",
  copyCommand: "Copy",
  commandCopied: "Copied",
  command: "The same numbers on the command line",
  rows: { symbols: "in symbols", numbers: "with numbers", values: "in {unit}" },
  values: "Numbers and table",
  table: { sum: "Sum", remove: "Remove", removeNamed: "Remove {name}" },
  badProbability: "A probability is a number from 0 to 1: 0.25, 1/4 or 25 %.",
  player: {
    label: "Motion",
    play: "Play",
    pause: "Pause",
    step: "Step",
    speed: "Speed",
    seed: "Seed",
    another: "Another",
  },
  links: {
    damaged: "The link to this figure is damaged or incomplete, so the figure starts as usual.",
    version: "The link to this figure was made by another version of the Lab, so the figure starts as usual.",
  },
};

export type FigureWords = typeof en;
