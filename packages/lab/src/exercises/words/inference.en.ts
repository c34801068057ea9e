/** The words of the exercises on inference. */
export const inference = {
  bound: {
    ask: "A crash in the kitchen: the cat or the wind, equally likely before. The cat makes such a noise with probability {a}, the wind with {b}. You go on believing one half each. How much longer than the surprise at the crash is your bound? Give D(Q‖P), where P is the posterior.",
    mistakes: {
      swapped: "D(P‖Q), in which the posterior weighs",
      surprise: "the surprise at the crash, which no belief can lower",
      bound: "the whole bound, the surprise at the crash included",
      posterior: "the entropy of the posterior",
    },
  },
  meanField: {
    ask: "Two Gaussian things have correlation {r}. A belief Q treats them apart. What is the least D(Q‖P) it can have?",
    mistakes: {
      notHalved: "twice that; there is a half in front of the logarithm",
      notSquared: "as if ρ were not squared",
    },
  },
};
