type Element = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: { className?: unknown; tabIndex?: number };
  children?: Element[];
};

/**
 * A rehype plugin that sets apart, in blocks of code, what is said from what answers: in a `console` session the output under each
 * command, in `ts` the comments that give a line's value. They get the class `quiet`; nothing else is coloured. Blocks can be focused,
 * so that long lines can be scrolled by keyboard.
 */
export default function quietCode() {
  return (tree: unknown) => visit(tree as Element);
}

function visit(node: Element): void {
  if (node.tagName === "pre") node.properties = { ...node.properties, tabIndex: 0 };
  const answers = node.tagName === "code" ? answersOf(node) : undefined;
  if (answers) node.children = (node.children ?? []).flatMap((child) => split(child.value ?? "", answers));
  else for (const child of node.children ?? []) visit(child);
}

function answersOf(code: Element): RegExp | undefined {
  const names = Array.isArray(code.properties?.className) ? code.properties.className : [];
  if (names.includes("language-console")) return /^(?!\$ ).+$/gm;
  if (names.includes("language-ts")) return /\/\/ .*$/gm;
  return undefined;
}

function split(text: string, answers: RegExp): Element[] {
  const parts: Element[] = [];
  let from = 0;
  for (const match of text.matchAll(answers)) {
    parts.push({ type: "text", value: text.slice(from, match.index) });
    const children = [{ type: "text", value: match[0] }];
    parts.push({ type: "element", tagName: "span", properties: { className: ["quiet"] }, children });
    from = match.index + match[0].length;
  }
  parts.push({ type: "text", value: text.slice(from) });
  return parts.filter(({ value }) => value !== "");
}
