import { type ByteSource, isSeekable, type SeekableSource } from "./byteSource.ts";
import { FormatError } from "./formatError.ts";
import { type LlamaBase, llamaMagic, readLlamaBase } from "./logits/llamaBase.ts";
import { readNpy } from "./logits/npy.ts";
import { readNpz } from "./logits/npz.ts";
import { readSafetensors } from "./logits/safetensors.ts";
import { readSafetensorsIndex } from "./logits/safetensorsIndex.ts";
import type { StoredArray } from "./logits/storedArray.ts";
import type { Open } from "./readOperand.ts";
import { readScores } from "./scores/readScores.ts";
import type { ScoredSequence } from "./scores/scoredSequence.ts";
import { readText } from "./utf8.ts";

/** What models give out, as a file holds it. Close it when it is no longer read. */
export type ModelOutput = { close(): Promise<void> } & (
  | {
      readonly kind: "arrays";
      readonly format: "npy" | "npz" | "safetensors" | "safetensors index" | "text";
      readonly arrays: readonly StoredArray[];
    }
  | { readonly kind: "base"; readonly format: "llama.cpp base"; readonly base: LlamaBase }
  | { readonly kind: "scores"; readonly format: "JSON"; sequences(): AsyncGenerator<ScoredSequence> }
);

/**
 * What a file holds of a model: arrays of NumPy or safetensors, a base file of llama.cpp, or scores of tokens as JSON. It is known by its first
 * bytes, and by its name only where they say nothing. Headers are read and checked against the file; rows and scores are read when they are asked for.
 *
 * @param open Opens the file, and, of an index of safetensors, the shards beside it.
 * @throws FormatError if it is none of these, or its header cannot be true.
 */
export async function openModelOutput(path: string, open: Open): Promise<ModelOutput> {
  const opened: SeekableSource[] = [];
  const close = async () => {
    await Promise.all(opened.map((file) => file.close()));
  };
  const scores = (source: ByteSource): ModelOutput => ({
    kind: "scores",
    format: "JSON",
    sequences: () => readScores(source, path),
    close,
  });
  try {
    const file = await open(path);
    if (!isSeekable(file)) return scores(textOnly(file, path));
    opened.push(file);
    if (file.byteLength === 0)
      throw new FormatError({ code: "empty", source: path, problem: "holds nothing", expected: outputs });
    const start = new Uint8Array(Math.min(sniffed, file.byteLength));
    await file.read(0, start);
    const format = formatOf(start, path);
    switch (format) {
      case "npy":
        return { kind: "arrays", format, arrays: [await readNpy(file, path)], close };
      case "npz":
        return { kind: "arrays", format, arrays: await readNpz(file, path), close };
      case "safetensors":
        return { kind: "arrays", format, arrays: await readSafetensors(file, path), close };
      case "safetensors index": {
        const folder = path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
        const origin = { text: await readText(file, path), source: path, firstLine: 1 };
        const arrays = await readSafetensorsIndex(origin, async (name) => {
          const shard = await open(folder + name);
          if (!isSeekable(shard)) throw cannotSeek(folder + name);
          opened.push(shard);
          return { file: shard, source: folder + name };
        });
        return { kind: "arrays", format, arrays, close };
      }
      case "llama.cpp base":
        return { kind: "base", format, base: await readLlamaBase(file, path), close };
      case "JSON":
        return scores(file);
      case "stream":
        throw streamed(path);
      default:
        throw new FormatError({
          code: "unsupported",
          source: path,
          place: { byte: 0 },
          problem: "begins like no output of a model that is known",
          expected: outputs,
        });
    }
  } catch (error) {
    await close();
    throw error;
  }
}

/** Enough of a file to find "weight_map" in, behind the metadata of an index. */
const sniffed = 1 << 12;

const outputs = ".npy, .npz, .safetensors, a base file of llama.cpp, or JSON";

type Format = "npy" | "npz" | "safetensors" | "safetensors index" | "llama.cpp base" | "JSON" | "stream";

function formatOf(start: Uint8Array, path: string): Format | undefined {
  // windows-1252, to this decoder: control characters and ASCII are themselves.
  const text = new TextDecoder("latin1").decode(start);
  if (start[0] === 0x93 && text.startsWith("NUMPY", 1)) return "npy";
  if (text.startsWith("PK\x03\x04") || text.startsWith("PK\x05\x06")) return "npz";
  if (text.startsWith(llamaMagic)) return "llama.cpp base";
  // The length of a header has zeros among its eight bytes, which no text has.
  if (text.slice(4, 9) === "\0\0\0\0{") return "safetensors";
  if (/^(ï»¿)?\s*[{[]/.test(text))
    return /[{,]\s*"weight_map"\s*:\s*\{/.test(text) ? "safetensors index" : "JSON";
  // Text in UTF-16 is refused as such by whoever decodes it.
  if (/^(ÿþ|þÿ)/.test(text)) return "JSON";
  if (/^(event: ?\w+\r?\n)?data: ?\{/.test(text)) return "stream";
  const [, ending] = /\.(npy|npz|safetensors)$/i.exec(path) ?? [];
  return ending?.toLowerCase() as Format | undefined;
}

function cannotSeek(source: string): FormatError {
  return new FormatError({
    code: "unsupported",
    source,
    problem: "can be read from front to back only",
    expected: "a file on disk",
  });
}

/** @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
function streamed(source: string): FormatError {
  return new FormatError({
    code: "unsupported",
    source,
    problem: "is an answer in pieces, as a server streams it",
    expected: "the answer whole, as JSON",
    hint: 'ask the server with "stream": false',
  });
}

/** A source without an end in sight, which can only hold text. */
function textOnly(source: ByteSource, path: string): ByteSource {
  return {
    async *chunks() {
      let isFirst = true;
      for await (const chunk of source.chunks()) {
        const format = isFirst ? formatOf(chunk, "") : "JSON";
        if (format === "stream") throw streamed(path);
        if (format !== "JSON" && format !== undefined) throw cannotSeek(path);
        isFirst = false;
        yield chunk;
      }
    },
  };
}
