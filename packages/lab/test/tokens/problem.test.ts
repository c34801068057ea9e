import { FormatError } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { contentsOf } from "../../src/tokens/opened.ts";
import { fill as filled, questionOf } from "../../src/tokens/placing.ts";
import { problemOf } from "../../src/tokens/problem.ts";
import { problemText } from "../../src/tokens/problemText.ts";
import type { Given } from "../../src/tokens/question.ts";
import { emptySlots, type SlotName } from "../../src/tokens/slots.ts";
import { tokensWords } from "../../src/tokens/words/tokensWords.ts";
import { answer, given, npy, pasted } from "./given.ts";

const languages = ["en", "es"] as const;
const logits = Float32Array.from({ length: 12 }, (_, i) => Math.sin(i));
const p = npy("p.npy", "<f4", [3, 4], logits);
const cut = async (file: Given, length: number) => ({
  name: file.name,
  blob: new File([(await file.blob.arrayBuffer()).slice(0, length)], file.name),
});
const score = (more: object) => JSON.stringify({ tokens: [{ text: "a", logprob: -1, ...more }] });

/** What the page says, in both languages, of files in their places. */
async function saidOf(files: Partial<Record<SlotName, Given>>, language: (typeof languages)[number]) {
  let slots = emptySlots;
  try {
    for (const [name, file] of Object.entries(files) as [SlotName, Given][])
      slots = filled(slots, name, file, name === "vocabulary" ? undefined : await contentsOf(file));
    await answer(questionOf(slots)!);
  } catch (error) {
    return problemText(problemOf(error), slots, tokensWords(language), language);
  }
  throw new Error("it was read, expected a problem");
}

const base = given("modelOutputs/base.kld");
const cases: [
  what: string,
  files: () => Promise<Partial<Record<SlotName, Given>>>,
  en: string,
  es: string,
][] = [
  [
    "a cut array",
    async () => ({ p: await cut(p, 150) }),
    "p.npy ends too early (byte 150).",
    "p.npy acaba antes de tiempo (byte 150).",
  ],
  [
    "nothing",
    async () => ({ p: pasted("", "none.npy") }),
    "There is nothing in none.npy that could be measured.",
    "En none.npy no hay nada que se pueda medir.",
  ],
  [
    "a picture",
    async () => ({ p: pasted("GIF89a", "a.gif") }),
    "a.gif is in no form that can be read here (byte 0).",
    "a.gif no está en ninguna forma que se pueda leer aquí (byte 0).",
  ],
  [
    "pickled objects",
    async () => ({ p: given("modelOutputs/pickled.npy") }),
    "pickled.npy is in no form that can be read here (byte 10).",
    "pickled.npy no está en ninguna forma que se pueda leer aquí (byte 10).",
  ],
  [
    "a lying base file",
    async () => ({ p: await cut(base, 30) }),
    "base.kld ends too early (byte 30).",
    "base.kld acaba antes de tiempo (byte 30).",
  ],
  [
    "JSON that is cut off",
    async () => ({ p: pasted('{"tokens": [', "cut.json") }),
    "cut.json is no JSON, or is cut off (line 1, column 13).",
    "cut.json no es JSON, o está cortado (línea 1, columna 13).",
  ],
  [
    "an answer without scores",
    async () => ({ p: pasted('{"choices": [{"message": {}}]}', "a.json") }),
    "a.json lacks something, or has something else in its place (line 1, column 13: choices). An answer of a server has log-probabilities only if they were asked for.",
    "A a.json le falta algo, o lleva otra cosa en su lugar (línea 1, columna 13: choices). La respuesta de un servidor solo trae log-probabilidades si se le piden.",
  ],
  [
    "a log-probability above 0",
    async () => ({ p: pasted(score({ logprob: 0.5 }), "a.json") }),
    "A number in a.json lies out of its range (line 1, column 34: tokens[0].logprob = 0.5).",
    "Un número de a.json está fuera de su rango (línea 1, columna 34: tokens[0].logprob = 0.5).",
  ],
  [
    "probabilities",
    async () => ({ p: npy("p.npy", "<f4", [3, 2], new Float32Array(6).fill(0.5)) }),
    "The rows of p.npy are probabilities, and no logits: save their logarithms instead.",
    "Las filas de p.npy son probabilidades, no logits: guarda en su lugar sus logaritmos.",
  ],
  [
    "integers alone",
    async () => ({ p, targets: npy("t.npy", "<i4", [2], Int32Array.of(1, 2)) }),
    "t.npy has not one token for each row of P.",
    "t.npy no lleva un token por cada fila de P.",
  ],
  [
    "a token that is none",
    async () => ({ p, targets: pasted("1 9 2", "t.txt") }),
    "t.txt has a token that the model does not (no. 1 from 0: 9). If that number stands for padding, say so under “Not scored where it is”.",
    "t.txt lleva un token que el modelo no tiene (n.º 1 desde 0: 9). Si ese número es relleno, dilo en «No se puntúa donde pone».",
  ],
  [
    "no integers, in a file whose name begins as P's",
    async () => ({ p: { ...p, name: "t" }, targets: npy("t.npy", "<f4", [3], logits.slice(0, 3)) }),
    "t.npy holds no array of integers, or several.",
    "t.npy no lleva ninguna matriz de enteros, o lleva varias.",
  ],
  [
    "no integers",
    async () => ({ p, targets: npy("t.npy", "<f4", [3], logits.slice(0, 3)) }),
    "t.npy holds no array of integers, or several.",
    "t.npy no lleva ninguna matriz de enteros, o lleva varias.",
  ],
  [
    "another model's vocabulary",
    async () => ({ p, vocabulary: pasted('["a","b","c","d","e"]', "v.json") }),
    "v.json has more pieces than the model has outcomes: it is of another model.",
    "v.json tiene más piezas que resultados el modelo: es de otro modelo.",
  ],
  [
    "rows of another length",
    async () => ({ p, q: npy("q.npy", "<f4", [4, 3], logits) }),
    "The rows of q.npy are over 3 outcomes, and those of p.npy over 4. Models of two tokenisers are compared by bytes, from log-probabilities.",
    "Las filas de q.npy son sobre 3 resultados, y las de p.npy sobre 4. Los modelos de dos tokenizadores se comparan por bytes, a partir de log-probabilidades.",
  ],
  [
    "fewer rows",
    async () => ({ p, q: npy("q.npy", "<f4", [2, 4], logits.slice(0, 8)) }),
    "q.npy has 2 rows, and p.npy 3.",
    "q.npy tiene 2 filas, y p.npy 3.",
  ],
  [
    "scores beside rows",
    async () => ({ p, q: pasted(score({}), "a.json") }),
    "a.json holds the log-probabilities of single tokens, and p.npy whole rows: both have to be of one kind.",
    "a.json lleva las log-probabilidades de tokens sueltos, y p.npy filas enteras: los dos tienen que ser de la misma clase.",
  ],
  [
    "samples of a harness",
    async () => ({ p: given("modelOutputs/lm-eval.jsonl") }),
    "lm-eval.jsonl scores whole continuations or documents, and not their tokens: beside it only another file of samples can be compared.",
    "lm-eval.jsonl puntúa continuaciones o documentos enteros, no sus tokens: solo se puede comparar con otro archivo de muestras.",
  ],
  [
    "another text",
    async () => ({ p: pasted(score({}), "a.json"), q: pasted(score({ text: "b" }), "b.json") }),
    "b.json does not fit what else was given: it is of another text, or of another length (line 1).",
    "b.json no encaja con lo demás: es de otro texto, o de otra longitud (línea 1).",
  ],
  [
    "an index without its shards",
    async () => ({ p: pasted('{"weight_map": {"x": "1.safetensors"}}', "i.json") }),
    "i.json names 1.safetensors, which was not given: choose or drop both together.",
    "i.json nombra 1.safetensors, que no se dio: elige o suelta los dos a la vez.",
  ],
];

describe.each(languages)("what is wrong, in %s", (language) => {
  test.each(cases)("%s", async (_, files, en, es) => {
    expect(await saidOf(await files(), language)).toBe({ en, es }[language]);
  });

  test("every code has a sentence with the file in it", () => {
    const words = tokensWords(language);
    for (const code of [
      "truncated",
      "header",
      "unsupported",
      "empty",
      "lengths",
      "names",
      "range",
      "number",
      "value",
      "kind",
      "syntax",
      "encoding",
      "ragged",
      "size",
      "unreadable",
    ] as const) {
      const error = new FormatError({ code, source: "a.npy", problem: "is so" });
      expect(problemText(problemOf(error), emptySlots, words, language)).toContain("a.npy");
    }
  });
});
