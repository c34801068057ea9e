/**
 * What kind of number a vector holds. The kinds never convert into one another by themselves: a value is checked once, where it
 * is made (`probabilities`, `logProbabilities`, `logits`, `counts`), and carries its kind in its type and at run time.
 */
export type Kind = "probabilities" | "logProbabilities" | "logits" | "counts";

/** A read-only vector of one kind; a `Float64Array` underneath. Spread it (`[...p]`) to get plain numbers. */
export interface Vector<K extends Kind> extends Iterable<number> {
  readonly kind: K;
  readonly length: number;
  readonly [index: number]: number;
}

/** Numbers in [0, 1] that sum to 1; made by {@link probabilities}. */
export type Probabilities = Vector<"probabilities">;
/** Natural logarithms of probabilities, in [−∞, 0]; made by {@link logProbabilities}. */
export type LogProbabilities = Vector<"logProbabilities">;
/** Unnormalised log-weights, in [−∞, ∞); made by {@link logits}. */
export type Logits = Vector<"logits">;
/** Non-negative numbers of occurrences, not all zero; made by {@link counts}. */
export type Counts = Vector<"counts">;

/** Numbers that carry no kind yet: any array of them, typed or not. */
export type Plain = ArrayLike<number> & { readonly kind?: never };

/** Marks numbers as being of a kind. The caller has checked them; nothing outside `distributions/` calls this. */
export function ofKind<K extends Kind>(kind: K, values: Float64Array): Vector<K> {
  return Object.defineProperty(values, "kind", { value: kind }) as unknown as Vector<K>;
}

/** The door of every measure: refuses, by name, whatever is not of one of the expected kinds. */
export function expectKind<K extends Kind>(
  where: string,
  name: string,
  vector: Vector<K>,
  ...kinds: K[]
): void {
  const kind = (vector as { kind?: unknown } | null | undefined)?.kind;
  if (kinds.includes(kind as K)) return;
  const got = typeof kind === "string" ? kind : Array.isArray(vector) ? "a plain array" : String(vector);
  throw new TypeError(`${where}: ${name} is ${got}, expected ${kinds.map((k) => `${k}(…)`).join(" or ")}`);
}

/** The numbers of a vector, for the kernels; only to be read. */
export function valuesOf(vector: Vector<Kind>): Float64Array {
  return vector as unknown as Float64Array;
}
