import { type Nats, quantileStatistic, type TokenTable } from "@surprisal/core";

export type ShadedMeasure =
  | "forwardKl"
  | "reverseKl"
  | "entropyChange"
  | "surpriseP"
  | "surpriseQ"
  | "entropyP";

/** What a text can be shaded by: a value a token, and the sizes at which the next shade begins. */
export interface Shading {
  readonly measure: ShadedMeasure;
  /** Whose colour it has; "signed" has Q's above 0 and P's below. */
  readonly colour: "p" | "q" | "gap" | "signed";
  readonly values: ArrayLike<Nats>;
  readonly steps: readonly Nats[];
}

/** The darker a token, the rarer such a value: where the shades begin, as shares of all tokens. */
const shadeShares = [0.5, 0.75, 0.9, 0.95, 0.98, 0.99] as const;

/** All that the columns of a table allow, the most telling first. */
export function shadings(table: TokenTable): Shading[] {
  const { p, q, forwardKl, reverseKl } = table;
  const change = q?.entropy && p.entropy && q.entropy.map((nats, i) => nats - p.entropy![i]!);
  const rows: [ShadedMeasure, Shading["colour"], ArrayLike<number> | undefined][] = [
    ["forwardKl", "gap", forwardKl],
    ["reverseKl", "gap", reverseKl],
    ["surpriseP", "p", p.surprise],
    ["surpriseQ", "q", q?.surprise],
    ["entropyChange", "signed", change],
    ["entropyP", "p", q ? undefined : p.entropy],
  ];
  return rows.flatMap(([measure, colour, values]) => (values && shadingOf(measure, colour, values)) ?? []);
}

export function shadingOf(
  measure: ShadedMeasure,
  colour: Shading["colour"],
  values: ArrayLike<number>,
): Shading | undefined {
  return hasNumber(values) ? { measure, colour, values, steps: stepsOf(values) } : undefined;
}

function hasNumber(values: ArrayLike<number>): boolean {
  return Array.prototype.some.call(values, (value: number) => !Number.isNaN(value));
}

function stepsOf(values: ArrayLike<number>): number[] {
  // Sorted here, which is quick, it is not sorted anew for each share.
  const sizes = Float64Array.from(values, Math.abs)
    .filter((size) => !Number.isNaN(size))
    .sort();
  return shadeShares.map((share) => quantileStatistic(sizes, share).value);
}

/** The classes of the shades of one measure, each with the size it begins at; only those that tokens have. */
export function legendOf({ colour, steps }: Shading): { shade: string; from: Nats }[] {
  const whose = colour === "signed" ? "more" : colour;
  return steps.flatMap((from, i) =>
    i + 1 < steps.length && steps[i + 1] === from ? [] : [{ shade: `${whose}${i + 1}`, from }],
  );
}

/** The shade of a token: a name that the style sheet knows, or none for the lightest. */
export function shadeOf({ colour, values, steps }: Shading, row: number): string | undefined {
  const value = values[row]!;
  const size = Math.abs(value);
  // Nothing is above ∞, which is as rare as can be.
  const level = steps.filter((step) => size > step || size === Infinity).length;
  if (level === 0) return undefined;
  const whose = colour === "signed" ? (value < 0 ? "less" : "more") : colour;
  return `${whose}${level}`;
}
