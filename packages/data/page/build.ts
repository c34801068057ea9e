/** Makes the script and the style sheet of reports: `node packages/data/page/build.ts`. A test checks that they are up to date. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";

/** In the order of the cascade; what depends on the width, the pointer or paper comes last. */
const sheets = ["page", "charts", "text", "shades", "controls", "details", "places"];

/** The generated file, from main.ts and style/. */
export async function generate(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "main.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    conditions: ["surprisal-source"],
    legalComments: "none",
  });
  const script = outputFiles[0]!.text.trim();
  const sheet = sheets
    .map((name) => readFileSync(join(import.meta.dirname, "style", `${name}.css`), "utf8"))
    .join("\n");
  const style = (await transform(sheet, { loader: "css", minify: true })).code.trim();
  for (const text of [script, style])
    if (/<\/(script|style)|<!--/i.test(text)) throw new Error("a tag would end it, expected none");
  return `// Made from page/main.ts and page/style/ by page/build.ts.
export const script =
  ${JSON.stringify(script)};
export const scriptHash = "${digest(script)}";
export const style =
  ${JSON.stringify(style)};
export const styleHash = "${digest(style)}";
`;
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, "../src/report/page.gen.ts"), await generate());
