import { seedOf, shuffled } from "../lesson/proof/order.ts";

/** In what order a question shows its choices: never the one they are written in, and the same in every language. */
export function choiceOrder(lesson: string, question: string, count: number): number[] {
  return shuffled(count, seedOf(`${lesson}#${question}`));
}
