import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { policyFor } from "./policy.ts";

/** Writes `_headers` beside the built pages: the policy they are to be served with. */
export default function contentSecurityPolicy(): AstroIntegration {
  return {
    name: "content-security-policy",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith(".html"));
        const pages = await Promise.all(files.map((file) => readFile(join(root, file), "utf8")));
        await writeFile(join(root, "_headers"), headersOf(policyFor(pages)));
      },
    },
  };
}

function headersOf(policy: string): string {
  const headers = [
    ["Content-Security-Policy", policy],
    ["Referrer-Policy", "no-referrer"],
    ["X-Content-Type-Options", "nosniff"],
  ];
  // Other sites may frame the single figures under /embed/ and load the script that fits them in, and nothing else.
  const shared = ["/embed.js", "  Cross-Origin-Resource-Policy: cross-origin"];
  const unframed = ["/", "/en/*", "/es/*"].flatMap((path) => [path, "  X-Frame-Options: SAMEORIGIN"]);
  return ["/*", ...headers.map(([name, value]) => `  ${name}: ${value}`), ...unframed, ...shared, ""].join(
    "\n",
  );
}
