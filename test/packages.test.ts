import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const published = ["core", "data", "cli"];
const majors = ["22", "24"];
const project = mkdtempSync(join(tmpdir(), "surprisal-packed-"));

function run(command: string, args: string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function underNode(major: string, ...args: string[]): string {
  return run("npm", ["exec", "--yes", `--package=node@${major}`, "--", "node", ...args], project);
}

beforeAll(() => {
  run("npm", ["run", "build:packages"], root);
  const tarballs = published.map((name) => {
    const [packed] = JSON.parse(
      run("npm", ["pack", "--json", "--pack-destination", project], join(root, "packages", name)),
    );
    return `./${packed.filename}`;
  });
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }');
  run("npm", ["install", "--no-audit", "--no-fund", ...tarballs], project);
  const lines = [
    'import { entropy, inUnit, klDivergence, probabilities } from "@surprisal/core";',
    'import { parseOperand } from "@surprisal/data";',
    'import { openFile } from "@surprisal/data/node";',
    "const p = probabilities([0.5, 0.5]);",
    "const q = probabilities([0.9, 0.1]);",
    'if (typeof parseOperand !== "function" || typeof openFile !== "function") throw new Error("data is not whole");',
    'console.log(process.version, inUnit(entropy(p), "bits"), inUnit(klDivergence(p, q), "bits").toFixed(10));',
  ];
  writeFileSync(join(project, "use.js"), lines.join("\n"));
}, 300_000);

afterAll(() => rmSync(project, { recursive: true }));

describe.each(majors)("installed from their tarballs, under Node %s", (major) => {
  test("the libraries compute", () => {
    expect(underNode(major, "use.js")).toMatch(new RegExp(`^v${major}\\.\\S+ 1 0\\.7369655942\\n$`));
  }, 120_000);

  test("the command computes", () => {
    const answer = underNode(
      major,
      "node_modules/surprisal/bin/surprisal.js",
      "kl",
      "0.5,0.5",
      "0.9,0.1",
      "--json",
    );
    expect(JSON.parse(answer)).toMatchObject({ symbol: "D(P‖Q)", unit: "bits" });
    expect(JSON.parse(answer).value).toBeCloseTo(0.7369655941662062, 14);
  }, 120_000);
});

test("the command carries the Lab and serves it", async () => {
  const server = spawn(process.execPath, ["node_modules/surprisal/bin/surprisal.js", "lab", "--port", "0"], {
    cwd: project,
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = "";
      server.stdout.on("data", (chunk) => {
        said += chunk;
        const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
        if (found) resolve(found[0]);
      });
      server.on("exit", () => reject(new Error(`the Lab stopped: ${said}`)));
    });
    const page = await fetch(`${address}/en/`);
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain("Surprisal");
  } finally {
    server.kill();
  }
});

test.each(published)("publint finds nothing to say of packages/%s", async (name) => {
  const { messages } = await publint({ pkgDir: join(root, "packages", name), strict: true });
  expect(messages).toEqual([]);
});

test("`entropy` alone bundles to at most 2 kB", async () => {
  const bundled = await build({
    stdin: { contents: 'export { entropy } from "@surprisal/core";', resolveDir: project },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  expect(bundled.outputFiles[0]?.contents.length).toBeLessThanOrEqual(2000);
});
