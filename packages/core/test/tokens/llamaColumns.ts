import { createRng, standardNormal } from "@surprisal/core";

/** 257 tokens by a base and a model near it, seeded. */
export function llamaColumns() {
  const rng = createRng(61);
  const tokens = Array.from({ length: 257 }, () => {
    const base = 2.5 * rng.next() ** 2 + 0.01;
    const model = Math.abs(base + 0.2 * standardNormal(rng));
    return { base, model, kl: 0.02 * standardNormal(rng) ** 2, sameTop: rng.next() < 0.93 ? 1 : 0 };
  });
  const column = (name: "base" | "model" | "kl" | "sameTop") => tokens.map((token) => token[name]);
  return { base: column("base"), model: column("model"), kl: column("kl"), sameTop: column("sameTop") };
}
