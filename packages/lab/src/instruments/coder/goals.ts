import { inUnit } from "@surprisal/core";
import { measure } from "./measure.ts";
import type { Coder } from "./model.ts";

const tenth = 0.1;

/** Huffman's words within a tenth of a bit of the entropy, where single characters are further away. */
export function wordsNearEntropy({
  message,
}: Coder): "right" | "number" | "infinite" | "easy" | "single" | "short" {
  if (message.code === "arithmetic") return "number";
  const lost = (block: number) => {
    const { paid, entropy } = measure({ ...message, block });
    return inUnit(paid.huffman - entropy, "bits");
  };
  const now = lost(message.block);
  if (now === Infinity) return "infinite";
  if (lost(1) <= tenth) return "easy";
  if (now <= tenth) return "right";
  return message.block === 1 ? "single" : "short";
}

/** Another dictionary than the text's own, that can send the text and wastes a bit a character or more. */
export function dearDictionary({ message }: Coder): "right" | "own" | "infinite" | "cheap" {
  const { crossEntropy, entropy } = measure(message);
  if (crossEntropy === Infinity) return "infinite";
  const waste = inUnit(crossEntropy - entropy, "bits");
  if (waste < 1e-9) return "own";
  return waste >= 1 ? "right" : "cheap";
}
