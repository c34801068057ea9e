import type { Aim, Distill } from "./model.ts";

/**
 * What computes the aim of a state in another program, by the table of losses in the library's README.
 *
 * @returns undefined if nothing in the table does; `keepsEntropy` if it leaves H(P) in the value.
 */
export function elsewhereOf(state: Distill): { name: string; keepsEntropy?: true } | undefined {
  const { aim, at, task, temperature, squared } = state;
  if (task === "loss" || aim === "focal")
    return aim === "focal" || temperature !== 1 ? undefined : { name: "F.cross_entropy(z, p, weight=w)" };
  if (squared && temperature !== 1) {
    const name = distillKit(aim, at);
    return name ? { name: `DistillKit ${name}, T = ${temperature}` } : undefined;
  }
  const beta = { forward: 0, reverse: 1, js: at }[aim as string];
  const heat = temperature === 1 ? "" : `, temperature=${temperature}`;
  if (beta !== undefined) return { name: `TRL generalized_jsd_loss(beta=${beta}${heat})` };
  if (heat) return undefined;
  if (aim === "crossEntropy") return { name: "F.cross_entropy(z, p)" };
  if (aim === "skew") return { name: `DistiLLM skewed_forward_kl(lam=${at})`, keepsEntropy: true };
  return aim === "skewReverse" ? { name: `DistiLLM skewed_reverse_kl(lam=${at})` } : undefined;
}

function distillKit(aim: Aim, at: number): string | undefined {
  if (aim === "forward") return "KLDLoss";
  return aim === "js" && at === 0.5 ? "JSDLoss" : undefined;
}
