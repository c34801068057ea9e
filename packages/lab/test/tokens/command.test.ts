import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Unit } from "@surprisal/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandOf } from "../../src/tokens/command.ts";
import { contentsOf } from "../../src/tokens/opened.ts";
import { fill, fillAll, gathered, questionOf } from "../../src/tokens/placing.ts";
import type { Given } from "../../src/tokens/question.ts";
import { emptySlots, type SlotName, type Slots } from "../../src/tokens/slots.ts";
import { answer, given, npy, pasted, shard } from "./given.ts";

const folder = mkdtempSync(join(tmpdir(), "surprisal-"));
const main = join(import.meta.dirname, "../../../cli/src/main.ts");

/** Runs a command as a shell does. */
function run(command: string): string {
  const script = `surprisal() { "$NODE" --conditions=surprisal-source "$MAIN" "$@"; }; ${command}`;
  const env = { ...process.env, NODE: process.execPath, MAIN: main };
  return execFileSync("sh", ["-c", script], { cwd: folder, env, encoding: "utf8", stdio: "pipe" });
}

const logits = Float32Array.from({ length: 12 }, (_, i) => Math.sin(i));
const tokens = [
  { text: "a", logprob: -1 },
  { text: "b", logprob: -2 },
];
const listed = tokens.map((token) => ({ ...token, top: [{ text: "c", logprob: -0.7 }] }));
const files = {
  p: npy("p.npy", "<f4", [3, 4], logits),
  q: npy("q.npy", "<f4", [3, 4], logits.toReversed()),
  odd: npy("-it's odd.npy", "<f4", [3, 4], logits),
  came: pasted("1\n0\n3", "came.txt"),
  none: npy("none", "<i4", [3], Int32Array.of(1, 0, 3)),
  padding: pasted("[7, 7, 7]", "padding.json"),
  vocabulary: pasted('["a", "b", "c", "d"]', "v.json"),
  scores: pasted(JSON.stringify({ tokens }), "scores.json"),
  listed: pasted(JSON.stringify({ tokens: listed }), "listed.json"),
  base: given("modelOutputs/base.kld"),
  arrays: given("modelOutputs/stored.npz"),
  index: pasted('{"weight_map": {"x": "1.safetensors", "y": "2.safetensors"}}', "m.safetensors.index.json"),
  one: shard("1.safetensors", "x", logits, 3),
  two: shard("2.safetensors", "y", logits, 3),
};
type Name = keyof typeof files;

beforeAll(async () => {
  for (const { name, blob } of Object.values(files))
    writeFileSync(join(folder, name), new Uint8Array(await blob.arrayBuffer()));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As the page puts files that are given one after the other, or together, into places. */
async function placed(steps: readonly (readonly [SlotName, ...Name[]])[]): Promise<Slots> {
  let slots = emptySlots;
  for (const [slot, ...names] of steps) {
    const found = [];
    for (const name of names) {
      const beside = names.filter((other) => other !== name).map((other) => files[other]);
      const one: Given = { ...files[name], beside };
      found.push([one, slot === "vocabulary" ? undefined : await contentsOf(one)] as const);
    }
    const all = gathered(found);
    slots = all.length > 1 ? fillAll(slots, slot, all) : fill(slots, slot, ...all[0]!);
  }
  return slots;
}

async function commandAfter(steps: Parameters<typeof placed>[0], scoring: Partial<Slots>, unit: Unit) {
  const question = questionOf({ ...(await placed(steps)), ...scoring })!;
  const { reading } = await answer(question);
  return { reading, command: commandOf(question, reading, unit) };
}

test.each<[string, Parameters<typeof placed>[0], Partial<Slots>?]>([
  ["surprisal perplexity p.npy", [["p", "p"]]],
  ["surprisal perplexity p.npy", [["p", "p"]], { ignore: 7, shift: true }],
  ["surprisal perplexity p.npy --vocabulary v.json", [["p", "p", "vocabulary"]]],
  [
    "surprisal diff p.npy q.npy --targets came.txt --vocabulary v.json",
    [
      ["p", "p", "q", "came"],
      ["vocabulary", "vocabulary"],
    ],
  ],
  [
    "surprisal perplexity p.npy --targets came.txt --ignore 3 --shift",
    [["p", "p", "came"]],
    { ignore: 3, shift: true },
  ],
  ["surprisal perplexity './-it'\\''s odd.npy' --targets './none'", [["p", "odd", "none"]]],
  [
    "surprisal perplexity scores.json",
    [
      ["p", "scores"],
      ["vocabulary", "vocabulary"],
      ["targets", "came"],
    ],
    { ignore: 0 },
  ],
  ["surprisal perplexity listed.json --vocabulary v.json", [["p", "listed", "vocabulary"]]],
  ["surprisal diff listed.json scores.json", [["p", "listed", "scores", "vocabulary"]]],
  ["surprisal perplexity base.kld", [["p", "base"]], { shift: true }],
  ["surprisal perplexity stored.npz", [["p", "arrays"]]],
  [
    "surprisal perplexity 'm.safetensors.index.json:x' --targets came.txt",
    [["p", "index", "one", "two", "came"]],
  ],
])("%s is taken by the command line, and gives the same number", async (expected, steps, scoring = {}) => {
  const { reading, command } = await commandAfter(steps, scoring, "nats");
  expect(command).toBe(`${expected} --unit nats`);
  const said = JSON.parse(run(`${command} --json`));
  const { comparison, p } = reading;
  const [mine, its] = comparison
    ? [
        comparison.scoredTokens!.perplexityRatio,
        (said.candidates[0].comparison?.scoredTokens ?? said.candidates[0].scored).perplexityRatio,
      ]
    : [p.statistics.perplexity ?? p.statistics.entropy, said.perplexity ?? said.entropy];
  expect(its.value).toBe(mine!.value);
});

test("where no row is left to measure there is no command, which would say so alone", async () => {
  const { command, reading } = await commandAfter([["p", "p", "padding"]], { ignore: 7 }, "bits");
  expect(reading.p.statistics.scored).toBe(0);
  expect(command).toBeUndefined();
  expect(() => run("surprisal perplexity p.npy --targets padding.json --ignore 7")).toThrow(/no row left/);
});

test("a vocabulary with more pieces than the model has outcomes is refused in both", async () => {
  const large = pasted('["a", "b", "c", "d", "e"]', "large.json");
  await expect(answer({ p: files.p, vocabulary: large })).rejects.toThrow(
    "large.json: has pieces up to number 4, expected none above 3, as the rows of p.npy have 4 outcomes",
  );
});
