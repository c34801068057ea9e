/** What is known to be peculiar about scores. */
export const quirkMeanings = {
  unscored: "have no log-probability: the first token of a text, or null",
  failed: "never came, as a request failed and its line is skipped: counted are requests",
  sentinel: "stand at −9999, which means “not known, or impossible”: taken as unknown",
  zeroProbability: "stand at the lowest number a single can hold, which means probability 0: taken as −∞",
  placeholder: "stand at 0 as all others do, or although others are given probability too: taken as unknown",
  aboveZero: "lie above 0 by rounding: taken as 0",
  rounded: "are rounded",
  notListed: "are not in the list of the likeliest beside them",
  notIdentified: "cannot be found in the list, whose order was lost: taken as unknown",
  contradicted:
    "contradict the list beside them: it gives them another log-probability, or what it lists leaves less than they have",
  duplicates: "have a list in which two tokens are written alike",
  excess: "have a list whose probabilities sum to more than 1",
  afterSampling: "are probabilities after the sampler, not the model's",
  bytesInText: "are bytes written as text, such as bytes:\\xe2",
  idInText: "are an id in the place of a text",
  bytesDiffer: "have bytes that are not those of the text: the bytes are right",
  lossyText: "have U+FFFD in their text and no bytes: which bytes they are is lost",
  blankMarks: "are written with ▁ or Ġ for a blank, as in the vocabulary",
} as const;

export type QuirkCode = keyof typeof quirkMeanings;

/** Something peculiar about the scores of a sequence. */
export interface Quirk {
  readonly code: QuirkCode;
  /** How many of its scores. */
  readonly count: number;
  /** The index of the first of them. */
  readonly first: number;
  /** Of `rounded`: how many decimals there are. */
  readonly decimals?: number;
}

/** Counts what is peculiar, score by score in their order. */
export class QuirkTally {
  readonly #found = new Map<QuirkCode, Quirk & { last: number }>();
  readonly #sentinels = new Set<number>();

  add(code: QuirkCode, index: number): void {
    if (code === "sentinel") this.#sentinels.add(index);
    const known = this.#found.get(code);
    if (known?.last === index) return;
    const { count, first } = known ?? { count: 0, first: index };
    this.#found.set(code, { code, count: count + 1, first, last: index });
  }

  /** Whether a score, or an alternative to it, stands at −9999. */
  hasSentinel(index: number): boolean {
    return this.#sentinels.has(index);
  }

  list(): Quirk[] {
    return Array.from(this.#found.values(), ({ last: _, ...quirk }) => quirk);
  }
}
