import { distillation } from "./distillation.en.ts";
import { inference } from "./inference.en.ts";
import { mutualInformation } from "./mutualInformation.en.ts";

/** What exercises say, by lesson and kind; `{…}` are gaps for their numbers. The names of mistakes say what a wrong number is. */
export const en = {
  outcomes: {
    entropy: ["sun", "cloud", "rain"],
    "cross-entropy": ["walk", "tram", "bicycle"],
    "kl-divergence": ["red", "white", "rosé"],
  },
  surprise: {
    alike: {
      ask: "A ring lies in one of {n} boxes, all alike. You are told which. How much surprise is that?",
      mistakes: {
        outcomes: "the number of boxes",
        half: "half of the boxes, after halving once",
        others: "the boxes ruled out",
      },
    },
    rare: {
      ask: "One morning in {n} the ferry does not sail. How surprising is it when it does not?",
      mistakes: {
        otherwise: "the surprise of a morning on which it sails",
        probability: "the probability, not its surprise",
      },
    },
    together: {
      ask: "On any day a letter comes with probability {a} and a parcel with probability {b}, and neither knows of the other. Today both came. How surprising is that?",
      mistakes: {
        product: "the two surprises multiplied; it is the probabilities that multiply",
        either: "the probabilities added, as if one of the two were enough",
        average: "the mean of the two surprises, not their sum",
        rarer: "the rarer of the two alone",
      },
    },
    more: {
      ask: "Of two rumours, A is true with probability {a} and B with probability {b}. How much more would B surprise you?",
      mistakes: {
        probabilities: "the surprise of the difference; surprises are to be subtracted, not probabilities",
        second: "the surprise of B alone",
        both: "the surprise of both together",
      },
    },
  },
  entropy: {
    coin: {
      ask: "A bent coin falls heads with probability {p}. What is the entropy of a toss?",
      mistakes: {
        ceiling: "the entropy of a fair coin",
        unweighted: "the two surprises added without their weights",
        plainMean: "the plain mean of the two surprises, as if both were as likely",
        heads: "the piece of heads alone",
        tails: "the piece of tails alone",
      },
    },
    bars: {
      ask: "The bars show how likely each weather is for tomorrow. What is the entropy of the forecast?",
      mistakes: {
        ceiling: "what it would be with all three as likely",
        unweighted: "the three surprises added without their weights",
        plainMean: "the plain mean of the three surprises",
        largest: "the largest piece alone",
      },
    },
    room: {
      ask: "A four-sided die falls on its faces with probabilities {p}. How far is its entropy below the most that four faces allow?",
      mistakes: { entropy: "the entropy itself", ceiling: "the most that four faces allow" },
    },
    tosses: {
      ask: "A coin that falls heads with probability {p} is tossed {n} times. What is the entropy of all the tosses together?",
      mistakes: {
        one: "the entropy of one toss",
        ceiling: "what it would be for a fair coin",
        unweighted: "the surprises added without their weights",
      },
    },
    tenses: {
      ask: "In a text, the verbs stand in five tenses with probabilities {p}. What is the entropy of the tense of a verb?",
      mistakes: {
        ceiling: "what it would be with all five as likely",
        unweighted: "the five surprises added without their weights",
        plainMean: "the plain mean of the five surprises",
        largest: "the largest piece alone",
      },
    },
  },
  "cross-entropy": {
    price: {
      ask: "It rains with probability {p}, and your forecast always says {q}. How surprised are you by a day, on average? Give H(P,Q).",
      mistakes: {
        swapped: "H(Q,P): the weights and the prices changed places",
        gap: "D(P‖Q), only the part that is wasted",
        truth: "H(P), the part that nobody can avoid",
        model: "H(Q), what you would expect to pay",
        unweighted: "the two prices added without their weights",
      },
    },
    bars: {
      ask: "The full bars show how people really come to work, P; the hatched ones what the planners believe, Q. Give H(P,Q).",
      mistakes: {
        swapped: "H(Q,P): the weights and the prices changed places",
        gap: "D(P‖Q), only the part that is wasted",
        truth: "H(P), the part that nobody can avoid",
        model: "H(Q), what the planners expect",
      },
    },
    label: {
      ask: "The picture shows a fox. A classifier gives fox {a}, dog {b} and cat {c}. What is its loss on this picture, the cross-entropy with the label?",
      mistakes: {
        complement: "the surprise of its not being a fox",
        entropy: "the entropy of the classifier's answer, in which the label plays no part",
        all: "all three prices added; only what is there is paid for",
      },
    },
    signals: {
      ask: "Four signals are sent with probabilities {p}, in a code made for {q}. What does a signal cost, on average? Give H(P,Q).",
      mistakes: {
        swapped: "H(Q,P): the weights and the prices changed places",
        gap: "D(P‖Q), only the part that is wasted",
        truth: "H(P), the cost in the signals' own code",
        model: "H(Q), what the code was made to cost",
      },
    },
  },
  "kl-divergence": {
    gap: {
      ask: "A coin falls heads with probability {p}; a model says {q}. How much does the model waste on each toss? Give D(P‖Q).",
      mistakes: {
        swapped: "D(Q‖P), the other way round",
        cost: "H(P,Q), the whole price",
        unavoidable: "H(P), the part that nobody can avoid",
        worst: "the larger term alone",
      },
    },
    bars: {
      ask: "The full bars show which wine is drunk, P; the hatched ones which was ordered for, Q. Give D(P‖Q).",
      mistakes: {
        swapped: "D(Q‖P), the other way round",
        cost: "H(P,Q), the whole price",
        unavoidable: "H(P), the part that nobody can avoid",
        worst: "the largest term alone",
      },
    },
    sure: {
      ask: "A lamp is always green. A model gives green {a}, yellow {b} and red {c}. Give D(P‖Q), with the lamp as P.",
      mistakes: {
        infinite: "D(Q‖P): the model expects what never happens, but it is the lamp that weighs",
        model: "H(Q), the entropy of the model",
      },
    },
    smoothed: {
      ask: "A model was sure of heads, though tails come with probability {p}. It is smoothed: a part {epsilon} of its probability is now shared out equally between heads and tails. Give D(P‖Q).",
      mistakes: {
        infinite: "what it was before smoothing",
        whole: "as if tails had been given the whole part instead of half of it",
        swapped: "D(Q‖P), the other way round",
      },
    },
    matched: {
      ask: "A coin falls heads with probability {p}. A model that said {q} is now matched to the coin. What does a toss cost whoever believes it, on average?",
      mistakes: {
        before: "H(P,Q), what it cost before",
        saved: "D(P‖Q), what was saved by matching",
        gap: "what is wasted now; what nobody can avoid is still to be paid",
      },
    },
  },
  "mutual-information": mutualInformation,
  inference,
  "two-directions": {
    reverse: {
      ask: "A coin falls heads with probability {p}; a model says {q}. Give D(Q‖P), the direction in which the model weighs.",
      mistakes: {
        forward: "D(P‖Q), in which the truth weighs",
        cost: "H(Q,P), from which H(Q) is still to be taken",
      },
    },
    hill: {
      ask: "A truth P has two hills, far apart, and one of them holds {p} of its probability. The model Q is exactly that hill, and nothing else. What is D(Q‖P)?",
      mistakes: {
        other: "the answer for the other hill",
        weighted: "weighted by P; here Q weighs, and all of it is on this hill",
        infinite: "D(P‖Q), which counts the hill left out",
      },
    },
    normals: {
      ask: "P is the normal distribution with mean 0 and standard deviation {s}, Q the one with mean {m} and standard deviation {t}. Give D(P‖Q).",
      mistakes: {
        swapped: "D(Q‖P), the other way round",
        sameWidth: "what the distance of the means alone comes to, as if both were as wide as Q",
      },
    },
  },
  gradients: {
    force: {
      ask: "A coin falls heads with probability {p}. The model, a softmax of two logits, says {q}. What is the derivative of D(P‖Q) by the logit of heads?",
      mistakes: {
        reverse: "the derivative of D(Q‖P)",
        byProbability: "the size of the derivative by the probability of heads, P over Q",
        truth: "what P gives heads; by its logit it is a difference",
      },
    },
    pull: {
      ask: "A coin falls heads with probability {p}. The model, a softmax of two logits, says {q}. What is the derivative of D(Q‖P) by the logit of heads?",
      mistakes: {
        forward: "the derivative of D(P‖Q)",
        notCentred: "what is left if D(Q‖P) is not taken from the logarithm first",
        byProbability: "the derivative by the probability of heads",
      },
    },
    scatter: {
      ask: "A coin falls heads with probability {p}; the model, a softmax of two logits, says {q}. One toss estimates the gradient of D(P‖Q) by the logits. What is its variance, summed over both logits, in squares of the unit?",
      mistakes: {
        ofModel: "the variance of tosses of the model; the coin itself is tossed",
        oneLogit: "the variance by one of the two logits",
      },
    },
  },
  "loss-curves": {
    floor: {
      ask: "A picture is labelled fox, and fox, dog, cat and owl are possible. The label is smoothed with ε = {e}, spread evenly over all four. Below which loss does no model come? Give H(P).",
      mistakes: {
        zero: "the floor of the label as it was before smoothing",
        two: "the entropy of right or wrong; the wrong animals are three",
        wrongOnly: "ε spread over the three wrong animals only; the right one gets its part too",
      },
    },
  },
  "language-models": {
    text: {
      ask: "To the three words of a sentence, as they came, a model had given the probabilities {a}, {b} and {c}. What did a word cost it, on average?",
      mistakes: {
        total: "the whole sentence, not a word of it",
        meanOfChances: "the surprise of the mean probability; it is the surprises that are averaged",
      },
    },
    nucleus: {
      ask: "For the next word a model gives the probabilities {a}, {b}, {c} and {d}. Only the two likeliest words are kept, and scaled up to sum to 1. How far is T, what is drawn, from P, the model? Give D(T‖P).",
      mistakes: {
        swapped: "D(P‖T), which counts the words that were cut",
        lost: "the surprise of the words that were cut",
        entropyOfDrawn: "H(T), the entropy of what is drawn",
      },
    },
    greedy: {
      ask: "For the next word a model gives the probabilities {a}, {b}, {c} and {d}. At temperature 0 the likeliest is always drawn. Give D(T‖P), with T what is drawn and P the model.",
      mistakes: {
        swapped: "D(P‖T), which counts the words that are never drawn",
        entropyOfModel: "H(P), the entropy of the model",
        entropyOfDrawn: "H(T), the entropy of what is drawn",
      },
    },
    guesses: {
      ask: "Somebody guesses a text letter by letter. The first guess is right with probability {a}, the second with {b}, the third with {c}, the fourth with {d}. What is the upper bound for the entropy of a letter?",
      mistakes: {
        lower: "the lower bound",
        meanGuesses: "the logarithm of the mean number of guesses, which is no bound",
        alike: "what it would be with all four as often right",
      },
    },
    letters: {
      ask: "A model pays {a} {unit} for a token of a text, and a token has {n} letters on average. What does it pay for a letter?",
      mistakes: { product: "multiplied instead of divided", token: "the price of a token" },
    },
  },
  distillation,
  policies: {
    leash: {
      ask: "A reference P gives a reply with probability {p}, and another otherwise. The first is rewarded, and on the leash at hand that multiplies its odds by {k}: Q is the best policy there. How far does it stray? Give D(Q‖P).",
      mistakes: {
        swapped: "D(P‖Q), in which the reference weighs",
        loose: "how far it would stray on no leash at all",
      },
    },
    loose: {
      ask: "A reference P gives the reply that earns most with probability {p}. Off the leash, with β = 0, the policy Q gives no other. What is D(Q‖P)?",
      mistakes: {
        infinite: "D(P‖Q), which counts the replies that are no longer given",
        other: "the surprise of all the other replies together",
        weighted: "weighted by P; here Q weighs, and all of it is on this reply",
      },
    },
  },
};

export type ExerciseWords = typeof en;
