import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { preferredLanguage } from "./language.ts";
import { type Policies, parsePolicies } from "./policies.ts";

const loopback = ["localhost", "127.0.0.1", "[::1]"];

const always: [string, string][] = [
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];

/**
 * Answers requests with the files of a built Lab, under the header policies of its `_headers` file.
 *
 * @param folder The built Lab; its files are listed once, here, so that no path of a request ever reaches the disk.
 */
export function labSite(folder: string): RequestListener {
  const policies = policiesOf(folder);
  const files = sirv(folder, { etag: true, setHeaders: typeIndexes });

  return (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0]!;
    if (!isLoopback(request.headers.host))
      return refuse(response, 403, "This server answers to localhost only.");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, 405, "This server only has pages to read.");
    }
    const hashed = path.startsWith("/_astro/");
    response.setHeader("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    for (const [name, value] of [...always, ...policies(path)]) response.setHeader(name, value);
    if (path === "/") return redirectHome(request, response);
    // A whole file is a valid answer to any Range, and an impossible range would throw inside sirv.
    delete request.headers.range;
    if (path === "/_headers") return sendNotFound(request, response, folder);
    files(request, response, () => sendNotFound(request, response, folder));
  };
}

/** The search index of Pagefind has file types of its own, which sirv would send with an empty type. */
function typeIndexes(response: ServerResponse, path: string): void {
  if (/\.(pagefind|pf_\w+)$/.test(path)) response.setHeader("Content-Type", "application/octet-stream");
}

function policiesOf(folder: string): Policies {
  const file = join(folder, "_headers");
  return parsePolicies(existsSync(file) ? readFileSync(file, "utf8") : "");
}

/** Whether a Host header names this machine to itself: a page elsewhere that rebinds its name to 127.0.0.1 still sends its own name. */
function isLoopback(host: string | undefined): boolean {
  return URL.canParse(`http://${host}`) && loopback.includes(new URL(`http://${host}`).hostname);
}

function redirectHome(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Vary", "Accept-Language");
  response.writeHead(302, { Location: `/${preferredLanguage(request.headers["accept-language"])}/` });
  response.end();
}

/** Answers in the language of the address; where it has none, in the one the reader prefers. */
function sendNotFound(request: IncomingMessage, response: ServerResponse, folder: string): void {
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Vary", "Accept-Language");
  const addressed = /^\/(en|es)(?=\/|$)/.exec(request.url ?? "")?.[1];
  const language = addressed ?? preferredLanguage(request.headers["accept-language"]);
  const pages = [join(folder, language, "not-found", "index.html"), join(folder, "404.html")];
  const page = pages.find((file) => existsSync(file));
  if (page !== undefined) {
    const body = readFileSync(page);
    response.writeHead(404, { "Content-Type": "text/html;charset=utf-8", "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  } else refuse(response, 404, "There is no such page.");
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { "Content-Type": "text/plain;charset=utf-8" });
  response.end(`${reason}\n`);
}
