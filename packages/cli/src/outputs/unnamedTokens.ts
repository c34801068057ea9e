import type { Vocabulary } from "@surprisal/data";
import { counted } from "../number.ts";

/** Tokens that came and that a vocabulary does not name. */
export interface UnnamedTokens {
  tokens: number;
  /** Of so many. */
  of: number;
  /** The file that should name them. */
  vocabulary: string;
}

/** @returns Nothing if all are named, or there is nothing to name. */
export function unnamedTokens(
  targets: Int32Array | undefined,
  pieces: Vocabulary | undefined,
  vocabulary: string,
): { unnamed?: UnnamedTokens } {
  if (!(targets && pieces)) return {};
  const came = targets.filter((token) => token >= 0);
  const tokens = came.filter((token) => pieces.bytesOf(token) === undefined).length;
  return tokens === 0 ? {} : { unnamed: { tokens, of: came.length, vocabulary } };
}

export function unnamedTokensNotes(unnamed: UnnamedTokens | undefined): string[] {
  if (!unnamed) return [];
  const { tokens, of, vocabulary } = unnamed;
  const came = `${tokens} of ${counted(String(of), "tokens")} that came`;
  return [
    `${vocabulary} does not name ${came}, whose texts and bytes are not known: is it of another tokeniser?`,
  ];
}
