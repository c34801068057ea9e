/**
 * What was typed is not something the command line offers: exit code 2.
 *
 * @property typed The refused word, and `valid` the words that would have been accepted, for a suggestion.
 */
export class UsageError extends Error {
  readonly typed: string;
  readonly valid: readonly string[];

  constructor(message: string, typed = "", valid: readonly string[] = []) {
    super(message);
    this.typed = typed;
    this.valid = valid;
  }
}
