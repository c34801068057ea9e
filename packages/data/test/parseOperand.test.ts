import { FormatError, parseColumns, parseOperand } from "@surprisal/data";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

function messageOf(text: string): string {
  try {
    parseOperand(text);
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
  throw new Error(`parseOperand accepted ${text}`);
}

describe("parseOperand tells the forms apart", () => {
  test.each([
    ["0.5,0.5", { form: "list", kind: "probabilities" }],
    ["heads=0.9,tails=0.1", { form: "list", kind: "probabilities", names: ["heads", "tails"] }],
    ["counts:9,1", { form: "list", kind: "counts" }],
    ["counts:heads=9,tails=1", { form: "list", kind: "counts", names: ["heads", "tails"] }],
    ["logits:2.0,0.5,-1", { form: "list", kind: "logits" }],
    ["[0.5, 0.5]", { form: "list", kind: "probabilities", values: Float64Array.of(0.5, 0.5) }],
    ['counts:{"heads": 9, "tails": 1}', { form: "list", kind: "counts", names: ["heads", "tails"] }],
    ["logits:[-Infinity,0]", { form: "list", kind: "logits", values: Float64Array.of(-Infinity, 0) }],
    ["[a]=0.5,[b]=0.5", { form: "list", names: ["[a]", "[b]"] }],
    ["model.json", { form: "file", kind: "probabilities", path: "model.json" }],
    ["counts:dir/model.JSON", { form: "file", kind: "counts", path: "dir/model.JSON" }],
    ["a=1,b=2.json", { form: "file", path: "a=1,b=2.json" }],
    ["-", { form: "file", kind: "probabilities", path: "-" }],
    ["counts:-", { form: "file", kind: "counts", path: "-" }],
    ["./0.5,0.5", { form: "file", path: "./0.5,0.5" }],
    ["/tmp/p", { form: "file", path: "/tmp/p" }],
    ["C:\\data\\p.txt", { form: "file", path: "C:\\data\\p.txt" }],
    ["people.csv:city", { form: "column", path: "people.csv", column: "city" }],
    ["C:\\x.csv:col", { form: "column", path: "C:\\x.csv", column: "col" }],
    ["x.csv:a=b,c:d.csv", { form: "column", path: "x.csv", column: "a=b,c:d.csv" }],
    ["x.tsv:#2", { form: "column", path: "x.tsv", column: "#2" }],
    ["bytes:C:\\x.bin", { form: "bytes", path: "C:\\x.bin" }],
    ["chars:0.5,0.5", { form: "chars", path: "0.5,0.5" }],
    ["words:-", { form: "words", path: "-" }],
  ])("%s", (text, expected) => {
    expect(parseOperand(text)).toMatchObject({ text, ...expected });
  });

  test("a name in quotes may look like a file or a list", () => {
    expect(parseOperand('"x.csv:y"=0.5,"a=b, ""c"""=0.5')).toMatchObject({ names: ["x.csv:y", 'a=b, "c"'] });
  });
});

test("parseOperand says what was meant by something else", () => {
  expect(messageOf("")).toBe("operand: is empty, expected a distribution such as 0.5,0.5");
  expect(messageOf("bytes:")).toBe("bytes:: ends after its colon, expected bytes:FILE or bytes:-");
  expect(messageOf("counts:x.csv:y")).toContain("puts counts: before a table, expected FILE.csv:COLUMN");
  expect(messageOf("README.md")).toContain("README.md: is not a distribution, expected numbers, name=number");
  expect(() => parseOperand("byte:x")).toThrow(expect.objectContaining({ hint: "bytes:x" }));
  expect(() => parseOperand("README.md")).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("chars:README.md") }),
  );
});

test.each(["weights.npy", "./model.safetensors", "logits:/tmp/x.PT"])(
  "%s is not yet read, but for its bytes",
  (text) => {
    expect(messageOf(text)).toContain(
      "is a binary file of a kind not yet read, expected the numbers as text",
    );
    expect(parseOperand(`bytes:${text}`).form).toBe("bytes");
  },
);

test("parseColumns tells of quotes and numbers where a title holds a comma", () => {
  expect(() => parseColumns("t.csv:city, country,mode")).toThrow(
    expect.objectContaining({
      message: "t.csv:city, country,mode: names 3 columns, expected FILE.csv:COLUMN,COLUMN",
      hint: `a title that holds a comma stands in double quotes, or goes by its number: 't.csv:"a, b",#3'`,
    }),
  );
});

test("parseColumns takes two columns, in quotes where a name holds a comma", () => {
  expect(parseColumns("p.csv:city,age")).toEqual({ path: "p.csv", columns: ["city", "age"] });
  expect(parseColumns('p.csv:"a,""b""", c')).toEqual({ path: "p.csv", columns: ['a,"b"', "c"] });
  for (const text of ["", "p.csv", "p.csv:a", "p.csv:a,", "p.csv:a,b,c", "a,b", 'p.csv:"a,b'])
    expect(() => parseColumns(text)).toThrow(FormatError);
});

test("whatever is typed, parseOperand answers or throws a FormatError on one line", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."0123456789.,;=\"'-+e/: \n\tabcscvjonbytes:[]{}\\") }),
  );
  fc.assert(
    fc.property(fc.constantFrom("", "counts:", "logits:", "bytes:", "-"), typed, (prefix, text) => {
      for (const parse of [parseOperand, parseColumns]) {
        try {
          parse(prefix + text);
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
          expect(error.message).not.toMatch(/[\n\r]/);
        }
      }
    }),
    { numRuns: 3000 },
  );
});
