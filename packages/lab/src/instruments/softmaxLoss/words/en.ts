/** The words of the softmax and its loss; `{…}` are gaps to fill. */
export const en = {
  hint: "Drag the logits, or let them go down",
  names: ["cat", "fox", "dog", "owl"],
  logits: "Logits z, and where they are pulled",
  logitChart: "The logits of the model, one bar for each animal, from −5 to 10",
  logitValue: "logit of {name} {logit}, Q {probability}, pulled by {pull}",
  arrows: "arrow: P − Q, as the gradient pulls",
  chart: "P, the label, and Q, the softmax of the logits: a pair of bars for each animal",
  target: "P, the label",
  model: "Q = softmax(z)",
  modelWarmed: "Q = softmax(z / {t})",
  curve: "The loss, step by step",
  curveLabel:
    "Loss after {steps} {steps|step|steps}: {cost}, of which {floor} is the floor and {gap} is left to learn",
  steps: "steps",
  label: "Label",
  epsilon: "ε, smoothing",
  t: "temperature",
  gamma: "γ, focal",
  rate: "rate",
  oneHot: "one-hot",
  off: "off",
  presets: "Begin with",
  preset: { even: "all alike", smoothed: "a smoothed label", wrong: "sure and wrong" },
  readouts: {
    cost: "Loss",
    floor: "Floor of the label",
    gap: "Still to learn",
    focal: "What is minimised",
    focalSymbol: "Σ P (1−Q)^γ log 1/Q",
    sure: "Confidence in the label",
    sureSymbol: "Q(label)",
    sureUnit: "of 1",
  },
  since: "{delta} since the last change",
  verdict: {
    runaway:
      "After {steps} {steps|step|steps} the right logit leads by {lead}. No lead is enough: the loss would still fall.",
    left: "The right logit leads by {lead} and the scale or the steps end here. The descent does not.",
    finite:
      "After {steps} {steps|step|steps} the right logit leads by {lead}. At {best} the model says what the label says.",
    there: "The right logit leads by {lead}: the model says what the label says, and nothing pulls any more.",
    focal:
      "After {steps} {steps|step|steps} the right logit leads by {lead}. What is minimised is not the cross-entropy now.",
  },
  sentence: "The loss is {cost}: {floor} of floor and {gap} still to learn.",
  table: "Numbers, and each slope checked by a nudge",
  columns: {
    outcome: "Animal",
    logit: "z",
    slope: "slope",
    nudge: "by a nudge",
  },
};

export type SoftmaxLossWords = typeof en;
