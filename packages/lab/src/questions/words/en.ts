/** What questions say, whatever they ask; `{…}` are gaps to fill. */
export const en = {
  question: "Question {number}",
  answer: "Your answer",
  inUnit: "in {unit}",
  check: "Check",
  checkFigure: "Check the figure",
  showMe: "Show me",
  hint: "Hint: {text}",
  right: "Right.",
  rightInUnit: "Right: {unit} are as good. In the unit asked for it is {value}.",
  wrongUnit: "The number is right, but in {asked}, not in {unit}.",
  wrongBase: "The right amount, but taken with {bases}: those are {unit}. The question asks for {asked}.",
  sign: "The right size with the wrong sign: this amount is never negative. Mind the minus in front, or which way up the fraction in the logarithm stands.",
  bases: {
    bits: "logarithms to base 2",
    nats: "natural logarithms",
    bans: "logarithms to base 10",
  },
  close: "Very close. Keep more digits on the way, and round to {decimals} decimals at the end.",
  notANumber: "That is not a number yet. You can write 0.5, 0,5, 1/2 or log2(5).",
  noBase: "To which base? Write log2, ln or log10.",
  wrong: "Not yet.",
  choose: "Choose one of the answers first.",
  noFigure: "The figure has not come alive yet.",
  another: "With other numbers",
  mistaken: "Not yet: {what}.",
  see: "See it in the figure",
  tally: "{answered} / {total} questions answered",
  complete: "Lesson complete: every question answered.",
};

export type QuestionWords = typeof en;
