/** The line that was typed, as a shell reads it. */
export function commandLine(): string {
  return ["surprisal", ...process.argv.slice(2)].map(quoted).join(" ");
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
