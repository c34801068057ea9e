import type { Nats } from "../units.ts";

/**
 * What is listed, likeliest first, in whatever order it came: servers may list the token that was sampled before all others. Of the equally likely the order stays; what is unknown comes last.
 *
 * @returns The list itself if it is in order.
 * @example likeliestFirst([{ text: "rare", logProbability: -3 }, { text: "likely", logProbability: -0.1 }])[0].text // "likely"
 */
export function likeliestFirst<T extends { readonly logProbability: Nats | undefined }>(
  listed: readonly T[],
): readonly T[] {
  const isInOrder = listed.every((one, i) => i === 0 || level(listed[i - 1]) >= level(one));
  return isInOrder ? listed : listed.toSorted((a, b) => (level(a) === level(b) ? 0 : level(b) - level(a)));
}

function level({ logProbability = -Infinity }: { readonly logProbability: Nats | undefined }): Nats {
  return logProbability;
}
