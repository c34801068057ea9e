import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../src/content/docs");

function pagesOf(language: string): string[] {
  return readdirSync(join(root, language), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mdx"))
    .sort();
}

function read(language: string, file: string): string {
  return readFileSync(join(root, language, file), "utf8");
}

/** What a page has in whatever language it is written. */
function bonesOf(mdx: string) {
  const withoutCode = mdx.replaceAll(/^```[\s\S]*?^```/gm, "");
  return {
    fields: [...(mdx.split("---")[1] ?? "").matchAll(/^(\w+):/gm)].map(([, field]) => field),
    code: mdx.match(/^```[\s\S]*?^```/gm) ?? [],
    headings: [...withoutCode.matchAll(/^(#+) /gm)].map(([, level]) => level),
    parts: [...withoutCode.matchAll(/<([A-Z]\w*)/g)].map(([, name]) => name),
    formulas: [...withoutCode.matchAll(/\$+[^$]+\$+/g)].length,
  };
}

test("both languages have the same pages", () => {
  expect(pagesOf("es")).toEqual(pagesOf("en"));
});

describe("a page has the same bones in both languages", () => {
  test.each(pagesOf("en"))("%s", (file) => {
    expect(bonesOf(read("es", file))).toEqual(bonesOf(read("en", file)));
  });
});
