/** A public name of the library, with the first sentence of what its source says of it. */
type Entry = { name: string; summary: string };
export type Group = { heading: string; entries: Entry[] };

/**
 * The table of contents of the library, read from its sources: the headings and names of the index, and the first sentence of each
 * docstring. Types are left out.
 *
 * @param index The text of the index.
 * @param sourceOf The text of a module, by its path in the index.
 */
export function referenceOf(index: string, sourceOf: (path: string) => string): Group[] {
  const groups: Group[] = [];
  const parts = index.matchAll(/^\/\/ (.+)$|^export \{([^}]*)\} from "\.\/([^"]+)"/gm);
  for (const [, heading, names = "", path = ""] of parts) {
    if (heading) {
      groups.push({ heading, entries: [] });
      continue;
    }
    const source = sourceOf(path);
    for (const name of names.split(",").map((text) => text.trim())) {
      if (name) groups.at(-1)?.entries.push({ name, summary: summaryOf(source, name) });
    }
  }
  return groups.filter(({ entries }) => entries.length > 0);
}

function summaryOf(source: string, name: string): string {
  const declared = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export (?:const|function|class) ${name}\\b`,
  );
  const comment = source.match(declared)?.[1];
  if (comment === undefined) throw new Error(`reference: ${name} has no docstring above its declaration`);
  const text = comment.replaceAll(/^\s*\*? ?/gm, "").trim();
  const [paragraph = ""] = text.split(/\n\s*\n|\n@/);
  const plain = paragraph.replaceAll(/\s+/g, " ").replaceAll(/\{@link (\w+)\}/g, "`$1`");
  return plain.match(/^.*?\.(?= [A-Z]|$)/)?.[0] ?? plain;
}
