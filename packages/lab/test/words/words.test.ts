import { expect, test } from "vitest";
import { en } from "../../src/words/en.ts";
import { es } from "../../src/words/es.ts";
import { languageOf, languages, wordsOf } from "../../src/words/language.ts";

type Tree = { [key: string]: unknown };

function leaves(tree: Tree, path = ""): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    value && typeof value === "object" ? leaves(value as Tree, `${path}${key}.`) : [[path + key, value]],
  );
}

test("both languages say the same things, and leave none of them empty", () => {
  const spanish = new Map(leaves(es));
  const english = leaves(en);
  expect([...spanish.keys()]).toEqual(english.map(([path]) => path));
  for (const [path, value] of english) {
    const other = spanish.get(path);
    expect(typeof other, path).toBe(typeof value);
    if (typeof value === "function") expect((other as () => void).length, path).toBe(value.length);
    else expect(String(other).trim(), path).not.toBe("");
  }
});

test("a language is read from a tag, and is English unless it is Spanish", () => {
  expect(languageOf("es-MX")).toBe("es");
  expect(languageOf("en")).toBe("en");
  expect(languageOf(undefined)).toBe("en");
  expect(languages.map((language) => wordsOf(language).book)).toEqual(["Book", "Libro"]);
});
