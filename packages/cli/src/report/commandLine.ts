/** The line that was typed, as a shell reads it. */
export function commandLine(): string {
  return ["surprisal", ...process.argv.slice(2)].map(quoted).join(" ");
}

/** A word as a shell reads it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
