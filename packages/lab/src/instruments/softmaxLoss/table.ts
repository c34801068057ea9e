import { inUnit, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { commandOf } from "./command.ts";
import { curveOf } from "./curve.ts";
import { logitsOf, measure, type SoftmaxLoss, stepsOf } from "./model.ts";

/** A row for each outcome: its logit, P, Q, its term of H(P,Q) and the slope by its logit. */
export function csvOf(state: SoftmaxLoss, unit: Unit, names: readonly string[]): string {
  const { target, model, terms, gradient } = measure(state);
  const z = logitsOf(state);
  const rows = names.map((name, i) => [
    name,
    z[i]!,
    target[i]!,
    model[i]!,
    inUnit(terms[i]!, unit),
    inUnit(gradient[i]!, unit),
  ]);
  return toCsv([["outcome", "logit", "P", "Q", `P log 1/Q (${unit})`, `slope (${unit})`], ...rows]);
}

/** The state, its numbers and its loss curve at full precision. */
export function jsonOf(state: SoftmaxLoss, unit: Unit, names: readonly string[], link: string): string {
  const { right, epsilon, t, gamma, rate } = state;
  const { target, model, cost, floor, gap, loss, gradient } = measure(state);
  const content = {
    outcomes: names,
    label: names[right],
    epsilon,
    temperature: t,
    gamma,
    rate,
    steps: stepsOf(state),
    logits: logitsOf(state),
    P: [...target],
    Q: [...model],
    unit,
    "H(P,Q)": inUnit(cost, unit),
    "H(P)": inUnit(floor, unit),
    "D(P‖Q)": inUnit(gap, unit),
    loss: inUnit(loss, unit),
    gradient: gradient.map((slope) => inUnit(slope, unit)),
    curve: curveOf(state).map(([step, nats]) => [step, inUnit(nats, unit)]),
    command: commandOf(state, unit, names),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
