import { createEngine, type Question } from "./engine.ts";

/** What the page asks of its worker, and what comes back; a number keeps question and answer together. */
export type Call =
  | { readonly id: number; readonly question: Question }
  | { readonly id: number; readonly titlesOf: Blob; readonly name: string };

const engine = createEngine();
const pace = 80; // milliseconds between two reports of progress
let last = 0;

addEventListener("message", async ({ data }: MessageEvent<Call>) => {
  const { id } = data;
  try {
    if ("titlesOf" in data) {
      postMessage({ id, table: await engine.titles(data.titlesOf, data.name) });
      return;
    }
    const answer = await engine.answer(data.question, (progress) => {
      if (performance.now() - last < pace) return;
      last = performance.now();
      postMessage({ id, progress });
    });
    postMessage({ id, answer });
  } catch (error) {
    postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
});
