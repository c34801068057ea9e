/** The words of the exercises on mutual information. */
export const mutualInformation = {
  channel: {
    ask: "A fair bit X is sent over a line that turns it round with probability {p}; Y is what arrives. How much does Y say about X?",
    mistakes: {
      left: "H(X|Y), what is left; the information is what is gone",
      all: "what a line without faults would carry",
      together: "H(X,Y), both of them together",
    },
  },
  left: {
    ask: "It rains with probability {p}. When it rains a colleague carries an umbrella with probability {a}, otherwise with probability {b}. What is left of the umbrella once the weather is known, H(Y|X)?",
    mistakes: {
      whole: "H(Y), before anything is known of the weather",
      unweighted: "the plain mean of the two columns; each counts as often as its weather comes",
      together: "H(X,Y), which holds the weather too",
    },
  },
  pair: {
    ask: "Two things come together with probability {p}; alone one of them comes with {a}, the other with {b}. What is their pointwise information?",
    mistakes: {
      weighted: "its part in the sum, weighed already by how often the pair comes",
      surprise: "the surprise of the pair; compare it with that by chance",
      product: "the surprise that it would have by chance; compare it with the one it has",
    },
  },
  correction: {
    ask: "Of {k} outcomes {s} were seen in {n} draws. What does Miller and Madow’s correction add to the plug-in entropy?",
    mistakes: {
      unseen: "the correction for all outcomes; it knows only those seen",
      notHalved: "twice the correction",
      noneLess: "one outcome too many: the frequencies sum to one",
    },
  },
  phantom: {
    ask: "Two variables with {r} and {c} outcomes have nothing in common. By plug-in, how much do they seem to share in {n} pairs, on the average and to first order?",
    mistakes: {
      truth: "the truth; the estimate is above it",
      notHalved: "twice the bias",
      cells: "what the joint entropy alone lacks; those of the two variables go the other way",
      noneLess: "the number of cells; the sides of the table are not free",
    },
  },
};
