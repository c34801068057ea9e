import { codePointName } from "../symbolNames.ts";

/** A token as it can be read: what cannot be seen, or would turn the text around it, by its name. */
export function shownText(text: string): string {
  if (text === "") return "∅";
  return text.replace(/[\p{C}\u2028\u2029]/gu, (character) =>
    character === "\n" ? "↵\n" : codePointName(character.codePointAt(0)!),
  );
}

/** Whether a token is a blank and what follows it: a line may break before it, and not behind its blank, which would stay at the end of the line, shaded. */
export function opensWord(text: string | undefined): boolean {
  return text !== undefined && /^ \S{1,24}$/.test(text);
}

/** A token in a list, where blanks at its ends would not be seen. */
export function listedText(text: string): string {
  return shownText(text)
    .replaceAll("↵\n", "↵")
    .replace(/^ +| +$/g, (blanks) => "␣".repeat(blanks.length));
}

/** A token by its text, else by its number. */
export function tokenName({
  text,
  id,
}: {
  readonly text?: string | undefined;
  readonly id?: number | undefined;
}): string {
  if (text !== undefined) return listedText(text);
  return id === undefined || id < 0 ? "·" : `#${id}`;
}
