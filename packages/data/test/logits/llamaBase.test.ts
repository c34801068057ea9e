import type { LlamaBase } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { bitsOf, expected, fixture, openBytes, openFixture, patched } from "../modelOutputs.ts";

const facts = expected["base.kld"];

async function base(bytes: Uint8Array): Promise<LlamaBase> {
  const output = await openBytes(bytes);
  if (output.kind !== "base") throw new Error("the test expected a base file");
  return output.base;
}

test("the rows, tokens and targets of a base file", async () => {
  const output = await openFixture("base.kld");
  expect(output.format).toBe("llama.cpp base");
  const file = await base(fixture("base.kld"));
  expect(file).toMatchObject({ stored: "llama16", format: "f32", cutNats: 16, vocabulary: facts.vocabulary });
  expect([file.windows, file.contextLength]).toEqual([facts.windows, facts.contextLength]);
  expect([...(await file.readTokens())]).toEqual(facts.tokens);
  expect([...(await file.readTargets())]).toEqual(facts.targets);
  for (const count of [1, 4, file.rows]) expect(await bitsOf(file, count)).toEqual(facts.bits);
});

test("rows are written anywhere, and several blocks at once", async () => {
  const file = await base(fixture("base.kld"));
  const block = 4 * 5 * file.vocabulary;
  const into = new Uint8Array(1 + 3 * block);
  await Promise.all(
    [0, 1, 2].map((i) => file.readRows(5 * i, 5, into.subarray(1 + i * block, 1 + (i + 1) * block))),
  );
  expect([...new Uint32Array(into.slice(1).buffer)]).toEqual(facts.bits);
});

test("its rows are log-probabilities to the step of the codes, but for what was cut", async () => {
  const file = await base(fixture("base.kld"));
  const row = new Float32Array(file.vocabulary);
  for (let i = 0; i < file.rows; i++) {
    await file.readRows(i, 1, new Uint8Array(row.buffer));
    const { step, floor } = await file.readScale(i);
    expect(Math.min(...row)).toBe(Math.fround(floor));
    // A row spans 16 nats at most: half a step of error on each, and V outcomes cut from below e^−16 up to it.
    expect(step).toBeLessThanOrEqual(16 / 65535 + 1e-9);
    const sum = row.reduce((total, x) => total + Math.exp(x), 0);
    expect(Math.abs(sum - 1)).toBeLessThan(step + file.vocabulary * Math.exp(-16));
  }
});

describe("a header that lies is caught before anything is allocated", () => {
  const bytes = fixture("base.kld");
  const most = [0xff, 0xff, 0xff, 0x7f];
  test.each([
    [
      "cut short",
      bytes.subarray(0, -1),
      /byte 1303 is where it ends, expected 1304 bytes: 3 windows of 12 tokens/,
    ],
    ["without its header", bytes.subarray(0, 12), /byte 12 is where it ends/],
    ["too long", new Uint8Array([...bytes, 0]), /byte 1304 is where its 3 windows end/],
    ["a vocabulary beyond the file", patched(bytes, 12, most), /over 2147483647/],
    ["windows beyond the file", patched(bytes, 16, most), /2147483647 windows/],
    ["a context beyond the file", patched(bytes, 8, most), /windows of 2147483647 tokens/],
    ["everything beyond", patched(bytes, 8, [...most, ...most, ...most]), /is where it ends/],
    ["no vocabulary", patched(bytes, 12, [0, 0, 0, 0]), /byte 12 says the vocabulary has 0 tokens/],
    ["below nothing", patched(bytes, 16, [255, 255, 255, 255]), /byte 16 says there are -1 windows/],
    ["no context", patched(bytes, 8, [2, 0, 0, 0]), /byte 8 says a window has 2 tokens/],
  ])("%s", async (_, lie, message) => {
    await expect(base(lie)).rejects.toThrow(
      expect.objectContaining({ name: "FormatError", message: expect.stringMatching(message) }),
    );
  });

  test("an unfinished one says how many windows are whole", async () => {
    await expect(base(bytes.subarray(0, 1000))).rejects.toMatchObject({
      hint: expect.stringMatching(/^2 whole windows are there/),
    });
    await expect(base(bytes.subarray(0, 600))).rejects.toMatchObject({
      hint: expect.stringMatching(/^1 whole window is there/),
    });
  });

  test("a token that is not in the vocabulary", async () => {
    const file = await base(patched(bytes, 24, [33]));
    await expect(file.readTargets()).rejects.toThrow("byte 24 holds token 33, expected one of 33, from 0");
  });

  test("a scale of no log-probabilities", async () => {
    const nan = await base(patched(bytes, 20 + 4 * 36, [0, 0, 0xc0, 0x7f]));
    await expect(bitsOf(nan)).rejects.toThrow(/byte 164 scales row 0 from -?[\d.]+ by steps of NaN/);
    const above = await base(patched(bytes, 20 + 4 * 36 + 4, [0, 0, 0x80, 0x3f]));
    await expect(above.readScale(0)).rejects.toThrow(/none above 0/);
  });
});
