import { FormatError, type ResolveOptions } from "@surprisal/data";
import { describe, expect, test } from "vitest";
import { resolve } from "./sources.ts";

async function faultOf(text: string, options: ResolveOptions = {}): Promise<FormatError> {
  const error = await resolve(text, {}, options).catch((e) => e);
  expect(error).toBeInstanceOf(FormatError);
  return error;
}

test("probabilities are taken as they are, counts become frequencies, logits go through softmax", async () => {
  expect([...(await resolve("0.5,0.5")).probabilities]).toEqual([0.5, 0.5]);
  const counted = await resolve("counts:heads=9,tails=1");
  expect([...counted.probabilities]).toEqual([0.9, 0.1]);
  expect([...counted.counts!]).toEqual([9, 1]);
  expect([...(await resolve("logits:a=0,b=-inf,c=0")).probabilities]).toEqual([0.5, 0, 0.5]);
  expect((await resolve("0.5,0.5")).counts).toBeUndefined();
});

test("nothing is normalised unasked, and the fault says that it could be", async () => {
  const fault = await faultOf("0.5,0.4");
  expect(fault.message).toBe("0.5,0.4: the values sum to 0.9, expected 1");
  expect(fault.code).toBe("sum");
  expect([...(await resolve("1,3", {}, { normalize: true })).probabilities]).toEqual([0.25, 0.75]);
});

describe("a number out of its domain is named", () => {
  test.each([
    ["0.5,-0.5,1", "0.5,-0.5,1: [1] is -0.5, expected a probability in [0, 1]"],
    ["a=2,b=-1", "a=2,b=-1: [0] (a) is 2, expected a probability in [0, 1]"],
    ["counts:1,-1", "counts:1,-1: [1] is -1, expected a count, finite and not negative"],
    ["counts:1,1e999", "counts:1,1e999: [1] is Infinity, expected a count, finite and not negative"],
    ["logits:1,1e999", "logits:1,1e999: [1] is Infinity, expected a logit below +∞"],
    ["counts:0,0", "counts:0,0: all values are 0, expected one that is not"],
    ["logits:-inf,-inf", "logits:-inf,-inf: all values are -Infinity, expected one that is not"],
  ])("%s", async (text, message) => {
    expect((await faultOf(text)).message).toBe(message);
  });

  test("also when normalising", async () => {
    expect((await faultOf("1,-1", { normalize: true })).message).toBe(
      "1,-1: [1] is -1, expected a weight, finite and not negative",
    );
    expect((await faultOf("0,0", { normalize: true })).message).toBe(
      "0,0: all values are 0, expected one that is not",
    );
  });
});

test("whole numbers where probabilities are expected: counts or decimal commas were meant", async () => {
  expect((await faultOf("9,1")).hint).toMatch(/counts:.*0,5; 0,5/);
  expect((await faultOf("0,5,0,5")).hint).toMatch(/counts:.*0,5; 0,5/);
});

test("counts of any finite size have frequencies", async () => {
  expect([...(await resolve("counts:1e308,1e308,0")).probabilities]).toEqual([0.5, 0.5, 0]);
});

test("smoothing is done as asked, and refused where it does not apply", async () => {
  const laplace = await resolve("counts:9,0", {}, { smooth: { laplace: 1 } });
  expect([...laplace.probabilities]).toEqual([10 / 11, 1 / 11]);
  expect([...laplace.counts!]).toEqual([9, 0]);
  const epsilon = await resolve("1,0", {}, { smooth: { epsilon: 0.25 } });
  expect(epsilon.probabilities[1]).toBeGreaterThan(0);
  expect((await faultOf("0.5,0.5", { smooth: { laplace: 1 } })).message).toBe(
    "0.5,0.5: has probabilities, expected counts, for Laplace smoothing",
  );
});

test("a list of a million values from standard input", async () => {
  const { probabilities } = await resolve("counts:-", { "-": "1\n".repeat(1e6) });
  expect(probabilities.length).toBe(1e6);
  expect(probabilities[999_999]).toBeCloseTo(1e-6, 20);
});

test("progress is heard while a file is read", async () => {
  const heard: unknown[] = [];
  await resolve(
    "bytes:f",
    { f: new Uint8Array(3 << 20) },
    { onProgress: (done, total) => heard.push([done, total]) },
  );
  expect(heard.at(-1)).toEqual([3 << 20, 3 << 20]);
  expect(heard.length).toBe(3);
});

test("a message stays short whatever is typed", async () => {
  expect((await faultOf("1,".repeat(1e5))).message.length).toBeLessThan(200);
});
