import { huffman, type Probabilities } from "@surprisal/core";

export type Strategy = "halving" | "best";

/** The answers that lead to each number, 0 for yes and 1 for no; undefined for one the questions never reach. */
export type Answers = readonly (string | undefined)[];

/** How the questions are chosen: by halving what is left, whatever is likely, or so that they are fewest on average. */
export function answersOf(strategy: Strategy, p: Probabilities): Answers {
  return strategy === "best" ? huffman(p).words : halving(p.length);
}

/** Yes to “at most the middle” leads to the lower half, which has one more where there is no equal half. */
function halving(n: number): string[] {
  const answers: string[] = [];
  const split = (low: number, high: number, path: string) => {
    if (low === high) {
      answers[low] = path;
      return;
    }
    const middle = (low + high) >> 1;
    split(low, middle, `${path}0`);
    split(middle + 1, high, `${path}1`);
  };
  split(0, n - 1, "");
  return answers;
}

/** Mean number of questions when the number is drawn from P. */
export function expectedQuestions(p: Probabilities, answers: Answers): number {
  return [...p].reduce((sum, x, i) => sum + (x > 0 ? x * answers[i]!.length : 0), 0);
}
