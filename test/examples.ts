import { stripTypeScriptTypes } from "node:module";
import { isDeepStrictEqual } from "node:util";

/** A claim made in documentation: some lines of code, and what the last expression of each marked line gives. */
export type Claim = { where: string; code: string };

type Check = (actual: unknown, expected: string, line: string) => void;

/** Every `@example` of a source file, with the lines that follow it up to the next tag. */
export function docstringExamples(where: string, source: string): Claim[] {
  const claims: Claim[] = [];
  for (const [, comment = ""] of source.matchAll(/\/\*\*([\s\S]*?)\*\//g)) {
    const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
    const body = lines.join("\n");
    for (const [, example = ""] of body.matchAll(/@example\b([\s\S]*?)(?=\n@|$)/g)) {
      const code = example.replaceAll(/^```.*$/gm, "").trim();
      claims.push({ where: `${where}: ${code.split("\n")[0]}`, code });
    }
  }
  return claims;
}

/** Every fenced block of a Markdown file in one language, with the number of the line it starts on. */
export function fencedBlocks(where: string, markdown: string, language: string): Claim[] {
  const fence = new RegExp(`^\`\`\`${language}\\b[^\\n]*\\n([\\s\\S]*?)^\`\`\``, "gm");
  return [...markdown.matchAll(fence)].map((match) => {
    const line = markdown.slice(0, match.index).split("\n").length;
    return { where: `${where}:${line}`, code: match[1] ?? "" };
  });
}

/**
 * Runs an example with the given names in scope. A line `expression // value` (or `const name = expression; // value`) claims that the
 * expression equals the value, which is itself read as an expression; `// throws Name: message` claims an error.
 */
export async function runExample(code: string, scope: Record<string, unknown>): Promise<number> {
  let checked = 0;
  const check: Check = (actual, expected, line) => {
    checked++;
    const wanted = evaluate(expected, scope);
    if (!isDeepStrictEqual(plain(actual), plain(wanted)))
      throw new Error(`${line}\n  gives ${show(actual)}\n  but claims ${expected}`);
  };
  const names = [...Object.keys(scope), "__check", "__throws"];
  const body = stripTypeScriptTypes(instrument(code));
  const run = new AsyncFunction(...names, body);
  await run(
    ...Object.values(scope),
    check,
    throwsAs(() => checked++),
  );
  return checked;
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<void>;

function instrument(code: string): string {
  const withoutImports = code.replaceAll(/^import [^;]*?from "[^"]+";?$/gms, "");
  return withoutImports
    .split("\n")
    .map((line) => {
      const match = line.match(/^(?!\s*\/\/)(\S.*?);?\s+\/\/ (.+)$/);
      if (!match) return line;
      const [, source = "", claim = ""] = match;
      const quoted = JSON.stringify(line);
      const declared = source.match(/^(?:const|let) (\w+)\b/)?.[1];
      if (declared) return `${source}; __check(${declared}, ${JSON.stringify(claim)}, ${quoted});`;
      if (claim.startsWith("throws "))
        return `__throws(() => (${source}), ${JSON.stringify(claim.slice(7))}, ${quoted});`;
      return `__check(await (${source}), ${JSON.stringify(claim)}, ${quoted});`;
    })
    .join("\n");
}

function throwsAs(count: () => void) {
  return (run: () => unknown, expected: string, line: string) => {
    count();
    let said = "nothing";
    try {
      run();
    } catch (error) {
      said = String(error);
    }
    if (said !== expected) throw new Error(`${line}\n  throws ${said}`);
  };
}

function evaluate(expression: string, scope: Record<string, unknown>): unknown {
  return new Function(...Object.keys(scope), `return (${expression});`)(...Object.values(scope));
}

function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => typeof field !== "function")
        .map(([key, field]) => [key, plain(field)]),
    );
  return Object.is(value, -0) ? 0 : value;
}

function show(value: unknown): string {
  return JSON.stringify(plain(value), (_, field) =>
    typeof field === "number" && !Number.isFinite(field) ? String(field) : field,
  );
}
