import type { Answer } from "./answer.ts";
import type { Asker } from "./asker.svelte.ts";
import type { createFiles } from "./files.ts";
import type { Bench, Side } from "./model.ts";

type Problem = Answer["problems"][Side];

/** The titles of the columns of every table that was chosen, read once each. */
export class Titles {
  #titles: ReadonlyMap<number, readonly string[]> = $state.raw(new Map());
  #problems: ReadonlyMap<number, Problem> = $state.raw(new Map());

  titlesOf(file: number): readonly string[] | undefined {
    return this.#titles.get(file);
  }

  problemOf(file: number): Problem {
    return this.#problems.get(file);
  }

  async read(bench: Bench, side: Side, files: ReturnType<typeof createFiles>, asker: Asker): Promise<void> {
    const choice = bench[side].file;
    const file = choice && bench[side].as === "column" ? files.get(choice.id) : undefined;
    if (!choice || !file || this.#titles.has(choice.id)) return;
    const { titles, problem } = await asker.titlesOf(file);
    if (titles) this.#titles = new Map(this.#titles).set(choice.id, titles);
    else this.#problems = new Map(this.#problems).set(choice.id, problem);
  }
}
