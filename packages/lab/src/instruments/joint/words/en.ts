/** The words of the joint figure; `{…}` are gaps to fill. */
export const en = {
  hint: "Drag the borders until they meet the dashed lines",
  chart: "P(x,y) as areas: a column for each x, as wide as it is likely, divided as Y is once x is known",
  columnBorder: "Border between {left} and {right}",
  columnText: "P({left}) {p}, P({right}) {q}",
  cellBorder: "{x}: border between {below} and {above}",
  cellText: "P({below} | {x}) {p}, P({above} | {x}) {q}",
  product: "if X said nothing",
  diagram: "H(X) and H(Y) on one scale: where they overlap is I(X;Y)",
  diagramLabel:
    "Both together {together}. X {entropyX}, Y {entropyY}. They share {information}; of Y {leftOfY} is left once X is known, of X {leftOfX} once Y is.",
  presets: "Begin with",
  preset: {
    umbrella: "rain and umbrella",
    letters: "letter and next letter",
    dice: "two dice",
    copy: "a copy",
  },
  presetOutcomes: {
    umbrella: { x: ["rain", "dry"], y: ["umbrella", "none"] },
    copy: { x: ["heads", "tails"], y: ["Heads", "Tails"] },
    dice: { x: ["low", "high"], y: ["even", "odd"] },
  },
  kinds: ["vowel", "consonant", "space"],
  align: "Align the borders",
  draws: "{draws} {draws|draw|draws}",
  readouts: {
    entropyX: "Surprise of X alone",
    entropyY: "Surprise of Y alone",
    leftOfY: "Left of Y once X is known",
    information: "What X says about Y",
    drawn: "the {draws} {draws|draw says|draws say} {value}",
  },
  since: "{delta} since the last change",
  verdicts: {
    certain: "One of the two is certain: there is nothing to say about it, or nothing that could say it.",
    aligned: "The borders align: X and Y are independent, and knowing one says nothing about the other.",
    determined: "X decides Y: once X is known nothing of Y is left.",
    never: "Never together: {pair}. Such a pair would be infinitely below chance, and weighs nothing.",
  },
  sentence:
    "H of Y is {entropyY}, H of Y given X is {leftOfY}: X says {information} about Y. H of X is {entropyX}.",
  term: "{cell}: {numbers} = {value}",
  noTerm: "{cell}: 0, it never happens",
  cell: "{x} and {y}",
  valuesRule:
    "Type P(x), or in the other columns P(y|x), how Y is divided once x is known: 0.25, 1/4 or 25 %. The others of the row share the rest in proportion.",
  columns: {
    x: "X",
    pair: "Pair",
    joint: "P(x,y)",
    product: "P(x)·P(y)",
    pointwise: "Pointwise",
    part: "Part of I",
  },
  prefixes: {
    caption: "The {letters} letters of this book, by their frequencies; in bits",
    prefix: "Letters before",
    left: "Left of the next",
    information: "What they say",
    shuffled: "What they seem to say, shuffled",
  },
  own: {
    title: "Your own text",
    rule: "Paste a text of at most {most} characters. Its pairs of neighbouring letters are counted by kind; nothing leaves this page.",
    label: "Text to count",
    short: "That is too short to count: at least {fewest} letters.",
    long: "That is too long: at most {most} characters.",
  },
};

export type JointWords = typeof en;
