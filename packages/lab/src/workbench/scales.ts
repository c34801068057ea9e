import type { Nats } from "@surprisal/core";

/** Where the scales of the costs and of the terms end, in bits, so that what there is fills them. */
export function scalesOf(costs: { entropyP: Nats; crossEntropy: Nats; terms: readonly Nats[] }) {
  const { entropyP, crossEntropy, terms } = costs;
  const finite = terms.filter(Number.isFinite).map((nats) => nats / Math.LN2);
  const up = Math.max(...finite, 0);
  const down = Math.max(...finite.map((bits) => -bits), 0);
  const longest = Math.max(up, down) || 1;
  const paid = Number.isFinite(crossEntropy) ? crossEntropy : 2 * entropyP;
  return {
    cost: paid / Math.LN2 || 1,
    up: Math.max(up, longest / 4),
    down: Math.max(down, Math.max(up, longest / 4) / 8),
  };
}
