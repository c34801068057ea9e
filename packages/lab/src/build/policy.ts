import { createHash } from "node:crypto";

/**
 * The Content-Security-Policy under which a set of pages works: nothing but their own origin, and of inline scripts and styles only
 * those they contain, by hash.
 *
 * Style attributes are allowed: KaTeX places its glyphs, and the figures of the first paint their bars, by them. They can fetch
 * nothing here, since images and fonts come from the origin alone. Compiling WebAssembly is what the search needs.
 */
export function policyFor(pages: Iterable<string>): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const html of pages) {
    for (const source of inlineOf(html, "script")) scripts.add(hashOf(source));
    for (const source of inlineOf(html, "style")) styles.add(hashOf(source));
  }
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...[...scripts].sort()].join(" "),
    ["style-src 'self'", ...[...styles].sort()].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The contents of a page's elements of a kind that come without an address; data blocks, which never run, left out. */
function inlineOf(html: string, element: "script" | "style"): string[] {
  return [...html.matchAll(new RegExp(`<${element}\\b([^>]*)>([\\s\\S]*?)</${element}>`, "g"))].flatMap(
    ([, attributes = "", source = ""]) =>
      /\ssrc=|type="application\//.test(attributes) || source === "" ? [] : [source],
  );
}

function hashOf(source: string): string {
  return `'sha256-${createHash("sha256").update(source, "utf8").digest("base64")}'`;
}
