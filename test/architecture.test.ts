import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const packages = join(import.meta.dirname, "../packages");
const sources = readdirSync(packages, { recursive: true, encoding: "utf8" }).filter((file) =>
  /^[^/]+\/src\/.+\.(ts|svelte|astro|mdx)$/.test(file),
);
const coreLayers = [
  "units",
  "rng",
  "numeric",
  "kernels",
  "distributions",
  "measures",
  "estimators",
  "gradients",
  "tokens",
];
const allowed: Record<string, string[]> = {
  core: [],
  data: ["@surprisal/core"],
  cli: ["@surprisal/core", "@surprisal/data"],
  lab: ["@surprisal/core", "@surprisal/data"],
};

function text(file: string): string {
  return readFileSync(join(packages, file), "utf8");
}

function imports(file: string): string[] {
  const found = text(file).matchAll(
    /^\s*(?:import|export)\s[^;"'`=()]*\bfrom\s+"([^"\n]+)"|^\s*import\s+"([^"\n]+)"|\bimport\("([^"\n]+)"\)/gm,
  );
  const paths = [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return paths.filter((path) => !isText(path));
}

/** A source file shown as text (the reference of the Library page) is documentation, not a dependency. */
function isText(path: string): boolean {
  return path.endsWith("?raw");
}

test("there are sources to check", () => {
  expect(sources.length).toBeGreaterThan(20);
});

test("packages import only what lies to their left: cli → data → core, lab → data → core", () => {
  for (const file of sources) {
    const owner = file.split("/")[0] ?? "";
    for (const path of imports(file)) {
      const sibling = path.match(/^(@surprisal\/[^/]+|surprisal)(\/|$)/)?.[1];
      if (sibling) expect(allowed[owner], `${file} imports ${path}`).toContain(sibling);
      expect(path, `${file} reaches into another package`).not.toMatch(/(\.\.\/)+(core|data|cli|lab)\/src/);
    }
  }
});

test("packages import only what their package.json declares", () => {
  for (const file of sources) {
    const manifest = JSON.parse(
      readFileSync(join(packages, file.split("/")[0] ?? "", "package.json"), "utf8"),
    );
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    for (const path of imports(file)) {
      if (/^(\.|node:|astro:|virtual:|\/)/.test(path)) continue;
      const name = path
        .split("/")
        .slice(0, path.startsWith("@") ? 2 : 1)
        .join("/");
      expect(declared, `${file} imports ${path}`).toContain(name);
    }
  }
});

test("core depends on nothing: no package, no Node, no page", () => {
  const manifest = JSON.parse(readFileSync(join(packages, "core/package.json"), "utf8"));
  expect(manifest.dependencies ?? {}).toEqual({});
  for (const file of sources.filter((name) => name.startsWith("core/"))) {
    for (const path of imports(file)) expect(path, file).toMatch(/^\.\.?\//);
  }
});

test("each layer of core imports only from its left", () => {
  const layerOf = (path: string) => coreLayers.indexOf(path.replace(/\.ts$/, "").split("/")[0] ?? "");
  for (const file of sources.filter((name) => name.startsWith("core/src/") && name !== "core/src/index.ts")) {
    const inside = file.slice("core/src/".length);
    expect(layerOf(inside), `${file} is in no layer`).toBeGreaterThanOrEqual(0);
    for (const path of imports(file)) {
      const target = new URL(path, `file:///${inside}`).pathname.slice(1);
      expect(layerOf(target), `${file} imports ${path}`).toBeLessThanOrEqual(layerOf(inside));
      expect(layerOf(target), `${file} imports ${path}, which is in no layer`).toBeGreaterThanOrEqual(0);
    }
  }
});

test("the browser part of data knows nothing of Node", () => {
  for (const file of sources.filter(
    (name) => name.startsWith("data/src/") && !name.startsWith("data/src/node"),
  )) {
    for (const path of imports(file)) expect(path, file).not.toMatch(/^node:|\/node\w*\.ts$/);
  }
});

test("randomness is always passed in", () => {
  for (const file of sources) expect(text(file), file).not.toContain("Math.random");
});

test("no file of code is longer than 300 lines, unless generated or a list of exports", () => {
  for (const file of sources.filter((name) => !/\.gen\.|\.mdx$|^\w+\/src\/index\.ts$/.test(name))) {
    expect(text(file).split("\n").length, file).toBeLessThanOrEqual(301);
  }
});
