import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(join(import.meta.dirname, "..", file), "utf8");

/** The names under each `// Heading` of the index. */
function exportedNames(): Record<string, string[]> {
  const sections = read("src/index.ts")
    .split(/^\/\/ /m)
    .slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const heading = section.slice(0, section.indexOf("\n")).trim();
      const names = [...section.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = ""]) =>
        list.split(","),
      );
      return [
        heading,
        names
          .map((name) => name.trim())
          .filter(Boolean)
          .sort(),
      ];
    }),
  );
}

/** The names in each row of the README's table of names. */
function documentedNames(): Record<string, string[]> {
  const table = read("README.md").split("| | functions | types |")[1]!.split("\n\n")[0]!;
  const rows = [...table.matchAll(/^\| ([A-Z][^|]*) \|(.*)\|$/gm)];
  return Object.fromEntries(
    rows.map(([, heading = "", cells = ""]) => [
      heading,
      [...cells.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name).sort(),
    ]),
  );
}

test("the README lists every public name, under the heading it has in the index", () => {
  expect(documentedNames()).toEqual(exportedNames());
});
