import { expect, test } from "vitest";
import { filesOf, formats } from "../fuzz/formats.ts";
import { fuzz } from "../fuzz/fuzz.ts";
import { survives } from "../fuzz/survives.ts";

// `npm run fuzz` reads a hundred thousand of each.
test.each(Object.keys(formats))("a mutated file is read or refused with its place: %s", async (format) => {
  const { read, refused } = await fuzz(format, 600, 4);
  expect(read + refused).toBe(600);
  expect(read).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(300);
});

test("the watch notices what is neither", async () => {
  const [[name, bytes]] = filesOf("npy") as [[string, Uint8Array]];
  const index = '{"weight_map": {"a": "gone.safetensors"}}';
  expect(await survives(name, bytes, new Map())).toBe("read");
  expect(await survives("x.json", new TextEncoder().encode(index), new Map())).toBe("refused");
  const broken = new Map([["gone.safetensors", undefined as unknown as Uint8Array]]);
  broken.get = () => {
    throw new TypeError("a bug");
  };
  await expect(survives("x.json", new TextEncoder().encode(index), broken)).rejects.toThrow("a bug");
});
