import type { Unit } from "@surprisal/core";
import type { Fit } from "./model.ts";

/** P as the command line reads it: '0.5*N(-2.2,0.7)+0.5*N(2.2,0.7)', a bump without weight left out. */
export function truthOperand({ left, right, share }: Fit): string {
  const parts = [
    { weight: share, ...left },
    { weight: Math.round((1 - share) * 100) / 100, ...right },
  ];
  const present = parts.filter(({ weight }) => weight > 0);
  if (present.length === 1) return `N(${present[0]!.mean},${present[0]!.sd})`;
  return present.map(({ weight, mean, sd }) => `${weight}*N(${mean},${sd})`).join("+");
}

/** The command that prints both divergences of a fit. */
export function commandOf(fit: Fit, unit: Unit): string {
  const words = ["surprisal", "gaussian", `'${truthOperand(fit)}'`, `'N(${fit.q.mean},${fit.q.sd})'`];
  if (unit !== "bits") words.push("--unit", unit);
  return words.join(" ");
}
