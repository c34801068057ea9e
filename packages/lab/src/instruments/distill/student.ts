import {
  createRng,
  logits,
  normalize,
  type Probabilities,
  type Rng,
  softmax,
  standardNormal,
  throughSoftmax,
} from "@surprisal/core";
import { drinks, kinds, orders } from "./menu.ts";

/** How far a student begins from treating everything alike. */
const variety = 0.5;

/** A distribution given by its logits. */
class Choice {
  readonly #logits: Float64Array;
  odds: Probabilities;

  constructor(values: Float64Array) {
    this.#logits = values;
    this.odds = softmax(logits(values));
  }

  /** @param slopes Derivatives by the probabilities. */
  descend(slopes: Float64Array, rate: number): void {
    const gradient = throughSoftmax(this.odds, slopes);
    for (let i = 0; i < gradient.length; i++) this.#logits[i]! -= rate * gradient[i]!;
    this.odds = softmax(logits(this.#logits));
  }
}

type Habit = { readonly kind: Choice; readonly drink: Choice };

/** Chooses a habit, and by that habit a kind and a drink that do not look at one another: Q(order) = Σ w·u(kind)·v(drink). */
export class Student {
  readonly #which: Choice;
  readonly #habits: readonly Habit[];
  /** What it says, by orders. */
  q: Probabilities;

  constructor(habits: number, seed: number) {
    const rng = createRng(seed);
    this.#which = new Choice(new Float64Array(habits));
    this.#habits = Array.from({ length: habits }, () => ({
      kind: new Choice(strewn(kinds, rng)),
      drink: new Choice(strewn(drinks, rng)),
    }));
    this.q = this.#mixed();
  }

  /**
   * Takes a step down a gradient.
   *
   * @param byLog The derivatives of the loss by ln q of each order, as if they were free.
   * @param rate How far the logits go along it.
   */
  descend(byLog: ArrayLike<number>, rate: number): void {
    const w = this.#which.odds;
    const byShare = new Float64Array(w.length);
    for (const [h, { kind, drink }] of this.#habits.entries()) {
      const [u, v] = [kind.odds, drink.odds];
      const [byKind, byDrink] = [new Float64Array(kinds), new Float64Array(drinks)];
      for (let order = 0; order < orders; order++) {
        if (this.q[order] === 0) continue;
        const [k, d] = [Math.floor(order / drinks), order % drinks];
        const slope = byLog[order]! / this.q[order]!;
        byShare[h]! += slope * u[k]! * v[d]!;
        byKind[k]! += slope * w[h]! * v[d]!;
        byDrink[d]! += slope * w[h]! * u[k]!;
      }
      kind.descend(byKind, rate);
      drink.descend(byDrink, rate);
    }
    this.#which.descend(byShare, rate);
    this.q = this.#mixed();
  }

  #mixed(): Probabilities {
    const q = new Float64Array(orders);
    for (const [h, { kind, drink }] of this.#habits.entries())
      for (let order = 0; order < orders; order++)
        q[order]! +=
          this.#which.odds[h]! * kind.odds[Math.floor(order / drinks)]! * drink.odds[order % drinks]!;
    return normalize(q);
  }
}

function strewn(length: number, rng: Rng): Float64Array {
  return Float64Array.from({ length }, () => variety * standardNormal(rng));
}
