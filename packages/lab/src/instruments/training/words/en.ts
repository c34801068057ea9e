/** The words of the training; `{…}` are gaps to fill. */
export const en = {
  hint: "Begin from nothing, then press Play",
  curve: "Loss in training, a letter",
  curveLabel:
    "After {steps} steps the loss in training is {loss} a letter: {floor} of floor and {gap} still to learn. Held out, it is {held}.",
  held: "held out",
  batch: "one batch",
  steps: "steps",
  memory: "Letters it sees",
  rate: "rate",
  fromNothing: "From nothing",
  writes: "What it writes after {steps} steps",
  after: "After “{context}”: P̂, the text, and Q, the model",
  text: "P̂, the text",
  model: "Q, the model",
  rest: "rest",
  afterSentence: "After “{context}” the loss is {loss}: the cross-entropy of the text and the model there.",
  pairs: "The letters it learns from",
  pairsRule:
    "A row for each letter: what the model sees before it, and itself, with a line for a space. What is left of the second column once the first is known, H(Y|X), is the floor: {floor}.",
  savePairs: "Save {file}",
  floorCommand: "The floor on the command line",
  readouts: {
    loss: "Loss in training",
    floor: "Floor of the contexts",
    gap: "Still to learn",
    held: "Loss on what is held out",
  },
  heldSymbol: "H(held out, Q)",
  since: "{delta} since the last change",
  ground:
    "{places} letters of this book after {contexts} different contexts. No model that sees {memory} of them pays less than the floor on these letters; of English it says nothing.",
};

export type TrainingWords = typeof en;
