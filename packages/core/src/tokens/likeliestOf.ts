import type { Nats } from "../units.ts";
import { likeliestFirst } from "./likeliestFirst.ts";

/**
 * The likeliest of a token that came and what is listed in its place: what came, if it is likelier than all that are listed beside it.
 *
 * @returns Nothing if nothing is listed.
 * @example likeliestOf({ text: "came", logProbability: -1, top: [{ text: "rare", logProbability: -3 }, { text: "likely", logProbability: -0.7 }] }).text // "likely"
 */
export function likeliestOf<T extends { readonly logProbability: Nats | undefined }>(
  token: T & { readonly top: readonly T[] },
): T | undefined {
  const [first] = likeliestFirst(token.top);
  const isAbove = (token.logProbability ?? -Infinity) > (first?.logProbability ?? -Infinity);
  return first && isAbove ? token : first;
}
