import {
  bestGaussianAlpha,
  bestGaussianForward,
  bestGaussianReverse,
  continuousAlpha,
  continuousKl,
  type Density,
  type GaussianMixture,
  gaussianMixture,
  integrate,
  type LocalFit,
  type Nats,
  normal,
} from "@surprisal/core";

/** A mean and a standard deviation. */
export type Bell = { readonly mean: number; readonly sd: number };

/** The truth P, a mixture of two bumps, and the model Q, one Gaussian. */
export type Fit = {
  readonly left: Bell;
  readonly right: Bell;
  /** The weight of the left bump; the right one has the rest. */
  readonly share: number;
  readonly q: Bell;
  /** While Q is the best Gaussian of an α: of which. */
  readonly alpha: number | null;
  /** How many steps two optimisers have taken from Q. */
  readonly steps: number;
};

/** Something that can be taken hold of. */
export type Handle = "leftMean" | "leftSd" | "rightMean" | "rightSd" | "qMean" | "qSd";

/** Where a handle can go, and how far an arrow key takes it. */
export type Range = { readonly low: number; readonly high: number; readonly step: number };

export const ranges: Readonly<Record<Handle, Range>> = {
  leftMean: { low: -4, high: 4, step: 0.1 },
  leftSd: { low: 0.2, high: 2, step: 0.05 },
  rightMean: { low: -4, high: 4, step: 0.1 },
  rightSd: { low: 0.2, high: 2, step: 0.05 },
  qMean: { low: -5, high: 5, step: 0.1 },
  qSd: { low: 0.2, high: 4, step: 0.05 },
};

export const mostSteps = 600;

/** The steps of the α slider, from the reverse divergence to the forward one. */
export const alphas: readonly number[] = Array.from({ length: 21 }, (_, i) => i / 20);

export function fitOf(left: Bell, right: Bell, share: number, q: Bell): Fit {
  return { left, right, share, q, alpha: null, steps: 0 };
}

export function positionOf({ left, right, q }: Fit, handle: Handle): number {
  const bell = handle.startsWith("left") ? left : handle.startsWith("right") ? right : q;
  return handle.endsWith("Mean") ? bell.mean : bell.sd;
}

/**
 * One handle moved. The bumps keep their order: one pushed against the other stops there. A runner starts anew.
 *
 * @param value Outside the handle's range it goes to the nearer end; it is rounded to hundredths, for Q to millionths.
 */
export function move(fit: Fit, handle: Handle, value: number): Fit {
  const { low, high } = ranges[handle];
  const least = handle === "rightMean" ? fit.left.mean : low;
  const most = handle === "leftMean" ? fit.right.mean : high;
  const rounded = round(value, handle.startsWith("q") ? 1e6 : 100);
  const inside = Math.min(most, Math.max(least, rounded));
  const changed = (bell: Bell) =>
    handle.endsWith("Mean") ? { ...bell, mean: inside } : { ...bell, sd: inside };
  if (handle.startsWith("left")) return fresh({ ...fit, left: changed(fit.left) });
  if (handle.startsWith("right")) return fresh({ ...fit, right: changed(fit.right) });
  return fresh({ ...fit, q: changed(fit.q) });
}

/** @param share The weight of the left bump; outside [0, 1] it goes to the nearer end. */
export function setShare(fit: Fit, share: number): Fit {
  return fresh({ ...fit, share: Math.min(1, Math.max(0, round(share, 100))) });
}

/** Q put in one place, as an optimum or a runner is: to six decimals, which a link and a command carry without loss. */
export function setModel(fit: Fit, { mean, sd }: Bell, alpha: number | null = null): Fit {
  const at = move(move(fit, "qMean", mean), "qSd", sd);
  return { ...at, alpha };
}

export function setSteps(fit: Fit, steps: number): Fit {
  return { ...fit, steps: Math.min(mostSteps, Math.max(0, Math.round(steps))) };
}

/** Tells one P from another. */
export function truthKey({ left, right, share }: Fit): string {
  return [left.mean, left.sd, right.mean, right.sd, share].join();
}

export function truthOf({ left, right, share }: Fit): GaussianMixture {
  return gaussianMixture([
    { weight: share, ...left },
    { weight: 1 - share, ...right },
  ]);
}

export function modelOf({ q }: Fit): Density {
  return normal(q.mean, q.sd);
}

/** An integral in two halves: over each, the mass of whoever weighs, and what it adds. They sum to the divergence. */
export type Half = { readonly mass: number; readonly value: Nats };

/** Everything the figure shows of one Q, in nats. */
export type Measures = {
  readonly forward: Nats;
  readonly reverse: Nats;
  /** Bound on the errors of both. */
  readonly error: Nats;
  /** Half way between the bumps, where the integrals are cut in two. */
  readonly cut: number;
  readonly forwardHalves: readonly [Half, Half];
  readonly reverseHalves: readonly [Half, Half];
};

export function measure(fit: Fit): Measures {
  const p = truthOf(fit);
  const q = modelOf(fit);
  const forward = continuousKl(p, q);
  const reverse = continuousKl(p, q, { direction: "reverse" });
  const cut = (fit.left.mean + fit.right.mean) / 2;
  return {
    forward: forward.value,
    reverse: reverse.value,
    error: Math.max(forward.error, reverse.error),
    cut,
    forwardHalves: halvesOf(p, q, cut, forward.value),
    reverseHalves: halvesOf(q, p, cut, reverse.value),
  };
}

/** Both divergences, for a mark in their plane. */
export type Place = { readonly forward: Nats; readonly reverse: Nats };

export function placeOf(fit: Fit): Place {
  const [p, q] = [truthOf(fit), modelOf(fit)];
  return { forward: continuousKl(p, q).value, reverse: continuousKl(p, q, { direction: "reverse" }).value };
}

/** The α-divergence of a state that follows one. */
export function alphaOf(fit: Fit, alpha: number): Nats {
  return continuousAlpha(truthOf(fit), modelOf(fit), alpha).value;
}

/** The best Gaussian of an α, with both divergences there. */
export type AlphaOptimum = Bell & Place & { readonly alpha: number };

export function bestOfAlpha(fit: Fit, alpha: number): AlphaOptimum {
  const { mean, sd } = bestGaussianAlpha(truthOf(fit), alpha).optima[0]!;
  return { alpha, mean, sd, ...placeOf({ ...fit, q: { mean, sd } }) };
}

/** An optimum, with both divergences there. */
type Optimum = Bell & {
  readonly forward: Nats;
  readonly reverse: Nats;
  readonly gradientNorm: number;
};

/** The best Gaussian of the forward divergence, and all local ones of the reverse, best first. */
export type Optima = {
  readonly key: string;
  readonly forward: Optimum;
  readonly reverse: readonly Optimum[];
};

export function optimaOf(fit: Fit): Optima {
  const p = truthOf(fit);
  const both = ({ mean, sd, gradientNorm }: Bell & { gradientNorm: number }): Optimum => ({
    mean,
    sd,
    gradientNorm,
    forward: continuousKl(p, normal(mean, sd)).value,
    reverse: continuousKl(p, normal(mean, sd), { direction: "reverse" }).value,
  });
  return {
    key: truthKey(fit),
    forward: both({ ...bestGaussianForward(p), gradientNorm: 0 }),
    reverse: bestGaussianReverse(p).optima.map((optimum: LocalFit) => both(optimum)),
  };
}

function halvesOf(weigher: Density, other: Density, cut: number, total: Nats): [Half, Half] {
  const from = Math.min(weigher.window[0], cut - 1);
  const breakpoints = [...(weigher.landmarks ?? [])];
  const density = (x: number) => Math.exp(weigher.logDensity(x));
  const term = (x: number) => density(x) * (weigher.logDensity(x) - other.logDensity(x));
  const left = (f: (x: number) => number) =>
    integrate(f, from, cut, { breakpoints, relativeTolerance: 1e-7, absoluteTolerance: 1e-9 }).value;
  const mass = Math.min(1, left(density));
  const value = left(term);
  return [
    { mass, value },
    { mass: 1 - mass, value: total - value },
  ];
}

/** A new place is nobody's α, and nobody has run from it. */
function fresh(fit: Fit): Fit {
  return { ...fit, alpha: null, steps: 0 };
}

// Adding 0 turns −0 into 0.
function round(value: number, per: number): number {
  return Math.round(value * per) / per + 0;
}
