import { createRng, type Probabilities, type Rng } from "@surprisal/core";
import type { Distill } from "./model.ts";
import { drawnSlope, estimatorOf, exactSlope, isHopeless } from "./slope.ts";
import { Student } from "./student.ts";
import { taughtBy } from "./teacher.ts";

/** How far a step goes along the gradient. */
const rate = 2;

/** The distributions a student goes through, as far as they have been asked for. */
export class Run {
  readonly #state: Distill;
  readonly #taught: Probabilities;
  readonly #student: Student;
  readonly #rng: Rng;
  readonly #path: Probabilities[];
  /** Whether there is no gradient to go along. */
  readonly stuck: boolean;

  constructor(state: Distill) {
    this.#state = state;
    this.#taught = taughtBy(state);
    this.#student = new Student(state.habits, state.seed);
    this.#rng = createRng(state.seed);
    this.#path = [this.#student.q];
    this.stuck = isHopeless(state, this.#path[0]!);
  }

  /** What the student says before the first step and after each of so many; the first alone if it is stuck. */
  to(steps: number): readonly Probabilities[] {
    while (!this.stuck && this.#path.length <= steps) {
      this.#student.descend(this.#slope(this.#student.q), rate);
      this.#path.push(this.#student.q);
    }
    return this.#path.slice(0, steps + 1);
  }

  #slope(q: Probabilities): Float64Array {
    const { drawer } = this.#state;
    if (drawer === "nobody") return exactSlope(this.#state, q, this.#taught).gradient;
    return drawnSlope(this.#state, estimatorOf(this.#state, q, drawer, this.#taught), this.#rng);
  }
}

/** What the student of a state says after its training. */
export function endOf(state: Distill): Probabilities {
  return new Run(state).to(state.steps).at(-1)!;
}
