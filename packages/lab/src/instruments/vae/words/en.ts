/** The words of the autoencoder; `{…}` are gaps to fill. */
export const en = {
  hint: "Choose β, then press Play",
  codes: "What the pictures are told in: Q(z|x), an ellipse a night",
  codesLabel:
    "The plane of both numbers of a code, from minus three to three. Each of {count} nights is an ellipse, on average {sd} wide; the prior has a width of one.",
  code: ["First number of the code", "Second number of the code"],
  handleText: "{name}: {value}",
  nights: "Six nights, P, and what comes back, Q",
  painted: "Painted from z = ({a}, {b})",
  trade: "What is told against what is left",
  tradeLabel:
    "In the code {rate}, left to be told {distortion}. Trainings to the end with other β lie on a curve from {most} in the code to none.",
  told: "told in the code, {unit}",
  left: "left, {unit}",
  beta: "β",
  fromNothing: "From nothing",
  steps: "{steps} steps",
  sentence:
    "After {steps} steps with β = {beta}: {rate} in the code, {distortion} left to be told of a picture, {bound} together.",
  terms: ["left to be told: {value}", "told in the code, at β a nat: {numbers} = {value}"],
  readouts: {
    told: "Told in the code",
    left: "Left to be told",
    bound: "Both: the bound",
    minimised: "What is minimised",
  },
  minimisedSymbol: "left + β · told",
  since: "{delta} since the last change",
  verdict: {
    collapsed:
      "Collapsed: every night has the same code, the prior, and the painter paints the average night.",
    one: "One number says nearly all; the other is left to the prior.",
    both: "Both numbers are in use.",
  },
  waiting: "The model is training.",
};

export type VaeWords = typeof en;
