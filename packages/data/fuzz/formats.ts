import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../reference/modelOutputs");

/** Every file there is of each format that is read, by its name. */
export const formats: Readonly<Record<string, RegExp>> = {
  npy: /\.npy$/,
  npz: /\.npz$/,
  safetensors: /\.safetensors$/,
  "safetensors index": /\.index\.json$/,
  "llama.cpp base": /\.kld$/,
  OpenAI: /^openai-/,
  vLLM: /^vllm-/,
  "llama.cpp server": /^llama-server/,
  "lm-evaluation-harness": /^lm-eval/,
  plain: /^plain/,
};

export const files: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
);

export function filesOf(format: string): [name: string, bytes: Uint8Array][] {
  return [...files].filter(([name]) => formats[format]!.test(name));
}
