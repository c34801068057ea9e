import type { TokenTable } from "./tokenTable.ts";

/**
 * Two tables of the same tokens, each of one model, as one: what the second says becomes Q's.
 *
 * @throws RangeError naming the first token at which they are not of the same text.
 * @example
 * const of = (logProbability) => scoreTable([{ name: "a", scores: [{ text: "cat", logProbability, top: [] }] }]);
 * const { p, q } = besideCandidate(of(-1), of(-2));
 * [p.surprise[0], q.surprise[0]] // [1, 2]
 */
export function besideCandidate(base: TokenTable, candidate: TokenTable): TokenTable {
  if (candidate.tokens !== base.tokens)
    throw new RangeError(
      `besideCandidate: candidate has ${candidate.tokens} ${candidate.tokens === 1 ? "token" : "tokens"}, expected ${base.tokens} as in base`,
    );
  for (const name of ["sequence", "position", "target", "text"] as const)
    for (let i = 0; i < base.tokens; i++) {
      const [one, other] = [base[name]?.[i], candidate[name]?.[i]];
      if (one !== undefined && other !== undefined && one !== other)
        throw new RangeError(
          `besideCandidate: ${name}[${i}] of candidate is ${JSON.stringify(other)}, expected ${JSON.stringify(one)}`,
        );
    }
  return { ...base, q: candidate.p };
}
