import type { Operand } from "@surprisal/data";
import type { FileAs, Pane } from "./model.ts";

type FilePane = Extract<Pane, { file: object }>;

/**
 * A file as the operand that names it on the command line.
 *
 * @returns undefined while the column of a table is not chosen.
 */
export function fileOperand({ file, as, column }: FilePane): Operand | undefined {
  if (as === "column") {
    const path = pathOf(file.name);
    return column === undefined ? undefined : { form: "column", text: `${path}:${column}`, path, column };
  }
  if (as === "list" || as === "counts" || as === "logits") {
    const path = listPath(file.name);
    return as === "list"
      ? { form: "file", text: path, kind: "probabilities", path }
      : { form: "file", text: `${as}:${path}`, kind: as, path };
  }
  return { form: as, text: `${as}:${pathOf(file.name)}`, path: pathOf(file.name) };
}

/** The operand of a text that a file of this name holds. */
export function textOperand(text: string, as: FileAs, name: string): string {
  if (as !== "list") return `${as}:${name}`;
  const kind = /^\s*(counts|logits):/.exec(text)?.[1];
  return kind === undefined ? `./${name}` : `${kind}:./${name}`;
}

/** The columns of a table as operands name them: by title, or by number where no title, or several, would do. */
export function columnNames(titles: readonly string[]): { title: string; name: string }[] {
  return titles.map((title, i) => {
    const clear =
      title !== "" && title === title.trim() && titles.indexOf(title) === titles.lastIndexOf(title);
    return { title, name: clear ? title : `#${i + 1}` };
  });
}

// What begins with a hyphen would be taken for an option, and what has a space at an end would lose it.
export function pathOf(name: string): string {
  return /^[-~"\s]|\s$|^(?:bytes|chars|words|counts|logits):/.test(name) ? `./${name}` : name;
}

function listPath(name: string): string {
  const path = pathOf(name);
  return /\.json$/i.test(path) || path.startsWith("./") ? path : `./${path}`;
}
