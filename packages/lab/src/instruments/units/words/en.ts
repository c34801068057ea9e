/** The words of the units figure; `{…}` are gaps to fill. */
export const en = {
  title: "Bits, nats, bans, perplexity",
  hint: "Type into any field, or drag the line",
  rule: "One amount on four rulers",
  fields: { bits: "bits", nats: "nats", bans: "bans", perplexity: "perplexity" },
  one: "one draw",
  per: { token: "token", character: "character", byte: "byte" },
  inText: "Over a text",
  count: "in the text",
  fieldOf: "{field} of {one}",
  fieldPer: "{field} per {piece}",
  countOf: "{piece}s in the text",
  handle: "{bits} bits, {nats} nats, {bans} bans, perplexity {perplexity}",
  amount: "Amount, in bits",
  rows: "as choices",
  symbols: "PP = 2^bits = e^nats = 10^bans",
  term: "{base} to the power of {exponent} is {value}",
  sentence:
    "{bits} bits, {nats} nats or {bans} bans are one amount: perplexity {perplexity}, whichever the base.",
  sentencePer:
    "Per {piece}: {bits} bits, {nats} nats or {bans} bans are one amount, perplexity {perplexity}.",
  bill: "The whole text costs {bits} bits, {bytes} bytes, however it is cut.",
  over: "The perplexity is beyond the largest number that fits into a double, so it stands as a power.",
  under: "The perplexity is below the smallest number that fits into a double, so it stands as a power.",
  overUnit: "In one of the units the amount is beyond the largest number that fits into a double.",
  negative: "Below zero: a perplexity under one. No list of outcomes has that, though a density can.",
  infinite: "Infinite: something impossible happened. No number of choices is enough.",
  badNumber:
    "That is no amount. Type a number such as 3, 0.5, 1/3, log2(6) or 2^10, thousands without a mark.",
  badPerplexity: "A perplexity is above zero.",
  badCount: "A text has a whole number of pieces, at least one.",
  try: "Try",
  presets: {
    coin: "a coin",
    die: "a die",
    digit: "a digit",
    byte: "a byte",
    vocabulary: "one of {count} tokens",
    loss: "a loss of 3 nats",
  },
};

export type UnitsWords = typeof en;
