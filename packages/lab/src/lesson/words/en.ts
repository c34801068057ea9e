/** What the parts of a lesson say around the lesson's own text; `{…}` are gaps to fill. */
export const en = {
  summary: "In one paragraph",
  predict: "Before you look",
  guess: "Your guess",
  inUnit: "in {unit}",
  commit: "That is my guess",
  committed: "Guess kept",
  reveal: "See what happens",
  guessed: "You guessed {guess}. It is {value}.",
  notANumber: "That is not a number yet. You can write 0.5, 0,5, 1/2 or log2(5).",
  choose: "Choose one first. A wrong guess teaches more than none.",
};

export type LessonWords = typeof en;
