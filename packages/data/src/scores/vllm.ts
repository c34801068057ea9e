import type { JsonNode } from "../json/jsonNode.ts";
import { logProbabilityOf } from "./logProbability.ts";
import type { QuirkTally } from "./quirks.ts";
import type { Alternative, Scored } from "./scoredSequence.ts";
import { tokenOf } from "./tokenText.ts";

interface Entry extends Alternative {
  readonly id: number;
  readonly rank?: number;
}

/**
 * The tokens of vLLM's `prompt_logprobs`: for each token of the prompt null, or an object from ids to logprob, rank and text, or to log-probabilities alone, as its first versions wrote it. The token
 * that stands in the prompt is the one of `prompt_token_ids` where that is given, else the first of the object, where vLLM puts it.
 *
 * @see https://docs.vllm.ai/en/latest/api/vllm/logprobs.html
 */
export function promptScores(prompt: JsonNode, ids: JsonNode, quirks: QuirkTally): Scored[] {
  const places = prompt.items();
  const known = ids.exists ? ids.items().map((id) => id.integer(2 ** 31 - 1)) : undefined;
  if (known !== undefined && known.length !== places.length)
    ids.refuse(`${places.length} entries, one for each of prompt_logprobs`, "lengths");
  const lists = places.map((place, index) => {
    if (place.exists) return place.entries().map(([id, entry]) => entryOf(id, entry, quirks, index));
    quirks.add("unscored", index);
    return undefined;
  });
  const given = lists.filter((list) => list !== undefined);
  const hasOrder = keepsOrder(given);
  // What comes from beyond the k likeliest makes a list one longer.
  const k = given.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
  return lists.map((listed = [], index) => {
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

function entryOf(id: string, entry: JsonNode, quirks: QuirkTally, index: number): Entry {
  if (!/^\d{1,9}$/.test(id)) entry.refuse("the id of a token as its name");
  const text = entry.get("decoded_token");
  const rank = entry.get("rank");
  return {
    ...tokenOf(text.exists ? text.text() : `token_id:${id}`, undefined, undefined, quirks, index),
    id: Number(id),
    logProbability: logProbabilityOf(entry.isObject ? entry.get("logprob") : entry, quirks, index),
    ...(rank.exists && { rank: rank.integer() }),
  };
}

// Behind the token that came, vLLM lists the likeliest. A program that keeps objects by number, as JavaScript does, puts the ids in ascending order everywhere; one that puts the likeliest first
// cannot be told from vLLM without ranks, unless what came first is somewhere not the likeliest.
function keepsOrder(lists: readonly (readonly Entry[])[]): boolean {
  const several = lists.filter(({ length }) => length > 1);
  const isRanked = (list: readonly Entry[]) =>
    list.every((entry, i) => i < 2 || !isLikelier(entry, list[i - 1]!));
  const isById = (list: readonly Entry[]) => list.every(({ id }, i) => i === 0 || id > list[i - 1]!.id);
  const isFirst = ([came, other]: readonly Entry[]) => came!.rank !== undefined || isLikelier(other!, came!);
  if (several.length > 0 && !several.some(isFirst)) return false;
  return several.every(isRanked) && (several.length < 4 || !several.every(isById));
}

function isLikelier(one: Entry, other: Entry): boolean {
  if (one.rank !== undefined && other.rank !== undefined) return one.rank < other.rank;
  return (one.logProbability ?? -Infinity) > (other.logProbability ?? -Infinity);
}
