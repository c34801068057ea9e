import { logits, type Objective } from "@surprisal/core";
import fc from "fast-check";

const directions = ["forward", "reverse"] as const;

/** Every kind of objective, at its ends, next to them and between. */
const objectives: readonly Objective[] = [
  ...directions.flatMap((direction): Objective[] => [
    { kind: "kl", direction },
    { kind: "crossEntropy", direction },
    ...[0, 0.1, 0.9, 1].map((lambda): Objective => ({ kind: "skewedKl", lambda, direction })),
  ]),
  ...[0, 0.5, 2].map((gamma): Objective => ({ kind: "focalCrossEntropy", gamma })),
  ...[0, 0.01, 0.5, 0.9, 1].flatMap((beta): Objective[] => [
    { kind: "generalizedJensenShannon", beta },
    { kind: "generalizedJensenShannon", beta, continuous: true },
  ]),
  ...[-1, 0, 1e-9, 0.3, 0.5, 0.8, 1, 1 + 1e-9, 2].map((alpha): Objective => ({ kind: "alpha", alpha })),
  ...[0, 0.3, 0.5, 1, 2, Infinity].map((order): Objective => ({ kind: "renyi", order })),
  { kind: "totalVariation" },
];

export const named = objectives.map((objective) => [nameOf(objective), objective] as const);

function nameOf(objective: Objective): string {
  return Object.values(objective).join(" ");
}

/** Logits of a teacher and a student over the same 2 to 8 outcomes, from −size to size. */
export function logitPairs(size: number) {
  const one = fc.double({ min: -size, max: size, noNaN: true });
  return fc
    .integer({ min: 2, max: 8 })
    .chain((n) => fc.tuple(...[0, 1].map(() => fc.array(one, { minLength: n, maxLength: n }).map(logits))))
    .map(([teacher, student]) => ({ teacher: teacher!, student: student! }));
}
