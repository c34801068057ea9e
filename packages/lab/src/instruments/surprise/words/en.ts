/** The words of the surprise figure; `{…}` are gaps to fill. */
export const en = {
  hint: "Drag a point along the curve, or use the arrow keys",
  chart: "The surprise of an event, for every probability it can have",
  axis: "probability",
  surpriseIn: "surprise, {unit}",
  events: ["A", "B"],
  both: "A and B",
  probabilityOf: "Probability of {event}",
  handle: "{event}: probability {probability}, surprise {surprise}",
  readouts: {
    probability: "How likely",
    oneIn: "One chance in",
    surpriseOf: "Surprise of {event}",
    product: "How likely both are",
    total: "Surprise of both",
  },
  since: "{delta} since the last change",
  sentence: "A has probability {probability}: its surprise is {total}.",
  sentenceTwo: "A surprises by {a}, B by {b}, both together by {total}.",
  certain: "{event} is certain: no surprise at all.",
  impossible: "{event} is impossible: no finite surprise would do.",
  heads: "As surprising as {count} heads in a row",
  area: "Probabilities multiply: an area",
  lengths: "Surprises add: a length",
  length: "Surprise as a length",
  compare: "To compare with",
  scaleEnd: "to {end}",
  try: "Make A",
  presets: { certain: "a sure thing", heads: "heads", six: "a six", thousand: "one in a thousand" },
};

export type SurpriseWords = typeof en;
