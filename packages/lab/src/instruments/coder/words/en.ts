/** The words of the coder; `{…}` are gaps to fill. */
export const en = {
  hint: "Step through the text, or write your own",
  texts: {
    draws:
      "rrrrrrrrrrrrrrrrrrrbrrrrrbrrrrrrrrrrrrbrrbrrrrrrrrrrrrrrbrrrrrrrrrrrrrrrrrrrrrrbrrbrrrrrrbrrrrbbrrrr",
    telegram: "meet me at the station at eight tonight, and bring the other half of the photograph",
    letters: "abacabadabacabae",
  },
  text: "Text",
  digits: "Digits",
  decoded: "Read back",
  same: "{digits} {digits|digit|digits}, and from them alone the same {count} {count|character comes|characters come} back",
  different:
    "{digits} {digits|digit|digits}, from which the {count} {count|character does|characters do} not come back",
  cannot: "cannot be sent",
  tree: "The tree of the code: every branch to the left is a 0, to the right a 1",
  strips: "The interval, shared out among the letters; each strip is the share taken in the one above",
  leaf: "{letter}, word {word}",
  exchangeHint: "Point at two letters: they exchange their words.",
  picked: "“{letter}” is picked: point at the letter it is to exchange words with.",
  exchangedDearer: "No longer the best words: {amount} more a character than Huffman’s.",
  exchangedAlike: "Other words, and just as good as Huffman’s.",
  exchangedCheaper:
    "The dictionary is mistaken about this text: these words take {amount} less a character than the ones made for it.",
  restore: "Best words again",
  folded: "{count} more {count|word|words}",
  hereNothing: {
    huffman: "Nothing is sent yet. Every word is a walk down the tree.",
    arithmetic: "Nothing is sent yet. The interval is still all of 0 to 1.",
  },
  hereWord: "“{text}” is {digits}. Digits: {count}; surprise: {surprise}.",
  hereNumber:
    "“{text}” takes {share} of the interval: {surprise}. Surprise so far: {total}; digits settled: {count}.",
  costs: "What a character of this text takes",
  floor: "Entropy H(P)",
  dictionary: "This dictionary H(P, Q)",
  codes: { huffman: "Huffman", arithmetic: "Arithmetic" },
  readouts: {
    floor: "The least for these letters",
    dictionary: "The least for this dictionary",
    paid: "Taken a character",
    excess: "More than the entropy",
  },
  since: "{delta} since the last change",
  sentence:
    "A character takes {paid}. The least for this dictionary is {dictionary}, and the entropy of the letters {entropy}.",
  term: "{letter}: {numbers} = {value}",
  others: "… {count} more",
  othersTerm: "{numbers}: {value} in all",
  impossible:
    "The dictionary gives no chance to {letters}: there is no word for it, and the text cannot be sent. Count every letter once more, or take another dictionary.",
  nothingLost: "Not a digit is lost: every letter costs exactly its surprise.",
  lucky: "Less than the dictionary’s own floor: this text happens to hold the blocks whose words are short.",
  code: "Code",
  block: "Characters in a word",
  blockValue: "{block} of at most {most}",
  source: "Dictionary made from",
  sources: {
    own: "this text",
    english: "English prose",
    spanish: "Spanish prose",
    alike: "all letters alike",
    yours: "your own odds",
  },
  smooth: "Count every letter once more",
  sent: "Characters sent",
  sentValue: "{sent} of {count}",
  presets: "Begin with",
  preset: {
    draws: "a hundred draws",
    telegram: "a telegram",
    number: "the same as one number",
    letters: "powers of two",
  },
  own: {
    title: "Your own text",
    rule: "Any text, in any script, of up to {most} characters. It stays on this page, and in the link if you share it.",
    label: "Text to send",
  },
  refusals: {
    empty: "An empty text needs no code. The figure keeps the last one.",
    long: "That is more than {most} characters. The figure keeps the last text; send a shorter part of yours.",
  },
  values: "Numbers and table",
  valuesRule:
    "Type a probability for the dictionary: 0.25, 1/4 or 25 %. The other letters share the rest in proportion.",
  valuesPage:
    "A page’s odds are as they were counted. Make the dictionary from your own odds to change them.",
  valuesMost: "The {most} commonest of {count} letters.",
  columns: { letter: "Letter", count: "In the text", surprise: "Surprise", word: "Word" },
};

export type CoderWords = typeof en;
