import type { StoredArray } from "../logits/storedArray.ts";

/** What a collator of batches puts beside them that is no token. */
const noTokens = /(?:mask|positions?|position_ids|(?:token_type|segment)_ids)$/i;

const came = /(?:^|[^a-z])(?:label|target)(?:s|_ids)?$/i;
const putIn = /(?:^|[^a-z])input_ids$/i;

/** Which of several arrays says what came, and which might, by their names. */
export interface TargetsAmong {
  /** The only one called labels or targets; else, of tokens put in, the only `input_ids`; else the only one that might. */
  readonly chosen?: StoredArray;
  /** Whether its name says so. */
  readonly isNamed: boolean;
  /** All but masks and positions. */
  readonly possible: readonly StoredArray[];
}

/** @param shift Whether the tokens put in are wanted. */
export function targetsAmong(arrays: readonly StoredArray[], shift = false): TargetsAmong {
  const possible = arrays.filter(({ name }) => !noTokens.test(name));
  const called = (names: RegExp) => possible.filter(({ name }) => names.test(name));
  const named = [called(came), ...(shift ? [called(putIn)] : [])].find(({ length }) => length > 0);
  const [chosen, ...others] = named ?? possible;
  return { ...(chosen && others.length === 0 && { chosen }), isNamed: named !== undefined, possible };
}
