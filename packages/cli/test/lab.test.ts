import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type OutgoingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { preferredLanguage } from "../src/lab/language.ts";
import { listen } from "../src/lab/listen.ts";
import { parsePolicies } from "../src/lab/policies.ts";
import { labSite } from "../src/lab/site.ts";
import { exitCode } from "./surprisal.ts";

const root = mkdtempSync(join(tmpdir(), "surprisal-lab-"));
const folder = join(root, "lab");
const policy = "default-src 'none'; style-src 'self'";

let server: Server;
let port: number;

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

function ask(path: string, headers: OutgoingHttpHeaders = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => {
        body += text;
      });
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });
}

beforeAll(async () => {
  mkdirSync(join(folder, "en/book"), { recursive: true });
  mkdirSync(join(folder, "_astro"));
  writeFileSync(join(root, "secret.txt"), "not for the network");
  writeFileSync(join(folder, ".hidden"), "not a page");
  writeFileSync(join(folder, "_headers"), `/*\n  Content-Security-Policy: ${policy}\n`);
  writeFileSync(join(folder, "404.html"), "<h1>No such page</h1>");
  mkdirSync(join(folder, "es/not-found"), { recursive: true });
  writeFileSync(join(folder, "es/not-found/index.html"), "<h1>No está</h1>");
  writeFileSync(join(folder, "en/index.html"), "<h1>Surprisal</h1>");
  writeFileSync(join(folder, "en/book/index.html"), "<h1>Book</h1>");
  writeFileSync(join(folder, "_astro/app.abc123.js"), "export {};");
  writeFileSync(join(folder, "_astro/page.css"), "p{}");
  writeFileSync(join(folder, "_astro/text.woff2"), "wOF2");
  writeFileSync(join(folder, "mark.svg"), "<svg/>");
  mkdirSync(join(folder, "pagefind"));
  writeFileSync(join(folder, "pagefind/en_1a.pf_meta"), "index");
  server = createServer(labSite(folder));
  port = await listen(server, 0);
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

test.each([
  ["/en/", "text/html;charset=utf-8"],
  ["/en/book/", "text/html;charset=utf-8"],
  ["/_astro/app.abc123.js", "text/javascript"],
  ["/_astro/page.css", "text/css"],
  ["/_astro/text.woff2", "font/woff2"],
  ["/mark.svg", "image/svg+xml"],
  ["/pagefind/en_1a.pf_meta", "application/octet-stream"],
])("%s is served as %s, under the policies", async (path, type) => {
  const { status, headers, body } = await ask(path);
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe(type);
  expect(Number(headers["content-length"])).toBe(body.length);
  expect(headers).toMatchObject({
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  });
});

test("hashed assets are kept for good, pages are asked for again and answered by 304", async () => {
  expect((await ask("/_astro/app.abc123.js")).headers["cache-control"]).toBe(
    "public, max-age=31536000, immutable",
  );
  const page = await ask("/en/");
  expect(page.headers["cache-control"]).toBe("no-cache");
  const again = await ask("/en/", { "If-None-Match": page.headers.etag as string });
  expect([again.status, again.body]).toEqual([304, ""]);
  expect(again.headers["content-security-policy"]).toBe(policy);
});

test("HEAD answers as GET, without the body; other methods are refused", async () => {
  const head = await ask("/en/", {}, "HEAD");
  expect([head.status, head.headers["content-length"], head.body]).toEqual([200, "18", ""]);
  const post = await ask("/en/", {}, "POST");
  expect([post.status, post.headers.allow]).toEqual([405, "GET, HEAD"]);
});

test.each([
  ["es-MX,es;q=0.9,en;q=0.8", "/es/"],
  ["en-GB,en", "/en/"],
  ["fr,es;q=0.4,en;q=0.6", "/en/"],
  ["", "/en/"],
])("/ with Accept-Language %j goes to %s", async (language, home) => {
  const { status, headers } = await ask("/", { "Accept-Language": language });
  expect([status, headers.location, headers.vary]).toEqual([302, home, "Accept-Language"]);
});

test.each([
  "/nowhere",
  "/_headers",
  "/.hidden",
  "/_astro/",
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e%2fsecret.txt",
  "/en/..%5c..%5csecret.txt",
  "/en/../../secret.txt",
  "/%252e%252e/secret.txt",
  "/%00",
  "/%ff%fe",
  "//secret.txt",
])("%s is not found: the page of the Lab for that, and nothing else", async (path) => {
  const { status, headers, body } = await ask(path);
  expect([status, body]).toEqual([404, "<h1>No such page</h1>"]);
  expect(headers["content-type"]).toBe("text/html;charset=utf-8");
  expect(headers["content-security-policy"]).toBe(policy);
  expect(headers["cache-control"]).toBe("no-cache");
});

test.each([
  ["/es/nada", "en", "<h1>No está</h1>"],
  ["/es", "en", "<h1>No está</h1>"],
  ["/en/nada", "es", "<h1>No such page</h1>"],
  ["/nada", "es-AR,en;q=0.5", "<h1>No está</h1>"],
  ["/estado", "en", "<h1>No such page</h1>"],
])(
  "%s, which is not there, is answered in the language of the address, or else in %j",
  async (path, language, page) => {
    const { status, headers, body } = await ask(path, { "Accept-Language": language });
    expect([status, body]).toEqual([404, page]);
    expect(headers.vary).toBe("Accept-Language");
  },
);

test.each([
  "evil.example",
  "127.0.0.1.evil.example",
  "localhost.evil.example:4173",
  "192.168.0.7",
  "0.0.0.0",
  "@",
])("a request for the host %j is refused", async (host) => {
  const { status, body } = await ask("/en/", { Host: host });
  expect([403, 400]).toContain(status);
  expect(body).not.toContain("Surprisal");
});

test.each(["localhost", "localhost:9", "127.0.0.1:4173", "[::1]:80"])(
  "the host %j is this machine",
  async (host) => {
    expect((await ask("/en/", { Host: host })).status).toBe(200);
  },
);

test.each(["bytes=5-2", "bytes=999-", "bytes=x-y"])("the range %s does no harm", async (range) => {
  expect((await ask("/en/", { Range: range })).status).toBe(200);
});

test("without a page for it, what is not found is said in text", async () => {
  const bare = createServer(labSite(join(folder, "_astro")));
  const at = await listen(bare, 0);
  const response = await fetch(`http://127.0.0.1:${at}/nowhere`);
  bare.close();
  expect([response.status, await response.text()]).toEqual([404, "There is no such page.\n"]);
});

test("a taken port gives way to the next free one", async () => {
  const taken = createServer();
  taken.listen(0, "127.0.0.1");
  await once(taken, "listening");
  const wanted = (taken.address() as AddressInfo).port;
  const next = createServer();
  const got = await listen(next, wanted);
  taken.close();
  next.close();
  expect(got).toBeGreaterThan(wanted);
  expect(got).toBeLessThan(wanted + 100);
});

describe("a _headers file", () => {
  test("applies every rule whose path matches, joining what is said twice", () => {
    const policies = parsePolicies(
      "# all\n/*\n  X-One: a\n\n/en/*\n  X-One: b\n  X-Two: c: d\n/:lang/book/\n  X-Three: e\n/a.b\n  X-Four: f\n",
    );
    expect(policies("/")).toEqual([["X-One", "a"]]);
    expect(policies("/en/book/")).toEqual([
      ["X-One", "a, b"],
      ["X-Two", "c: d"],
      ["X-Three", "e"],
    ]);
    expect(policies("/axb")).toEqual([["X-One", "a"]]);
  });

  test.each(["X-One: a", "/*\n  no colon"])("refuses %j, naming the line", (text) => {
    expect(() => parsePolicies(text)).toThrow(
      /^_headers: line \d is .+, expected a path or an indented Name: value$/,
    );
  });
});

test.each([
  [undefined, "en"],
  ["es", "es"],
  ["de, es-419;q=0.7, *;q=0.1", "es"],
  ["es;q=0, en;q=0.1", "en"],
])("Accept-Language %j prefers %s", (header, language) => expect(preferredLanguage(header)).toBe(language));

describe("surprisal lab", () => {
  // The command looks for the Lab two folders above itself, so a copy of its place has one.
  const place = join(root, "package");
  beforeAll(() => {
    mkdirSync(place);
    const here = join(import.meta.dirname, "..");
    symlinkSync(join(here, "src"), join(place, "src"));
    symlinkSync(join(here, "package.json"), join(place, "package.json"));
    symlinkSync(join(here, "../../node_modules"), join(root, "node_modules"));
  });

  function start(...words: string[]) {
    const flags = ["--preserve-symlinks", "--preserve-symlinks-main", "--conditions=surprisal-source"];
    return spawn(process.execPath, [...flags, join(place, "src/main.ts"), "lab", ...words]);
  }

  test("says how to build the Lab where it is missing", async () => {
    const child = start("--port", "0");
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(said).toBe(
      "surprisal lab: the Lab is not built, expected it beside this package; in the repository, build it: npm run build\n",
    );
  });

  test("prints its address, serves, and stops at Ctrl-C with 130", async () => {
    symlinkSync(folder, join(place, "lab"));
    const child = start("--port", "0");
    const [line] = await once(child.stdout.setEncoding("utf8"), "data");
    expect(line).toMatch(/^Surprisal Lab: http:\/\/127\.0\.0\.1:\d+\/\n$/);
    const response = await fetch(`${line.slice("Surprisal Lab: ".length).trim()}en/`);
    expect(await response.text()).toBe("<h1>Surprisal</h1>");
    child.kill("SIGINT");
    const [code, signal] = await once(child, "close");
    expect(exitCode(code, signal)).toBe(130);
  });

  test("says which port it uses when the one asked for is taken", async () => {
    const child = start("--port", String(port));
    const [line] = await once(child.stderr.setEncoding("utf8"), "data");
    expect(line).toMatch(new RegExp(`^Port ${port} is taken: using \\d+\\.\n$`));
    child.kill("SIGINT");
    await once(child, "close");
  });
});
