import { type Nats, negativeLogLikelihoodBounds } from "@surprisal/core";
import { listedAlone, namesOf } from "./listedPair.ts";
import type { Scored } from "./scoredSequence.ts";

/**
 * At least how surprising a token is whose own log-probability is withheld: if it is listed all the same, as much as the list says; if not, more than the least likely that is. What cannot be told
 * from others may be the likeliest of the list; of a token without one, nothing is known.
 */
export function leastSurprise(score: Scored, halfUnit: Nats): Nats {
  const list = listedAlone(score, halfUnit);
  if (!list) return 0;
  const came = namesOf(score)(score);
  if (came !== undefined && came !== "") return negativeLogLikelihoodBounds(list, came).lower;
  const likeliest = Math.max(list.largestUnlisted!, ...Array.from(list.logProbabilities));
  return Math.max(0, 0 - likeliest - halfUnit);
}
