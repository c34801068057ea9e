import { expect, test } from "vitest";
import quietCode from "../../src/build/quietCode.ts";

function codeIn(language: string, text: string) {
  const code = {
    type: "element",
    tagName: "code",
    properties: { className: [`language-${language}`] },
    children: [{ type: "text", value: text }],
  };
  quietCode()({ type: "root", children: [code] });
  return (code.children as { value?: string; children?: { value?: string }[] }[]).map(
    ({ value, children }) => value ?? `[${children?.[0]?.value}]`,
  );
}

test("in a session what the command prints is quiet, and the command is not", () => {
  expect(codeIn("console", "$ one\nout\n$ two\n")).toEqual(["$ one\n", "[out]", "\n$ two\n"]);
});

test("in TypeScript the values are quiet", () => {
  expect(codeIn("ts", "f(1); // 2\ng();\n")).toEqual(["f(1); ", "[// 2]", "\ng();\n"]);
});

test("other code is left alone", () => {
  expect(codeIn("sh", "npm install // x")).toEqual(["npm install // x"]);
});
