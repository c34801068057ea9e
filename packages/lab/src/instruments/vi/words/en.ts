/** The words of the figure of inference; `{…}` are gaps to fill. */
export const en = {
  hint: "Drag Q, or use the arrow keys",
  plane: "The weights of both suitcases, the first to the right and the second upwards, in kilograms",
  truth: "P(z | x), what is so",
  model: "Q, what you believe",
  prior: "P(z), before",
  axes: ["first suitcase, kg", "second suitcase, kg"],
  line: "{reading} kg together",
  handles: {
    mean: ["Q: the first suitcase, in kilograms", "Q: the second suitcase, in kilograms"],
    sd: ["Q: how unsure of the first", "Q: how unsure of the second"],
  },
  handleText: "{name}: {value}",
  lengths: "Two ways to the same length",
  lengthsLabel:
    "The surprise at the reading, {surprise}, and D(Q‖P(z|x)), {gap}, are as long as what Q misses, {miss}, and D(Q‖P(z)), {moved}: {bound}.",
  parts: {
    surprise: "surprise −log P(x)",
    gap: "D(Q‖P(z|x))",
    miss: "E[−log P(x|z)]",
    moved: "D(Q‖P(z))",
  },
  sentence: "The bound is {bound}: a surprise of {surprise}, and {gap} more because Q is not P.",
  splits: [
    "surprise at the reading plus how far Q is from P: {numbers} = {value}",
    "what Q misses plus how far it has moved: {numbers} = {value}",
  ],
  readouts: {
    surprise: "Surprise at the reading",
    bound: "The bound",
    gap: "Too much, Q weighs",
    forward: "The other way, P weighs",
  },
  since: "{delta} since the last change",
  reading: "The scale shows",
  error: "It errs by",
  kilograms: "{value} kg",
  mend: "One suitcase at a time, as well as the other allows",
  bestReverse: "Best, model first",
  bestForward: "Best, truth first",
  presets: "Begin with",
  preset: { prior: "what was known", far: "Q far off", rough: "a rough scale", exact: "an exact scale" },
  verdict: {
    before: "Q is what you knew before the scale: it has not moved at all.",
    reverse:
      "The least D(Q‖P): believes each suitcase to ±{sd} kg. What is known of one of them is ±{known} kg.",
    forward: "The least D(P‖Q): as unsure of each suitcase as one has to be, and of their sum far too much.",
  },
  values: "Numbers, and the best of each direction",
  valuesRule: "Type a number, or an expression. By hand two decimals are kept.",
  columns: { what: "Q", first: "first, kg", second: "second, kg" },
  rows: { here: "here", reverse: "least D(Q‖P)", forward: "least D(P‖Q)", known: "P, each alone" },
  badNumber: "A number from {low} to {high}, please.",
};

export type ViWords = typeof en;
