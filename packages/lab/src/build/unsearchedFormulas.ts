type Node = { properties?: Record<string, unknown> & { className?: unknown }; children?: Node[] };

/** A rehype plugin that keeps typeset formulas out of the search index, whose excerpts would show their source. */
export default function unsearchedFormulas() {
  return (tree: unknown) => visit(tree as Node);
}

function visit({ properties, children }: Node): void {
  const names = properties?.className;
  if (properties && Array.isArray(names) && names.includes("katex")) properties.dataPagefindIgnore = "";
  else children?.forEach(visit);
}
