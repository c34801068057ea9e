import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { GrowingText } from "../../src/outputs/textHash.ts";

test("the hash of a text is that of its bytes, however it is cut; of lost bytes there is none", async () => {
  const whole = "¿Qué tal? 日本語 ".repeat(300);
  const sha256 = createHash("sha256").update(whole).digest("hex").slice(0, 16);
  const bytes = new TextEncoder().encode(whole);
  for (const size of [1, 7, bytes.length]) {
    const text = new GrowingText();
    for (let at = 0; at < bytes.length; at += 2 * size)
      text.add([bytes.subarray(at, at + size), bytes.subarray(at + size, at + 2 * size)]);
    expect(await text.hash(), `${size}`).toEqual({ textHash: `sha256 of the text, ${sha256}` });
  }
  const lost = new GrowingText();
  lost.add([bytes, undefined]);
  expect(await lost.hash()).toEqual({});
});
