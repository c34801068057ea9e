import {
  type ByteSource,
  blobSource,
  FormatError,
  type ModelOutput,
  type NamedOutput,
  openModelOutput,
  readVocabulary,
  withProgress,
} from "@surprisal/data";
import type { Contents, Given } from "./question.ts";

/** How a reading is watched, and given up. */
export interface Watch {
  readonly onBytes?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Opens what somebody gave. */
export async function openGiven({ name, blob, array }: Given, watch: Watch = {}): Promise<NamedOutput> {
  const open = (path: string): ByteSource => {
    if (path !== name)
      throw new FormatError({
        code: "unsupported",
        source: name,
        problem: `names another file, ${path}`,
        expected: "one file: choose the shards themselves",
      });
    return withProgress(stoppable(blobSource(blob), watch.signal), (done, total = blob.size) =>
      watch.onBytes?.(done, total),
    );
  };
  const output = await openModelOutput(name, open);
  return { path: name, blob, output, ...(array !== undefined && { array }) };
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
  const { output } = await openGiven(given);
  await output.close();
  if (output.kind === "scores" && (await isVocabulary(given))) return { kind: "vocabulary" };
  return toldOf(output);
}

async function isVocabulary({ name, blob }: Given): Promise<boolean> {
  if (blob.size > largestVocabulary) return false;
  return readVocabulary(blobSource(blob), name).then(
    () => true,
    () => false,
  );
}

function toldOf(output: ModelOutput): Contents {
  if (output.kind !== "arrays") return { kind: output.kind };
  const facts = output.arrays.map(({ name, type, shape }) => ({ name, shape, type }));
  return {
    kind: "arrays",
    logits: facts.filter(({ type, shape }) => /^b?f/.test(type) && shape.length > 0),
    integers: facts.filter(({ type }) => /^[iu]/.test(type)),
  };
}
