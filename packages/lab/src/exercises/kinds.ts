/** The exercises that ask what a question of a lesson asks, with other numbers: by lesson, then by question. */
const kinds: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  "book/surprise": { doors: "surprise/alike", million: "surprise/rare", together: "surprise/together" },
  "book/entropy": { box: "entropy/coin", pairs: "entropy/tosses", tense: "entropy/tenses" },
  "book/cross-entropy": {
    "films-cost": "cross-entropy/price",
    borrowed: "cross-entropy/signals",
    label: "cross-entropy/label",
  },
  "book/kl-divergence": {
    matched: "kl-divergence/matched",
    believing: "cross-entropy/price",
    gap: "kl-divergence/gap",
  },
  "book/mutual-information": {
    left: "mutual-information/left",
    noisy: "mutual-information/channel",
    pair: "mutual-information/pair",
    correction: "mutual-information/correction",
    phantom: "mutual-information/phantom",
  },
  "book/two-directions": { half: "two-directions/hill", third: "two-directions/hill" },
  "book/distillation": { habit: "distillation/habit", task: "distillation/task" },
  "book/policies": { price: "policies/leash", loose: "policies/loose" },
  "book/loss-curves": {
    even: "surprise/alike",
    floor: "loss-curves/floor",
    left: "kl-divergence/gap",
  },
  "book/language-models": {
    coldest: "language-models/greedy",
    nucleus: "language-models/nucleus",
    three: "language-models/text",
    bounds: "language-models/guesses",
  },
  "book/inference": { gap: "inference/bound", narrow: "inference/meanField", rate: "two-directions/normals" },
  "book/gradients": { missing: "gradients/force", heads: "gradients/pull", scatter: "gradients/scatter" },
};

/** A kind of exercise: its lesson and its name. */
export type Kind = `${string}/${string}`;

export const allKinds = Object.values(kinds).flatMap((questions) => Object.values(questions));

export function kindOf(lesson: string, question: string): Kind | undefined {
  return kinds[lesson]?.[question];
}
