/** A command, as its definition introduces it: its name, what it does, and an example. */
export type Command = { name: string; summary: string; example: string };

/**
 * The commands of the command line, in the order of its help, read from its sources.
 *
 * @param list The text of the list of commands.
 * @param sourceOf The text of a command's definition, by its name.
 */
export function commandsOf(list: string, sourceOf: (name: string) => string): Command[] {
  return [...list.matchAll(/import\("\.\/commands\/([\w-]+)\.ts"\)/g)].map(([, name = ""]) => {
    const source = sourceOf(name);
    const summary = source.match(/^ {2}summary:\s*"(.*)",$/m)?.[1];
    const example = source.match(/\bline: ?(["'`])(.*?)\1/)?.[2];
    if (!summary || !example) throw new Error(`commandsOf: ${name} has no summary or no example`);
    return { name, summary, example };
  });
}
