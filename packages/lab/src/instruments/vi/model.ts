import {
  type MultivariateNormal,
  meanFieldGaussian,
  multivariateGaussianKl,
  multivariateNormal,
  type Nats,
  type Normal,
  normal,
} from "@surprisal/core";

/** What is believed of one suitcase, in kilograms. */
export type Belief = { readonly mean: number; readonly sd: number };

/** Two suitcases of unknown weight on one scale, and what Q believes of each by itself. */
export type Inference = {
  /** What the scale shows for both together, in kilograms, and by how much it errs: a standard deviation. */
  readonly reading: number;
  readonly error: number;
  readonly q: readonly [Belief, Belief];
  /** Which suitcase is mended next. */
  readonly turn: Which;
};

export type Which = 0 | 1;

/** Of either suitcase before anything is weighed. */
export const before: Belief = { mean: 20, sd: 5 };

export const ranges = {
  reading: { low: 30, high: 50, step: 1 },
  mean: { low: 6, high: 34, step: 0.5 },
  sd: { low: 0.3, high: 9, step: 0.1 },
} as const;

export const errors = [0.5, 0.7, 1, 1.4, 2, 3, 4, 6, 8, 10, 14, 20];

export function setBelief(state: Inference, which: Which, part: Partial<Belief>): Inference {
  const { mean, sd } = { ...state.q[which], ...part };
  return withBelief(state, which, { mean: rounded(mean, "mean"), sd: rounded(sd, "sd") });
}

export function setMeans(state: Inference, [first, second]: readonly [number, number]): Inference {
  return setBelief(setBelief(state, 0, { mean: first }), 1, { mean: second });
}

export function setScale(state: Inference, scale: Partial<Pick<Inference, "reading" | "error">>): Inference {
  return { ...state, ...scale };
}

/** The best that can be believed of one suitcase as long as the other is believed to be what it is. */
export function mend(state: Inference): Inference {
  const { reading, error, turn } = state;
  const other = state.q[otherThan(turn)];
  const precision = 1 / before.sd ** 2 + 1 / error ** 2;
  const mean = (before.mean / before.sd ** 2 + (reading - other.mean) / error ** 2) / precision;
  const mended = withBelief(state, turn, {
    mean: fine(within(mean, ranges.mean)),
    sd: fine(1 / Math.sqrt(precision)),
  });
  return { ...mended, turn: otherThan(turn) };
}

/** Whether mending either suitcase would change nothing that is shown. */
export function isMended(state: Inference): boolean {
  return isAt(state, best(state, "reverse"), 0.005);
}

export function posteriorOf({ reading, error }: Pick<Inference, "reading" | "error">): MultivariateNormal {
  const own = before.sd ** 2;
  const gain = own / (2 * own + error ** 2);
  const mean = before.mean + gain * (reading - 2 * before.mean);
  return multivariateNormal(
    [mean, mean],
    [
      [own * (1 - gain), -own * gain],
      [-own * gain, own * (1 - gain)],
    ],
  );
}

export function correlationOf(state: Pick<Inference, "reading" | "error">): number {
  const [variance, shared] = posteriorOf(state).covariance;
  return shared! / variance!;
}

/** The Q of least D(P‖Q), or of least D(Q‖P). */
export function best(
  state: Pick<Inference, "reading" | "error">,
  direction: "forward" | "reverse",
): readonly [Belief, Belief] {
  const { mean, covariance } = meanFieldGaussian(posteriorOf(state), direction).q;
  const belief = (i: Which) => ({ mean: fine(mean[i]!), sd: fine(Math.sqrt(covariance[3 * i]!)) });
  return [belief(0), belief(1)];
}

/** Whether Q is at another one, as near as a hand can put it unless said otherwise. */
export function isAt({ q }: Inference, target: Inference["q"], near = 0.006): boolean {
  return target.every(
    ({ mean, sd }, i) => Math.abs(q[i]!.mean - mean) <= near && Math.abs(q[i]!.sd - sd) <= near,
  );
}

/** What is known of one suitcase alone, once both are weighed. */
export function knownOf(state: Pick<Inference, "reading" | "error">): Normal {
  const { mean, covariance } = posteriorOf(state);
  return normal(mean[0]!, Math.sqrt(covariance[0]!));
}

/** Everything the figure shows, in nats; densities are by the kilogram. */
export type Measures = {
  /** −ln P(x). */
  readonly surprise: Nats;
  /** D(Q‖P(z|x)), and the other way. */
  readonly gap: Nats;
  readonly forward: Nats;
  /** E_Q[−ln P(x|z)]. */
  readonly miss: Nats;
  /** D(Q‖P(z)). */
  readonly moved: Nats;
  /** The bound from above, by what it is made of: what Q misses, and how far it has moved. */
  readonly bound: Nats;
  /** What mean field cannot save. */
  readonly least: Nats;
};

export function measure(state: Inference): Measures {
  const { reading, error, q } = state;
  const posterior = posteriorOf(state);
  const model = independent(q);
  const own = before.sd ** 2;
  const scatter = q.reduce((sum, { sd }) => sum + sd ** 2, 0) / (2 * error ** 2);
  const miss = scatter - normal(reading, error).logDensity(q[0].mean + q[1].mean);
  const moved = multivariateGaussianKl(independent([before, before]), model, "reverse");
  return {
    surprise: -normal(2 * before.mean, Math.sqrt(2 * own + error ** 2)).logDensity(reading),
    gap: multivariateGaussianKl(posterior, model, "reverse"),
    forward: multivariateGaussianKl(posterior, model),
    miss,
    moved,
    bound: miss + moved,
    least: meanFieldGaussian(posterior, "reverse").value,
  };
}

function independent([a, b]: Inference["q"]): MultivariateNormal {
  return multivariateNormal(
    [a.mean, b.mean],
    [
      [a.sd ** 2, 0],
      [0, b.sd ** 2],
    ],
  );
}

export function withQ(state: Inference, q: Inference["q"]): Inference {
  return { ...state, q };
}

function withBelief(state: Inference, which: Which, belief: Belief): Inference {
  return withQ(state, which === 0 ? [belief, state.q[1]] : [state.q[0], belief]);
}

function otherThan(which: Which): Which {
  return which === 0 ? 1 : 0;
}

function rounded(value: number, what: "mean" | "sd"): number {
  return Math.round(within(value, ranges[what]) * 100) / 100;
}

function within(value: number, { low, high }: { low: number; high: number }): number {
  return Math.min(high, Math.max(low, value));
}

/** Millionths: what a link holds. */
function fine(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
