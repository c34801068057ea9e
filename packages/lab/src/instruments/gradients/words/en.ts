/** The words of the figure of gradients; `{…}` are gaps to fill. */
export const en = {
  hint: {
    slopes: "Drag Q, in the bars or in the triangle",
    cloud: "Drag Q; each dot is the estimate of one batch",
  },
  truth: "P, the truth",
  model: "Q, the model",
  chart: "P and Q: one pair of bars for each outcome",
  barValue: "{bar} {probability}",
  triangle: "The triangle of all distributions over A, B and C, with P, Q and the way down.",
  plane: "The plane of pulls on the logits of A, B and C: {shown} estimates, their mean, and the true one.",
  ring: "length {size}",
  legend: {
    forward: "down D(P‖Q)",
    reverse: "down D(Q‖P)",
    sampled: "by estimates",
    exact: "true",
    mean: "mean",
  },
  by: "Derivatives by",
  bys: { logits: "logits", probabilities: "probabilities" },
  way: "Estimate",
  ways: { forward: "D(P‖Q), draws of P", reverse: "D(Q‖P), draws of Q" },
  batch: "Draws a batch",
  baseline: "Baseline",
  baselines: { none: "none", value: "value", optimal: "optimal", "leave-one-out": "leave-one-out" },
  noBaseline: "Draws of P carry no cost that a baseline could be taken from.",
  presets: "Begin with",
  preset: { forgotten: "C forgotten", rare: "C rare", upsideDown: "upside down", nearby: "nearly right" },
  readouts: {
    forward: "Truth first",
    reverse: "Model first",
    ofC: "What C has by now",
    steps: "Steps taken",
    stepsUnit: "of {most}",
    ofOne: "of 1",
    length: "True gradient",
    exact: "Scatter, exactly",
    measured: "Scatter, measured",
  },
  since: "{delta} since the last change",
  columns: { outcome: "Outcome", forward: "∂D(P‖Q)", reverse: "∂D(Q‖P)" },
  slopes: "Derivatives by {by}",
  valuesRule:
    "Type a probability: 0.25, 1/4 or 25 %. The other outcomes share the rest in proportion. ≈0 is small; 0 is exactly that.",
  verdict: {
    blind:
      "Q gives {name} nothing. By its logit D(Q‖P) does not change at all; D(P‖Q) pulls with {pull}, what P gives it.",
    steep: "Q gives {name} nothing. By its probability both slopes have no bottom.",
    endless: "Q does what P rules out: D(Q‖P) is infinite, and a draw of it would cost infinitely much.",
    same: "Q equals P: nothing pulls.",
    still: "Every batch says the same.",
  },
  sentence: "D of P from Q is {forward}, D of Q from P is {reverse}.",
  cloudSentence: "Variance of one batch: {exact}; measured over {shown} batches: {measured}.",
  watched: "What a draw says of {name}, times how often it is drawn",
  formula: {
    forward: "(−{log} e) · ([x = {name}] − Q({name}))",
    reverse: "({log} Q(x)/P(x) − b) · ([x = {name}] − Q({name}))",
  },
};

export type GradientsWords = typeof en;
