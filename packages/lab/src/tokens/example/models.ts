import { alphabets, fold } from "../../instruments/shannonGame/alphabet.ts";
import { createRival } from "../../instruments/shannonGame/rival.ts";
import { trainingText } from "../../instruments/shannonGame/training.ts";
import type { Language } from "../../words/language.ts";
import { tides } from "../../workbench/examples.ts";
import { type exampleNames, memories } from "./names.ts";

/**
 * Two models that have read this book, with a long and a short memory, and what both say of a text that is not in it, letter by letter. Only for the build: it is long work.
 */
export function exampleFiles(language: Language): Record<keyof typeof exampleNames, Uint8Array<ArrayBuffer>> {
  const alphabet = alphabets[language];
  const text = fold(tides[language], language);
  const rival = createRival(trainingText(language), alphabet);
  const rows = (memory: number) =>
    Float32Array.from(
      Array.from(text, (_, place) => [
        ...rival.predict(text.slice(Math.max(0, place - memory), place)),
      ]).flat(),
      Math.log,
    );
  const shape = [text.length, alphabet.length];
  return {
    p: npy("<f4", shape, rows(memories.p)),
    q: npy("<f4", shape, rows(memories.q)),
    targets: npy(
      "<i4",
      [text.length],
      Int32Array.from(text, (letter) => alphabet.indexOf(letter)),
    ),
    vocabulary: new TextEncoder().encode(JSON.stringify([...alphabet])),
  };
}

/**
 * An array as NumPy saves it.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
function npy(
  type: string,
  shape: readonly number[],
  numbers: Float32Array | Int32Array,
): Uint8Array<ArrayBuffer> {
  const sides = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sides}), }`;
  const length = 64 * Math.ceil((10 + header.length + 1) / 64);
  const bytes = new Uint8Array(length + numbers.byteLength);
  const encoder = new TextEncoder();
  bytes.set([0x93, ...encoder.encode("NUMPY"), 1, 0]);
  new DataView(bytes.buffer).setUint16(8, length - 10, true);
  bytes.set(encoder.encode(`${header.padEnd(length - 11)}\n`), 10);
  bytes.set(new Uint8Array(numbers.buffer), length);
  return bytes;
}
