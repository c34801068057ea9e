/** The words of the samples figure; `{…}` are gaps to fill. */
export const en = {
  hint: "Play, and watch the estimates look for the dashed line",
  chart: "P, the truth, and the frequencies of the draws so far: one pair of bars for each outcome",
  truth: "P, the truth",
  frequencies: "frequencies of the draws",
  barValue: "P({name}) {p}",
  of: "Estimate",
  quantities: { entropy: "the entropy of P", information: "what two draws share" },
  by: "Look at",
  estimators: {
    plugIn: "plug-in",
    millerMadow: "Miller–Madow",
    grassberger: "Grassberger",
    chaoShen: "Chao–Shen",
    chaoWangJost: "Chao–Wang–Jost",
    nsb: "NSB",
  },
  race: "Estimates after so many draws",
  raceTitle: {
    entropy: "Entropy, estimated after n draws",
    information: "Information, estimated after n pairs",
  },
  raceLabel:
    "After {draws} {draws|draw|draws} {estimator} says {value}; the truth is {truth}. On the average over {runs} samples it is off by {bias}.",
  key: { mean: "its mean over {runs} samples, ± one sd", bias: "bias", others: "the others" },
  slider: "Draws",
  draws: "{draws} {draws|draw|draws}",
  presets: "Begin with",
  preset: { shop: "what is sold", even: "eight alike", dice: "two dice" },
  presetOutcomes: {
    shop: ["bread", "rolls", "cake", "tea", "coffee", "jam", "honey"],
    even: ["A", "B", "C", "D", "E", "F", "G", "H"],
    dice: ["1", "2", "3", "4", "5", "6"],
  },
  readouts: {
    truth: { entropy: "The truth", information: "The truth: independent" },
    estimate: "What the draws say",
    bias: "Off on the average",
    wanted: "Draws that would do",
    wantedSymbol: "about, by these draws",
    chance: "Chance gives as much",
    chanceSymbol: "p-value, {count} shuffles",
    interval: "{low} to {high} at 95 %",
    draws: "draws",
    ofOne: "of 1",
    enough: "these are enough",
    none: "–",
  },
  since: "{delta} since the last change",
  sentence:
    "After {draws} {draws|draw|draws} {estimator} says {value}. The truth is {truth}; on the average this estimator is off by {bias}.",
  valuesRule: "Type a probability: 0.25, 1/4 or 25 %. The others share the rest in proportion.",
  columns: {
    outcome: "Outcome",
    frequency: "Frequency",
    estimator: "Estimator",
    value: "Estimate",
    low: "From",
    high: "To",
  },
};

export type SamplesWords = typeof en;
