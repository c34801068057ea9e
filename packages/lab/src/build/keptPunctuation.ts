type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: { className?: unknown };
  children?: Node[];
};

/** A formula that may break in more places than one can be too wide for a phone, and keeps its right to break. */
const mostPieces = 2;

/** A rehype plugin that keeps what closes or ends a sentence on the line of the formula before it, where browsers would break. */
export default function keptPunctuation() {
  return (tree: unknown) => visit(tree as Node);
}

function visit(node: Node): void {
  if (!node.children || isNamed(node, "katex")) return;
  const children: Node[] = [];
  for (const child of node.children) {
    const formula = children.at(-1);
    const [mark] = /^[,.;:?!)…’”»]*/.exec(child.value ?? "")!;
    if (mark && formula && isNamed(formula, "katex") && piecesOf(formula) <= mostPieces) {
      const kept = [formula, { type: "text", value: mark }];
      children[children.length - 1] = {
        type: "element",
        tagName: "span",
        properties: { className: ["kept"] },
        children: kept,
      };
      children.push({ ...child, value: child.value!.slice(mark.length) });
    } else {
      visit(child);
      children.push(child);
    }
  }
  node.children = children;
}

function isNamed({ properties }: Node, name: string): boolean {
  const names = properties?.className;
  return Array.isArray(names) && names.includes(name);
}

/** KaTeX sets in one piece what never breaks. */
function piecesOf(node: Node): number {
  return isNamed(node, "base") ? 1 : (node.children ?? []).reduce((sum, child) => sum + piecesOf(child), 0);
}
