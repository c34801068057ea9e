/** Tokens that came and that a vocabulary does not name. */
export interface UnnamedTokens {
  tokens: number;
  /** Of so many. */
  of: number;
  /** The file that should name them. */
  vocabulary: string;
}

/**
 * @param isNamed Whether what came at a row has a text.
 * @returns Nothing if all have, or it is not known what came.
 */
export function unnamedTokens(
  targets: Int32Array | undefined,
  isNamed: (row: number) => boolean,
  vocabulary: string,
): UnnamedTokens | undefined {
  let tokens = 0;
  let of = 0;
  for (const [row, token] of targets?.entries() ?? []) {
    if (token < 0) continue;
    of++;
    if (!isNamed(row)) tokens++;
  }
  return tokens === 0 ? undefined : { tokens, of, vocabulary };
}
