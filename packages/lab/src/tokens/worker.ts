/** The worker behind the page of tokens: it reads, starts others that measure, and holds what was read for closer looks. */
import { webLine } from "@surprisal/data";
import { type Answer, readFiles } from "./engine.ts";
import { contentsOf } from "./opened.ts";
import { type Problem, problemOf } from "./problem.ts";
import type { Alternative, Contents, Given, Progress, Question, Reading } from "./question.ts";
import { sizeOf } from "./sizeOf.ts";
import { readWholes, type WholesReading } from "./wholesReading.ts";

/** What the page asks; a number keeps question and answer together. */
export type Call = { readonly id: number } & (
  | { readonly contents: Given }
  | { readonly read: Question }
  | { readonly row: number /** The number of the call that read it. */; readonly of: number }
  | { readonly stop: true }
);

/** What it hears. */
export type Reply = { readonly id: number } & (
  | { readonly contents: Contents }
  | { readonly progress: Progress }
  | { readonly reading: Reading }
  | { readonly wholes: WholesReading }
  | { readonly row: number; readonly alternatives: readonly Alternative[] }
  | { readonly problem: Problem }
  | { readonly stopped: true }
);

const pace = 80; // milliseconds between two reports of progress
const mostWorkers = 4;
const smallFile = 32 << 20;

/** What the page shows, and what it is about to: a reading may be given up when it is all but done. */
const answers = new Map<number, Answer>();
let reading: AbortController | undefined;
const reply = (said: Reply) => postMessage(said);

addEventListener("message", async ({ data }: MessageEvent<Call>) => {
  const { id } = data;
  try {
    if ("stop" in data) reading?.abort();
    else if ("contents" in data) reply({ id, contents: await contentsOf(data.contents) });
    else if ("row" in data) {
      for (const known of answers.keys()) if (known < data.of) answers.delete(known);
      const alternatives = (await answers.get(data.of)?.alternatives(data.row)) ?? [];
      reply({ id, row: data.row, alternatives });
    } else {
      const signal = begin();
      const wholes = await readWholes(data.read, { signal });
      if (wholes) return reply({ id, wholes });
      const answer = await read(id, data.read, signal);
      answers.set(id, answer);
      reply({ id, reading: answer.reading });
    }
  } catch (error) {
    if (!isStopped(error)) reply({ id, problem: problemOf(error) });
  }
});

/** Gives up what is being read. */
function begin(): AbortSignal {
  reading?.abort();
  reading = new AbortController();
  return reading.signal;
}

function read(id: number, question: Question, signal: AbortSignal): Promise<Answer> {
  const bytes = sizeOf(question.p) + (question.q ? sizeOf(question.q) : 0);
  let last = 0;
  return readFiles(question, {
    start: () => webLine(new Worker(new URL("./rowWorker.ts", import.meta.url), { type: "module" })),
    workers: bytes < smallFile ? 1 : Math.min(mostWorkers, navigator.hardwareConcurrency),
    signal,
    onProgress(progress) {
      if (performance.now() - last < pace && !progress.computing) return;
      last = performance.now();
      reply({ id, progress });
    },
  });
}

function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
