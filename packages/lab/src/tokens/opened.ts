import {
  type ByteSource,
  blobSource,
  type ModelOutput,
  type NamedOutput,
  openModelOutput,
  openTargets,
  readVocabulary,
  withProgress,
} from "@surprisal/data";
import { Refusal } from "./problem.ts";
import type { Contents, Given } from "./question.ts";

/** How a reading is watched, and given up. */
export interface Watch {
  readonly onBytes?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Opens what somebody gave: outputs of a model, or, by another reader, what came. */
export async function openGiven(
  given: Given,
  watch: Watch = {},
  read: typeof openModelOutput = openModelOutput,
): Promise<NamedOutput> {
  const { name, array, beside = [] } = given;
  const blobs = new Map([given, ...beside].map((file) => [file.name, file.blob]));
  const open = (path: string): ByteSource => {
    const blob = blobs.get(path);
    if (!blob)
      throw new Refusal(
        "missing",
        { other: path },
        { code: "unreadable", source: name, problem: `names ${path}, which is not given` },
      );
    return withProgress(stoppable(blobSource(blob), watch.signal), (done, total = blob.size) =>
      watch.onBytes?.(done, total),
    );
  };
  const output = await read(name, open);
  return { path: name, output, blobOf: (path) => blobs.get(path), ...(array !== undefined && { array }) };
}

function stoppable(source: ByteSource, signal: AbortSignal | undefined): ByteSource {
  return {
    ...source,
    async *chunks() {
      for await (const chunk of source.chunks()) {
        signal?.throwIfAborted();
        yield chunk;
      }
    },
  };
}

/** No vocabulary is larger: whatever is, is not read twice. */
const largestVocabulary = 64 << 20;

/** What a file holds, for somebody to say what of it is meant. */
export async function contentsOf(given: Given): Promise<Contents> {
  const read = (await isWritten(given.blob)) ? openTargets : openModelOutput;
  const { output } = await openGiven(given, {}, read);
  await output.close();
  if (output.kind === "scores" && (await isVocabulary(given))) return { kind: "vocabulary" };
  return toldOf(output, given.name);
}

/** More than lists that open, and an integer: no reader of outputs knows what begins so. */
const sniffed = 1 << 12;

/** Whether it begins with an integer, by itself or in lists: so does what came, as people write it. */
async function isWritten(blob: Blob): Promise<boolean> {
  return /^\ufeff?[\s[]*[+-]?\d+[\s,;\]]/.test(`${await blob.slice(0, sniffed).text()}\n`);
}

async function isVocabulary({ name, blob }: Given): Promise<boolean> {
  if (blob.size > largestVocabulary) return false;
  return readVocabulary(blobSource(blob), name).then(
    () => true,
    () => false,
  );
}

function toldOf(output: ModelOutput, name: string): Contents {
  if (output.kind !== "arrays") return { kind: output.kind };
  const facts = output.arrays.map(({ name, type, shape }) => ({ name, shape, type }));
  return {
    kind: "arrays",
    logits: facts.filter(({ type, shape }) => /^b?f/.test(type) && shape.length > 0),
    integers: facts.filter(({ type }) => /^[iu]/.test(type)),
    shards: [...new Set(output.arrays.map(({ source }) => source))].filter((source) => source !== name),
  };
}
