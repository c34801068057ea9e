/** Which arrays could be chosen. */
export function possibleTargetsWords(names: readonly string[] = []): string {
  return names.length === 0 ? "" : `, where FILE could be ${names.join(" or ")}`;
}
