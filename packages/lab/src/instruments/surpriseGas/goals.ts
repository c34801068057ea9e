import { entropy } from "@surprisal/core";
import { type Gas, measure } from "./model.ts";
import { presetGas } from "./presets.ts";

/** H(P,Q) is three bits to a tenth, and the truth is still that of the films. */
export function threeBits(gas: Gas): "right" | "truthMoved" | "infinite" | "less" | "more" {
  const truth = presetGas("films", gas.duel.names).duel.p;
  if ([...truth].join() !== [...gas.duel.p].join()) return "truthMoved";
  const bits = measure(gas).believes.expected / Math.LN2;
  if (bits === Infinity) return "infinite";
  if (Math.abs(bits - 3) <= 0.1) return "right";
  return bits < 3 ? "less" : "more";
}

/** Q is wrong, and yet the draws cost its reader less than that reader expects: H(P,Q) < H(Q), by a hundredth of a bit or more. */
export function pleasantlySurprised(gas: Gas): "right" | "matched" | "hardly" | "dearer" {
  const { waste, believes } = measure(gas);
  if (waste === 0) return "matched";
  const saved = (entropy(gas.duel.q) - believes.expected) / Math.LN2;
  if (saved >= 0.01) return "right";
  return saved > 0 ? "hardly" : "dearer";
}
