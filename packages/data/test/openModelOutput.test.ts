import { openModelOutput } from "@surprisal/data";
import { expect, test } from "vitest";
import { counting, fixture, openBytes } from "./modelOutputs.ts";

test("a file is known by its first bytes, whatever its name", async () => {
  const formats = {
    "f4.npy": "npy",
    "deflated.npz": "npz",
    "tensors.safetensors": "safetensors",
    "base.kld": "llama.cpp base",
    "openai-chat.json": "JSON",
  };
  for (const [name, format] of Object.entries(formats))
    expect((await openBytes(fixture(name), "data.bin")).format).toBe(format);
});

test("by its name where the first bytes say nothing", async () => {
  await expect(openBytes(new Uint8Array(40), "x.npy")).rejects.toThrow(/does not begin as NumPy's arrays do/);
  await expect(openBytes(new Uint8Array(40), "x.bin")).rejects.toThrow(/begins like no output of a model/);
});

test("what was opened is closed, also after a fault", async () => {
  for (const name of ["f4.npy", "fortran.npy"]) {
    let closed = 0;
    const file = { ...counting(fixture(name)), close: async () => void closed++ };
    const output = await openModelOutput("x", () => file).catch(() => undefined);
    await output?.close();
    expect(closed).toBe(1);
  }
});
