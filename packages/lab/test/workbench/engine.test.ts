import { entropy, klDivergence, probabilities } from "@surprisal/core";
import { expect, test } from "vitest";
import type { Language } from "../../src/words/language.ts";
import { createEngine, type Input } from "../../src/workbench/engine.ts";
import { problemText } from "../../src/workbench/problem.ts";
import { workbenchWords } from "../../src/workbench/words/workbenchWords.ts";

const typed = (text: string, as: "list" | "chars" | "words" | "bytes" = "list"): Input => ({
  key: `${as}:${text}`,
  text,
  as,
});
const ask = async (p: Input | undefined, q?: Input, shaping = {}) =>
  (await createEngine().answer({ p, q, shaping }))!;

test("one side is measured alone, whichever it is", async () => {
  const { single } = await ask(undefined, typed("0.5,0.25,0.25"));
  expect(single?.side).toBe("q");
  expect(single?.entropy).toBe(entropy(probabilities([0.5, 0.25, 0.25])));
  expect(single?.renyi[0]).toBeCloseTo(Math.log(3), 15); // order 0 counts the possible outcomes
});

test("two sides are matched by name", async () => {
  const { pair } = await ask(typed("a=0.5,b=0.5"), typed("b=0.1;a=0,9"));
  expect(pair?.names).toEqual(["a", "b"]);
  expect(pair?.directed.kl).toEqual([
    klDivergence(probabilities([0.5, 0.5]), probabilities([0.9, 0.1])),
    klDivergence(probabilities([0.9, 0.1]), probabilities([0.5, 0.5])),
  ]);
});

test("an infinite divergence names its culprits and their mass, heaviest first", async () => {
  const { pair } = await ask(typed("a=0.49,b=0.3,c=0.2,d=0.01"), typed("a=0.5,b=0.5"));
  expect(pair?.mismatch.reverse).toBeUndefined();
  const { culprits, count, common } = pair!.mismatch.forward!;
  expect([culprits, count]).toEqual([
    [
      { index: 2, mass: 0.2 },
      { index: 3, mass: 0.01 },
    ],
    2,
  ]);
  expect(common).toBeGreaterThan(0);
  expect((await ask(typed("a=1"), typed("b=1"))).pair?.mismatch.forward?.common).toBeUndefined();
});

test("what cannot be used is said of its own side, in the language of the page, and leaves the other side alone", async () => {
  const said = async (language: Language, text: string, other = "0.5,0.5", shaping = {}) => {
    const { problems } = await ask(typed(other), typed(text), shaping);
    expect(problems.p).toBeUndefined();
    return problemText(problems.q!, workbenchWords(language), language);
  };
  expect(await said("en", "0.5,x")).toContain("Value 2 is not a number: “x”");
  expect(await said("es", "0.5, 0.6")).toContain("suman 1,1");
  expect(await said("en", "3,4")).toMatch(/Value 1 is 3.*counts:/);
  expect(await said("es", "1,0,0")).toContain("P tiene 2 valores y Q tiene 3");
  expect(await said("en", "people.csv:city")).toContain("“people.csv” names a file");
  expect(await said("es", "0.5,,0.5")).toContain("El valor 2 falta");
  expect(await said("en", "hello")).toContain("no distribution");
  expect(await said("es", "0.5,0.5", "counts:1,1", { smooth: { laplace: 1 } })).toContain(
    "hacen falta recuentos",
  );
});

test("decimal commas are offered as such where only they make a distribution", async () => {
  const points = async (text: string) => (await ask(typed(text))).problems.p?.withPoints;
  expect(await points("0,5 0,5")).toBe("0.5 0.5");
  expect(await points("sol=0,75\nlluvia=0,25")).toBe("sol=0.75\nlluvia=0.25");
  expect(await points("0,5, 0,4")).toBeUndefined();
  expect((await ask(typed("1,0"))).problems.p).toBeUndefined();
});

test("a file is read once, however often its numbers are shaped or change sides", async () => {
  let opened = 0;
  class Watched extends File {
    override stream() {
      opened++;
      return super.stream();
    }
  }
  const file = new Watched(["banana"], "fruit.txt");
  const input: Input = {
    key: "1",
    file,
    operand: { form: "chars", text: "chars:fruit.txt", path: "fruit.txt" },
  };
  const engine = createEngine();
  const heard: number[] = [];
  const answer = await engine.answer({ p: input, shaping: {} }, ({ done }) => heard.push(done));
  expect(answer?.p).toEqual({ operand: "chars:fruit.txt", outcomes: 3, total: 6, notes: [] });
  await engine.answer({ q: input, p: typed("a=1"), shaping: { smooth: { epsilon: 0.1 } } });
  expect(opened).toBe(1);
  expect(heard).toEqual([6]);
});

test("a question overtaken by another is not answered, and its file is no longer read", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent++;
      controller.enqueue(new Uint8Array(1000));
      return new Promise((resolve) => setTimeout(resolve));
    },
  });
  const file = Object.assign(new Blob(["x"]), { stream: () => endless });
  const input: Input = { key: "1", file, operand: { form: "bytes", text: "bytes:x", path: "x" } };
  const engine = createEngine();
  const first = engine.answer({ p: input, shaping: {} });
  await new Promise((resolve) => setTimeout(resolve, 20));
  const second = await engine.answer({ p: typed("0.5,0.5"), shaping: {} });
  expect(second?.single?.entropy).toBe(Math.LN2);
  expect(await first).toBeUndefined();
  const then = sent;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(sent).toBe(then);
});

test("a table tells its columns, or why it has none", async () => {
  const { titles } = createEngine();
  expect(await titles(new Blob(["city;age\nLima;30"]), "a.csv")).toEqual({ titles: ["city", "age"] });
  expect((await titles(new Blob([""]), "a.csv")).problem?.code).toBe("empty");
});
