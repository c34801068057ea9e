/** What can be wrong with what was given; `{at}` is where, and what was found there. */
export const problems = {
  all: {
    truncated: "{file} ends too early{at}.",
    header: "What {file} says of itself is not so{at}.",
    unsupported: "{file} is in no form that can be read here{at}.",
    empty: "There is nothing in {file} that could be measured{at}.",
    lengths: "{file} does not fit what else was given: it is of another text, or of another length{at}.",
    names: "Which array of {file} holds the logits is not clear, or none does{at}.",
    range: "A number in {file} lies out of its range{at}.",
    number: "{file} has something else where a number is expected{at}.",
    value:
      "{file} lacks something, or has something else in its place{at}. An answer of a server has log-probabilities only if they were asked for.",
    kind: "The rows of {file} are probabilities, and no logits: save their logarithms instead.",
    syntax: "{file} is no JSON, or is cut off{at}.",
    encoding: "{file} is no text in UTF-8{at}.",
    ragged: "Not all rows of {file} are equally long{at}.",
    size: "{file} holds more in one piece than can be read{at}.",
    unreadable: "{file} cannot be read any more. Choose it again.",
    models: "These are more models than two: {names}. Choose P, the base, and one Q.",
    missing: "{file} names {other}, which was not given: choose or drop both together.",
    mixed:
      "{file} holds the log-probabilities of single tokens, and {other} whole rows: both have to be of one kind.",
    wholes:
      "{file} scores whole continuations or documents, and not their tokens: beside it only another file of samples can be compared.",
    outcomes:
      "The rows of {file} are over {its} outcomes, and those of {base} over {mine}. Models of two tokenisers are compared by bytes, from log-probabilities.",
    rows: "{file} has {its} rows, and {base} {mine}.",
    unlike: "{file} and {base} are not of the same {field}: {its}, and {mine}.",
    other: "This cannot be read.",
  },
  /** Of a file that nothing else was given beside. */
  alone: { lengths: "Not all lists in {file} are equally long{at}." },
  targets: {
    names: "{file} holds no array of integers, or several{at}.",
    lengths: "{file} has not one token for each row of P{at}.",
    range:
      "{file} has a token that the model does not{at}. If that number stands for padding, say so under “Not scored where it is”.",
    number: "{file} has something else where an integer is expected{at}.",
    value: "{file} has something else where an integer is expected{at}.",
    unsupported: "{file} holds no integers that can be read here{at}.",
  },
  vocabulary: {
    lengths: "{file} has more pieces than the model has outcomes: it is of another model.",
    names: "{file} has a piece, or a number, twice{at}.",
    ragged: "A line of {file} is not like those before it{at}.",
    value: "{file} lacks something, or has something else in its place{at}.",
    empty: "There are no pieces in {file}.",
    unsupported: "{file} is no vocabulary that can be read here{at}.",
  },
};
