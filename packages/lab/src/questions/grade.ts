import { inUnit, type Unit } from "@surprisal/core";
import { type Answer, parseAnswer } from "./answer.ts";
import { lacksBase } from "./expression.ts";

/** A question whose answer is an amount of information, or the square of one. */
export type Quantity = {
  /** Nats; of a square, nats². */
  readonly expected: number;
  readonly isSquare?: boolean;
  /** The unit and the number of decimals the question asks for. */
  readonly unit: Unit;
  readonly decimals: number;
  /** What a known mistake would give, by the name of the mistake; the first that fits is the one reported. */
  readonly mistakes: readonly { readonly name: string; readonly value: number }[];
};

export type Verdict =
  | { readonly kind: "right" }
  /** Right, and said in another unit than the one asked for. */
  | { readonly kind: "rightInUnit"; readonly unit: Unit }
  /** The right number with the wrong unit written after it. */
  | { readonly kind: "wrongUnit"; readonly unit: Unit }
  /** The right amount, taken with the logarithm of another unit and no unit written. */
  | { readonly kind: "wrongBase"; readonly unit: Unit }
  | { readonly kind: "mistake"; readonly name: string }
  /** The right number with its sign lost. */
  | { readonly kind: "sign" }
  /** Within a few units of the last digit, or given to fewer digits than asked: rounded too early, or cut off. */
  | { readonly kind: "close" }
  | { readonly kind: "notANumber" }
  /** A logarithm that does not say to which base. */
  | { readonly kind: "noBase" }
  | { readonly kind: "wrong" };

/** So many nats, or nats², in another unit, or its square. */
export function amountIn({ isSquare }: Pick<Quantity, "isSquare">, nats: number, unit: Unit): number {
  return isSquare ? nats * inUnit(1, unit) ** 2 : inUnit(nats, unit);
}

export function nameOfUnit({ isSquare }: Pick<Quantity, "isSquare">, unit: Unit): string {
  return isSquare ? `${unit}²` : unit;
}

const units: readonly Unit[] = ["bits", "nats", "bans"];

/** Half a unit of the last digit asked for is right; five units are close. */
export function grade(question: Quantity, text: string): Verdict {
  const answer = parseAnswer(text);
  if (!answer) return { kind: lacksBase(text) ? "noBase" : "notANumber" };
  const { value, unit = question.unit } = answer;
  const { expected } = question;
  if (isNear(question, value, amountIn(question, expected, unit)))
    return unit === question.unit ? { kind: "right" } : { kind: "rightInUnit", unit };
  if (isNear(question, value, amountIn(question, expected, question.unit)))
    return { kind: "wrongUnit", unit };
  return (
    baseMistake(question, answer) ??
    namedMistake(question, value, unit) ??
    nearMiss(question, value / amountIn(question, 1, unit)) ?? { kind: "wrong" }
  );
}

function baseMistake(question: Quantity, { value }: Answer): Verdict | undefined {
  const unit = units.find((other) => isNear(question, value, amountIn(question, question.expected, other)));
  return unit && { kind: "wrongBase", unit };
}

/** A mistake may have been made with rounded numbers: a part in a thousand off is still that mistake. */
function namedMistake(question: Quantity, value: number, unit: Unit): Verdict | undefined {
  const found = question.mistakes.find((mistake) => {
    const mistaken = amountIn(question, mistake.value, unit);
    return isNear(question, value, mistaken) || Math.abs(value - mistaken) < Math.abs(mistaken) / 1000;
  });
  return found && { kind: "mistake", name: found.name };
}

function nearMiss(question: Quantity, nats: number): Verdict | undefined {
  const value = amountIn(question, nats, question.unit);
  const expected = amountIn(question, question.expected, question.unit);
  if (isNear(question, -value, expected)) return { kind: "sign" };
  const fewest = Math.abs(expected) >= 10 ? 0 : 1;
  const isCoarse = Array.from({ length: question.decimals }, (_, digits) => digits)
    .slice(fewest)
    .some((digits) => value === Number(expected.toFixed(digits)));
  return isCoarse || isNear(question, value, expected, 10) ? { kind: "close" } : undefined;
}

// One part in 10⁹ keeps an answer that was rounded exactly to the middle on the right side.
function isNear({ decimals }: Quantity, value: number, expected: number, times = 1): boolean {
  if (value === expected) return true;
  return Math.abs(value - expected) <= times * 0.5 * 10 ** -decimals * (1 + 1e-9);
}
