import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandOf, jointCommand } from "../../src/workbench/command.ts";
import { createEngine } from "../../src/workbench/engine.ts";
import { exampleBench, examples } from "../../src/workbench/examples.ts";
import { createFiles } from "../../src/workbench/files.ts";
import { type Bench, choose, chooseColumn, chooseOther, emptyBench } from "../../src/workbench/model.ts";
import { jsonOf } from "../../src/workbench/report.ts";
import { workbenchWords } from "../../src/workbench/words/workbenchWords.ts";

const main = join(import.meta.dirname, "../../../cli/src/main.ts");

/** What a command prints, run by a shell in an empty folder that holds these files. */
function run(line: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const surprisal = `surprisal() { '${process.execPath}' --conditions=surprisal-source '${main}' "$@"; }`;
    return execFileSync("sh", ["-c", `${surprisal}\n${line}`], { cwd: folder, encoding: "utf8" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function answerTo({ p, q, normalize, smooth }: Bench, files = createFiles()) {
  const question = {
    p: files.inputOf(p),
    q: files.inputOf(q),
    shaping: { normalize, ...(smooth && { smooth }) },
  };
  return (await createEngine().answer(question))!;
}

// Where a text came from is called by the name of its file on the command line, which a page does not have.
function withoutSources(json: string): object {
  const { p: _, q: __, ...report } = JSON.parse(json);
  return report;
}

const typed = (p: string, q = ""): Bench => ({
  ...emptyBench,
  p: { text: p, as: "list" },
  q: { text: q, as: "list" },
});
const english = workbenchWords("en");
const spanish = workbenchWords("es");
const letters = 'Don\'t pay $1 for `this`; it costs ½ "euro"';

describe("the command prints the numbers of the page, to the last digit", () => {
  test.each<[string, Bench]>([
    ...examples
      .filter((name) => name !== "empty")
      .map((name) => [name, exampleBench(name, "en", english)] as [string, Bench]),
    ["decimal commas", exampleBench("films", "es", spanish)],
    ["P alone", typed("counts: a=3, b=2\nc=5, d=1")],
    ["one value a line", typed("0.5\n0.25\n0.25", "1/3 1/3 1/3")],
    ["names of two words, one a line", typed("New York=0.5\nSan José=0.5", "San José=1,New York=0")],
    ["smoothed counts", { ...typed("counts:9,1,0", "counts:1,1,8"), smooth: { laplace: 0.5 } }],
    ["smoothed and normalised", { ...typed("2,1,0", "0,1,1"), normalize: true, smooth: { epsilon: 1e-6 } }],
    ["logits", typed("logits: 2; 0,5; -1", "0.5,0.25,0.25")],
    ["more outcomes than are listed", typed(Array.from({ length: 40 }, (_, i) => `${i + 1}/820`).join(" "))],
    ["a text with signs the shell knows", { ...emptyBench, p: { text: letters, as: "chars" } }],
    [
      "a text and a list",
      { ...emptyBench, p: { text: "aab", as: "chars" }, q: { text: "a=0.5,b=0.25,c=0.25", as: "list" } },
    ],
    [
      "words of two lines",
      { ...emptyBench, p: { text: "to be\nor not", as: "words" }, q: { text: "to be", as: "words" } },
    ],
  ])("%s", async (_, bench) => {
    const { line, files } = commandOf(bench, "nats")!;
    const printed = run(`${line} --json`, Object.fromEntries(files.map(({ name, text }) => [name, text])));
    expect(withoutSources(jsonOf(await answerTo(bench), "nats"))).toEqual(withoutSources(printed));
  });

  test("files are named", async () => {
    const tables = { "some people.csv": "city,age\nLima,30\nQuito,\nLima,\n", "-w.txt": "1,3" };
    const files = createFiles();
    const chosen = Object.entries(tables).map(([name, text]) => files.add(new File([text], name)));
    const bench = chooseColumn(choose(emptyBench, "p", chosen[0]!), "p", "age");
    const { line } = commandOf(bench, "bits")!;
    expect(line).toBe("surprisal entropy 'some people.csv:age'");
    expect(JSON.parse(jsonOf(await answerTo(bench, files), "bits"))).toEqual(
      JSON.parse(run(`${line} --json`, tables)),
    );
    const listed: Bench = { ...emptyBench, p: { file: chosen[1]!, as: "counts" } };
    const { line: second } = commandOf(listed, "bits")!;
    expect(second).toBe("surprisal entropy counts:./-w.txt");
    expect(JSON.parse(jsonOf(await answerTo(listed, files), "bits"))).toEqual(
      JSON.parse(run(`${second} --json`, tables)),
    );
  });
});

test("two columns of a table share what the command says they share", async () => {
  const tables = { "my trips.csv": 'weather,"by, or on"\nsun,walk\nsun,walk\nsun,bus\nrain,bus\n' };
  const files = createFiles();
  const [file] = Object.entries(tables).map(([name, text]) => files.add(new File([text], name)));
  const bench = chooseOther(chooseColumn(choose(emptyBench, "p", file!), "p", "weather"), "p", "by, or on");
  const source = files.jointOf(bench.p)!;
  const { joint } = (await createEngine().answer({
    p: files.inputOf(bench.p),
    joint: source,
    shaping: {},
  }))!;
  const line = jointCommand(source.name, source.columns, "nats");
  const printed = JSON.parse(run(`${line} --json`, tables));
  const { measures, pairs, normalized, bias, n } = joint!.measured!;
  expect(measures.map(({ nats }) => nats)).toEqual([
    printed.value,
    ...printed.measures.map(({ value }: { value: number }) => value),
  ]);
  expect([n, bias, normalized]).toEqual([printed.n, printed.bias, printed.normalized.joint]);
  const terms = (list: readonly { term: number; count: number }[]) =>
    list.flatMap(({ term, count }) => (count > 0 ? [term] : [])).sort();
  expect(terms(pairs)).toEqual(terms(printed.pairs));
});

test("there is no command for nothing, nor for a table without its column", () => {
  expect(commandOf(emptyBench, "bits")).toBeUndefined();
  expect(commandOf(choose(emptyBench, "p", { id: 1, name: "a.csv", size: 3 }), "bits")).toBeUndefined();
});

test("a long text is left to a file", () => {
  const text = "ab ".repeat(1000);
  const bench: Bench = { ...emptyBench, p: { text, as: "words" }, q: { text: "ab", as: "words" } };
  expect(commandOf(bench, "bits")).toEqual({
    line: "surprisal compare words:p.txt words:q.txt",
    files: [
      { name: "p.txt", text },
      { name: "q.txt", text: "ab" },
    ],
  });
});
