import {
  crossEntropy,
  crossEntropyContributions,
  entropy,
  gradientByLogits,
  klDivergence,
  labelSmoothing,
  logits,
  type Nats,
  type Probabilities,
  probabilities,
  softmax,
} from "@surprisal/core";

/** A classifier in front of one example: its logits, from where they began to where descent has brought them, and what it is taught. */
export type SoftmaxLoss = {
  /** The logits at every step of the descent so far, the first those it began with. */
  readonly path: readonly (readonly number[])[];
  /** The outcome the label names. */
  readonly right: number;
  /** ε of label smoothing; 0 for a one-hot label. */
  readonly epsilon: number;
  /** What the logits are divided by before the softmax. */
  readonly t: number;
  /** γ of the focal loss; 0 for cross-entropy. */
  readonly gamma: number;
  /** How far a step goes along the gradient. */
  readonly rate: number;
};

export type Setting = Partial<Pick<SoftmaxLoss, "right" | "epsilon" | "t" | "gamma" | "rate">>;

/** How many outcomes there are. */
export const size = 4;
/** The ends of the scale of logits; a descent ends before it leaves it. */
export const logitRange = [-5, 10] as const;
export const mostSteps = 2000;

/** What the controls offer. */
export const stops = {
  epsilon: [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4],
  t: [0.5, 1, 2, 4],
  gamma: [0, 0.5, 1, 2, 5],
  rate: [0.1, 0.5, 1, 2, 5],
} as const;

export function lossOf(z: readonly number[], setting: Setting = {}): SoftmaxLoss {
  return { path: [z], right: 0, epsilon: 0, t: 1, gamma: 0, rate: 1, ...setting };
}

export function stepsOf({ path }: SoftmaxLoss): number {
  return path.length - 1;
}

/** Where the logits are now. */
export function logitsOf({ path }: SoftmaxLoss): readonly number[] {
  return path.at(-1)!;
}

/** P, what the label says. */
export function targetOf({ right, epsilon }: SoftmaxLoss): Probabilities {
  const label = probabilities(Array.from({ length: size }, (_, i) => (i === right ? 1 : 0)));
  return labelSmoothing(label, epsilon);
}

/** Q, what the model says at some logits. */
export function modelAt(z: readonly number[], { t }: SoftmaxLoss): Probabilities {
  return softmax(logits(z.map((score) => score / t)));
}

/** The loss that is minimised and its gradient by the logits. The label is taught as it is: the temperature is the model's alone. */
export function lossAt(z: readonly number[], state: SoftmaxLoss) {
  const objective = { kind: "focalCrossEntropy", gamma: state.gamma } as const;
  const { value, gradient } = gradientByLogits(
    objective,
    targetOf(state),
    logits(z.map((score) => score / state.t)),
  );
  return { value, gradient: [...gradient].map((slope) => slope / state.t) };
}

/** One logit set by hand; a descent begins anew from there. */
export function moveLogit(state: SoftmaxLoss, index: number, value: number): SoftmaxLoss {
  const [low, high] = logitRange;
  return { ...state, path: [logitsOf(state).with(index, Math.min(high, Math.max(low, value)))] };
}

/** Another label, loss or rate; a descent begins anew from where it is. */
export function set(state: SoftmaxLoss, setting: Setting): SoftmaxLoss {
  return { ...state, ...setting, path: [logitsOf(state)] };
}

/** So many steps down the gradient, or as many as are left. */
export function descend(state: SoftmaxLoss, count: number): SoftmaxLoss {
  const path = [...state.path];
  for (let taken = 0; taken < count && path.length <= mostSteps; taken++) {
    const next = stepFrom(path.at(-1)!, state);
    if (!next) break;
    path.push(next);
  }
  return path.length === state.path.length ? state : { ...state, path };
}

export function isOver(state: SoftmaxLoss): boolean {
  return stepsOf(state) >= mostSteps || stepFrom(logitsOf(state), state) === undefined;
}

/** One step down; none if it would leave the scale, or changes nothing any more. */
function stepFrom(z: readonly number[], state: SoftmaxLoss): readonly number[] | undefined {
  const { gradient } = lossAt(z, state);
  const next = z.map((score, i) => score - state.rate * gradient[i]!);
  const [low, high] = logitRange;
  const isOnScale = next.every((score) => score >= low && score <= high);
  const moves = gradient.some((slope) => Math.abs(slope) > 1e-9);
  return isOnScale && moves ? next : undefined;
}

/** Everything the figure shows, in nats. */
export type Measures = {
  readonly target: Probabilities;
  readonly model: Probabilities;
  /** H(P,Q), and its terms. */
  readonly cost: Nats;
  readonly terms: readonly Nats[];
  /** H(P), below which no model comes. */
  readonly floor: Nats;
  /** D(P‖Q). */
  readonly gap: Nats;
  /** What is minimised: H(P,Q), or the focal loss. */
  readonly loss: Nats;
  readonly gradient: readonly number[];
};

export function measure(state: SoftmaxLoss): Measures {
  const target = targetOf(state);
  const z = logitsOf(state);
  const model = modelAt(z, state);
  const { value, gradient } = lossAt(z, state);
  return {
    target,
    model,
    cost: crossEntropy(target, model),
    terms: [...crossEntropyContributions(target, model)],
    floor: entropy(target),
    gap: klDivergence(target, model),
    loss: value,
    gradient,
  };
}

/** How far the right logit is ahead of the mean of the others. */
export function leadOf(state: SoftmaxLoss): number {
  const z = logitsOf(state);
  const others = z.filter((_, i) => i !== state.right);
  return z[state.right]! - others.reduce((a, b) => a + b, 0) / others.length;
}

/** The lead at which the softmax is the label: finite, unless the label is one-hot. */
export function bestLeadOf(state: SoftmaxLoss): number {
  const target = targetOf(state);
  const other = target[(state.right + 1) % size]!;
  return other === 0 ? Infinity : state.t * Math.log(target[state.right]! / other);
}
