import type { UnnamedTokens } from "@surprisal/data";
import { counted } from "../number.ts";

export function unnamedTokensNotes(unnamed: UnnamedTokens | undefined): string[] {
  if (!unnamed) return [];
  const { tokens, of, vocabulary } = unnamed;
  const came = `${tokens} of ${counted(String(of), "tokens")} that came`;
  return [
    `${vocabulary} does not name ${came}, whose texts and bytes are not known: is it of another tokeniser?`,
  ];
}
