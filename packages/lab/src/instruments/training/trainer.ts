import type { Progress } from "../../simulation/run.ts";
import { Simulator } from "../../simulation/simulator.svelte.ts";
import type { Language } from "../../words/language.ts";
import type { Ground, Moment } from "./run.ts";
import { fetchText } from "./text.ts";
import type { Text } from "./worker.ts";

export type Trained = Progress<Ground, Moment>;

/** The page's side of the trainings, whose worker is given the text when it starts. */
export function trainer(language: Language, name: string, prepared: Trained): Simulator<Ground, Moment> {
  const start = async () => {
    const text = await fetchText(language);
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.postMessage({ text, language } satisfies Text);
    return worker;
  };
  return new Simulator(start, name, prepared);
}
