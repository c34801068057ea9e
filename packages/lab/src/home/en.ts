/** The words of the home page, in English; the other languages have the same shape. */
export const en = {
  title: "Surprise, measured",
  lede: "Entropy, cross-entropy and KL divergence, from a coin toss to a language model. In figures you can take hold of, on your own data, at the command line and in code.",
  local: "Nothing you open here leaves your machine.",
  figure: {
    title: "Tomorrow’s weather",
    hint: "Drag a bar, or use the arrow keys",
    chart: "How often each weather comes, and how often you expect it",
    outcomes: ["sun", "cloud", "rain"],
    p: "P, what happens",
    q: "Q, what you expect",
    thumb: (series: string, outcome: string, percent: string, price: string) =>
      `${series}: ${outcome} ${percent} percent; ${price}`,
    strip: "What you pay, and the part of it that is wasted",
    unavoidable: "Unavoidable",
    paid: "What you pay",
    wasted: "Wasted",
    finite: (wasted: string) => `${wasted} wasted`,
    infinite: (outcome: string) => `Infinite: you called ${outcome} impossible, and it happens.`,
    exact: "You expect exactly what happens, so nothing is wasted.",
    costly: "What you expect is not what happens: the amber part is the price.",
  },
  doors: {
    book: {
      line: "What a wrong belief costs, one outcome at a time.",
      caption: "bits wasted on each film review of lesson 4",
    },
    workbench: {
      line: "Your own P and Q: numbers, files, texts.",
      caption: "bits in each letter of the lines above",
    },
    tokens: {
      line: "What one language model says of a text, or two, and where they part.",
      caption: "bits a letter between a longer and a shorter memory",
    },
    library: {
      line: "Typed functions for Node and browsers, exact where sums go wrong.",
      caption: "bits between two coins a billionth apart",
    },
    commandLine: {
      line: "The same measures on numbers, files and tables.",
      caption: "bits: surprisal kl 0.5,0.5 0.9,0.1",
    },
  },
};

export type HomeWords = typeof en;
