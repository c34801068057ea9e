import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openBlobRows, thisThread } from "@surprisal/data";
import { type Answer, readFiles } from "../../src/tokens/engine.ts";
import type { Given, Question } from "../../src/tokens/question.ts";

export const reference = join(import.meta.dirname, "../../../../reference");

/** A file that other programs wrote, as a page is given it. */
export function given(path: string, array?: string): Given {
  const name = basename(path);
  return { name, blob: new File([readFileSync(join(reference, path))], name), array };
}

export function pasted(text: string, name = "pasted.json"): Given {
  return { name, blob: new File([text], name) };
}

/** An array as NumPy writes it. */
export function npy(name: string, descr: string, shape: readonly number[], values: ArrayBufferView): Given {
  const sides = `${shape.join(", ")}${shape.length === 1 ? "," : ""}`;
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sides}), }`.padEnd(117);
  const start = Uint8Array.of(0x93, ...new TextEncoder().encode(`NUMPY\u0001\0v\0${header}\n`));
  return { name, blob: new File([start, values as Int32Array<ArrayBuffer>], name) };
}

/** One tensor as a shard holds it. */
export function shard(
  name: string,
  tensor: string,
  values: Float32Array | Float64Array,
  rows: number,
): Given {
  const dtype = values instanceof Float32Array ? "F32" : "F64";
  const shape = [rows, values.length / rows];
  const header = JSON.stringify({ [tensor]: { dtype, shape, data_offsets: [0, values.byteLength] } });
  const bytes = values as Float32Array<ArrayBuffer>;
  return { name, blob: new File([BigUint64Array.of(BigInt(header.length)), header, bytes], name) };
}

export const expected = JSON.parse(readFileSync(join(reference, "twoModels/expected.json"), "utf8"));

export function answer(question: Omit<Question, "ignore"> & { ignore?: number }): Promise<Answer> {
  return readFiles({ ignore: -100, ...question }, { start: () => thisThread(openBlobRows), workers: 1 });
}
