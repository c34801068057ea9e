import { type Integrand, nodesPerPanel, type Panel, panel } from "./gaussKronrod.ts";

/** Integrals of every component, with bounds on their errors. */
export type Integrals = {
  readonly values: Float64Array;
  /** ∫|f|. */
  readonly sizes: Float64Array;
  readonly errors: Float64Array;
  /** Whether the errors are within the tolerances, or as small as rounding lets them be. */
  readonly converged: boolean;
  readonly evaluations: number;
};

/** Refuses a tolerance or a limit that no comparison would ever meet, or that any would. */
export function expectCare(where: string, relativeTolerance: number, maxEvaluations: number): void {
  if (!(typeof relativeTolerance === "number" && relativeTolerance >= 0))
    throw new RangeError(`${where}: relativeTolerance is ${relativeTolerance}, expected a number ≥ 0`);
  if (!(typeof maxEvaluations === "number" && maxEvaluations >= 1))
    throw new RangeError(`${where}: maxEvaluations is ${maxEvaluations}, expected a number ≥ 1`);
}

/**
 * Halves panels until the error of each component is within its tolerance, or splitting does not help, or the evaluations run out.
 *
 * @param start A first partition of the interval.
 * @param tolerances The absolute error wanted of each component, given what is known so far.
 * @param maxEvaluations No round begins that would call f more often than this.
 */
export function refine(
  f: Integrand,
  start: readonly Panel[],
  tolerances: (soFar: Integrals) => ArrayLike<number>,
  maxEvaluations: number,
): Integrals {
  let panels = start;
  let evaluations = nodesPerPanel * panels.length;
  for (;;) {
    const soFar = total(panels, evaluations);
    if (soFar.values.some((value) => !Number.isFinite(value))) return soFar;
    const wanted = tolerances(soFar);
    const isOpen = soFar.errors.map((error, i) => (error > wanted[i] ? 1 : 0));
    const share = 1 / (2 * panels.length);
    const split = panels.filter(({ reducible }) =>
      reducible.some((error, i) => isOpen[i] === 1 && error > share * wanted[i]),
    );
    if (split.length === 0) return soFar;
    if (evaluations + 2 * nodesPerPanel * split.length > maxEvaluations)
      return { ...soFar, converged: false };
    evaluations += 2 * nodesPerPanel * split.length;
    const chosen = new Set(split);
    panels = panels.flatMap((part) => (chosen.has(part) ? halves(f, part) : [part]));
  }
}

function halves(f: Integrand, { from, to, values }: Panel): Panel[] {
  const middle = from / 2 + to / 2;
  return [panel(f, values.length, from, middle), panel(f, values.length, middle, to)];
}

/** The sums over panels. */
export function total(panels: readonly Panel[], evaluations: number): Integrals {
  const size = panels[0].values.length;
  const sum = (field: "values" | "sizes" | "errors") =>
    Float64Array.from({ length: size }, (_, i) => panels.reduce((s, part) => s + part[field][i], 0));
  return { values: sum("values"), sizes: sum("sizes"), errors: sum("errors"), converged: true, evaluations };
}
