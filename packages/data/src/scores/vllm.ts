import type { JsonNode } from "../json/jsonNode.ts";
import type { Json } from "../json/parseJson.ts";
import { logProbabilityOf } from "./logProbability.ts";
import type { QuirkTally } from "./quirks.ts";
import type { Scored } from "./scoredSequence.ts";
import { tokenOf } from "./tokenText.ts";

/**
 * The tokens of vLLM's `prompt_logprobs`: for each token of the prompt null, or an object from ids to logprob, rank and text. The token that
 * stands in the prompt is the one of `prompt_token_ids` where that is given, else the first of the object, where vLLM puts it.
 *
 * @see https://docs.vllm.ai/en/latest/api/vllm/logprobs.html
 */
export function promptScores(prompt: JsonNode, ids: JsonNode, quirks: QuirkTally): Scored[] {
  const places = prompt.items();
  const known = ids.exists ? ids.items().map((id) => id.integer(2 ** 31 - 1)) : undefined;
  if (known !== undefined && known.length !== places.length)
    ids.refuse(`${places.length} entries, one for each of prompt_logprobs`, "lengths");
  const lists = places
    .filter((place) => place.exists)
    .map((place) =>
      place.entries().map(([id, entry]) => ({ id: Number(id), rank: entry.get("rank").value })),
    );
  const hasOrder = keepsOrder(lists);
  // What comes from beyond the k likeliest makes a list one longer.
  const k = lists.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
  return places.map((place, index) => {
    if (!place.exists) {
      const id = known?.[index];
      quirks.add("unscored", index);
      return { text: "", ...(id !== undefined && { id }), logProbability: undefined, top: [] };
    }
    const listed = place.entries().map(([id, entry]) => {
      if (!/^\d{1,9}$/.test(id)) entry.refuse("the id of a token as its name");
      const text = entry.get("decoded_token");
      const rank = entry.get("rank");
      return {
        ...tokenOf(text.exists ? text.text() : `token_id:${id}`, undefined, undefined, quirks, index),
        id: Number(id),
        logProbability: logProbabilityOf(entry.get("logprob"), quirks, index),
        ...(rank.exists && { rank: rank.integer() }),
      };
    });
    const chosen = listed.find(({ id, rank = 0 }, i) => {
      if (known !== undefined) return id === known[index];
      return hasOrder ? i === 0 : rank > k || listed.length === 1;
    });
    const top = listed.filter((entry) => entry !== chosen || (entry.rank ?? 1) <= k);
    const alternatives = top.map(({ rank: _, ...alternative }) => alternative);
    if (chosen !== undefined) return { ...chosen, top: alternatives };
    if (listed.length > 0) quirks.add("notIdentified", index);
    const id = known?.[index];
    return { text: "", ...(id !== undefined && { id }), logProbability: undefined, top: alternatives };
  });
}

type Keys = readonly { id: number; rank: Json | undefined }[];

// Behind the token that came, vLLM lists the likeliest by rank. A program that keeps objects by number, as JavaScript does, puts the ids in
// ascending order everywhere.
function keepsOrder(lists: readonly Keys[]): boolean {
  const several = lists.filter((keys) => keys.length > 1);
  const isRanked = (keys: Keys) =>
    keys.every(({ rank }, i) => i < 2 || Number(keys[i - 1]!.rank ?? 0) <= Number(rank ?? 0));
  const isById = (keys: Keys) => keys.every(({ id }, i) => i === 0 || id > keys[i - 1]!.id);
  return several.every(isRanked) && (several.length < 4 || !several.every(isById));
}
