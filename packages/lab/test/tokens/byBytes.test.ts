import { expect, test } from "vitest";
import { columnsOf } from "../../src/tokens/columns.ts";
import { numberRows } from "../../src/tokens/numbers.ts";
import { headline } from "../../src/tokens/readouts.ts";
import { en } from "../../src/tokens/words/en.ts";
import { es } from "../../src/tokens/words/es.ts";
import { worthText } from "../../src/tokens/worth.ts";
import { answer, pasted } from "./given.ts";

/** A text in two ways: P cuts it into pairs of letters, Q into letters; nats by the piece. */
const sequences = 30;

function lines(pieces: readonly string[], nats: (line: number, piece: number) => number | null): string {
  return Array.from({ length: sequences }, (_, line) =>
    JSON.stringify({
      tokens: pieces.map((text, piece) => {
        const surprise = nats(line, piece);
        return { text, logprob: surprise === null ? null : -surprise };
      }),
    }),
  ).join("\n");
}

const ofPairs = pasted(
  lines(["ab", "cd", "ef"], (line) => 1 + (line % 3) / 10),
  "pairs.jsonl",
);
const ofLetters = (nats: number | null) =>
  pasted(
    lines([..."abcdef"], () => nats),
    "letters.jsonl",
  );

test("models of two tokenisers are told by their surprise a byte, and no number of their tokens stands side by side", async () => {
  const { reading } = await answer({ p: ofPairs, q: ofLetters(0.25) });
  const told = headline(reading, "nats", en, "en");
  // Of 90 pairs a third have 1, 1.1 and 1.2 nats, which is 0.55 a byte; of 180 letters each has 0.25.
  expect(told.map(({ name, value }) => [name, value])).toEqual([
    ["Surprise a byte, P", "0.55"],
    ["Surprise a byte, Q", "0.25"],
    ["Q’s less P’s, a byte", "−0.3"],
  ]);
  expect(told.map(({ strong = false }) => strong)).toEqual([false, false, true]);
  expect(numberRows(reading, columnsOf(reading.table)).map(({ key }) => key)).toEqual([
    "byteP",
    "byteQ",
    "byteDifference",
  ]);
  expect(en.byBytes.verdicts[reading.byBytes!.verdict]).toBe("Q is less surprised a byte than P.");
  expect(worthText(reading, en, "en")).toMatch(
    /^For the difference a byte, these 90 stretches that both cut are worth /,
  );
  expect(worthText(reading, es, "es")).toMatch(
    /^Para la diferencia por byte, estos 90 tramos que ambos cortan valen por /,
  );
});

test("of models that share no scored stretch, what is told is of P alone", async () => {
  const { reading } = await answer({ p: ofPairs, q: ofLetters(null) });
  expect(reading.byBytes).toBeUndefined();
  const names = headline(reading, "nats", en, "en").map(({ name }) => name);
  expect(names).toContain("Perplexity");
  expect(names).not.toContain("Perplexity of Q");
  const keys = numberRows(reading, columnsOf(reading.table)).map(({ key }) => key);
  expect(keys).toContain("surpriseP");
  expect(keys).not.toContain("surpriseQ");
});
