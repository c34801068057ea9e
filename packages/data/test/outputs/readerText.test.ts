import { expect, test } from "vitest";
import { readerText } from "../../src/outputs/readerText.ts";

test("what readers write into names is said in Spanish, and a file's own name left alone", () => {
  const said = [
    ["sha256 of the targets, 00ff", "sha256 de los objetivos, 00ff"],
    ["sha256 of the text, 00ff", "sha256 del texto, 00ff"],
    ["its own tokens", "sus propios tokens"],
    ["ids.npy, shifted", "ids.npy, desplazados"],
    ["line 3, choice 1, prompt", "línea 3, opción 1, entrada"],
    ["record 0", "registro 0"],
    ["safetensors index", "índice de safetensors"],
    ["plain", "forma propia"],
    ["plain line.npy", "plain line.npy"],
  ] as const;
  for (const [english, spanish] of said) {
    expect(readerText(english, "es")).toBe(spanish);
    expect(readerText(english, "en")).toBe(english);
  }
});
