import { isAligned, type Joint, measure } from "./model.ts";

const hundredth = 0.01 * Math.LN2;

/** Nothing of Y can be told from X, though both are uncertain. */
export function unrelated(joint: Joint): "right" | "certain" | "nearly" | "related" {
  const { entropyX, entropyY, information } = measure(joint);
  if (entropyX < hundredth || entropyY < hundredth) return "certain";
  if (isAligned(joint)) return "right";
  return information < hundredth ? "nearly" : "related";
}

/** X says half a bit about Y, to a hundredth. */
export function halfBit(joint: Joint): "right" | "less" | "more" {
  const bits = measure(joint).information / Math.LN2;
  if (Math.abs(bits - 0.5) <= 0.01) return "right";
  return bits < 0.5 ? "less" : "more";
}
