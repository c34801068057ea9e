/** The words of a lesson, without its code, formulas, components and marks. */
export function plainProse(mdx: string): string {
  return mdx
    .replace(/^---\n.*?\n---\n/s, "")
    .replaceAll(/^```.*?^```/gms, " ")
    .replaceAll(/^(import|export) .*$/gm, " ")
    .replaceAll(/\$\$.*?\$\$|\$[^$\n]*\$|`[^`\n]*`/gs, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\{[^}]*\}/g, " ");
}
