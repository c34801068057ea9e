import type { TokenTable } from "@surprisal/core";
import { decodeTokens } from "@surprisal/data/report";
import type { Language } from "../words/language.ts";
import { Asker } from "./asker.svelte.ts";
import { fetchExample } from "./example/fetchExample.ts";
import type { SentReading } from "./firstReading.ts";
import type { Problem } from "./problem.ts";
import type { Alternative, Given, Question, Reading } from "./question.ts";
import { choose, clear, emptySlots, fill, questionOf, type SlotName, type Slots } from "./slots.ts";

/**
 * What lies on the workbench: what was given, what was read of it, and what is wrong with it. A reading stays until another one has succeeded.
 */
export class Bench {
  slots: Slots = $state.raw(emptySlots);
  reading: Reading = $state.raw()!;
  /** What the reading is of; undefined for the example, until somebody looks closer at it. */
  question: Question | undefined = $state.raw();
  problem: Problem | undefined = $state.raw();
  /** Whether the last reading was given up. */
  stopped = $state(false);
  readonly asker = new Asker();

  readonly #language: Language;
  readonly #first: Reading;
  readonly #firstAlternatives: readonly [number, readonly Alternative[]][];
  #alternatives = new Map<number, readonly Alternative[]>();
  #opening: Promise<unknown> | undefined;

  constructor(language: Language, { reading, tokens, at, alternatives }: SentReading) {
    this.#language = language;
    this.#first = { ...reading, table: decodeTokens(tokens).table };
    this.#firstAlternatives = [[at, alternatives]];
    this.reading = this.#first;
    this.#alternatives = new Map(this.#firstAlternatives);
  }

  get table(): TokenTable {
    return this.reading.table;
  }

  get isExample(): boolean {
    return this.reading === this.#first && !this.slots.p;
  }

  /** The numbers are of something else than what was given. */
  get isStale(): boolean {
    return this.slots.p !== undefined && (this.problem !== undefined || this.stopped);
  }

  /** Of several files at once the first that is no target is P, and the next is Q. */
  async give(slot: SlotName, files: readonly Given[]): Promise<void> {
    let { slots } = this;
    let into = files.length > 1 ? "p" : slot;
    try {
      for (const given of files) {
        const contents = into === "vocabulary" ? undefined : await this.asker.contentsOf(given);
        slots = fill(slots, into, given, contents);
        if (slots.p?.given.blob === given.blob) into = "q";
      }
    } catch (problem) {
      this.problem = problem as Problem;
      return;
    }
    this.slots = slots;
    await this.read();
  }

  choose(slot: SlotName, array: string): Promise<void> {
    this.slots = choose(this.slots, slot, array);
    return this.read();
  }

  score(scoring: Partial<Pick<Slots, "ignore" | "shift">>): Promise<void> {
    this.slots = { ...this.slots, ...scoring };
    return this.read();
  }

  clear(slot: SlotName): Promise<void> {
    this.slots = clear(this.slots, slot);
    return this.read();
  }

  toExample(): void {
    this.asker.stop();
    this.slots = emptySlots;
    this.#take(this.#first, undefined);
  }

  stop(): void {
    this.asker.stop();
    this.stopped = true;
  }

  knownAlternatives(row: number): readonly Alternative[] | undefined {
    return this.#alternatives.get(row);
  }

  async alternativesAt(row: number): Promise<readonly Alternative[]> {
    const known = this.#alternatives.get(row);
    if (known) return known;
    const { reading } = this;
    if (!this.question) {
      this.#opening ??= this.#openExample();
      await this.#opening;
    }
    const found = await this.asker.alternativesAt(row);
    if (reading === this.reading) this.#alternatives.set(row, found);
    return found;
  }

  async read(): Promise<void> {
    const question = questionOf(this.slots);
    if (!question) return this.slots === emptySlots ? this.toExample() : undefined;
    this.problem = undefined;
    this.stopped = false;
    try {
      const reading = await this.asker.read(question);
      if (reading) this.#take(reading, question);
    } catch (problem) {
      this.problem = problem as Problem;
    }
  }

  #take(reading: Reading, question: Question | undefined): void {
    this.reading = reading;
    this.question = question;
    this.#alternatives = new Map(question ? [] : this.#firstAlternatives);
    this.#opening = undefined;
    this.problem = undefined;
    this.stopped = false;
  }

  /** The worker reads the example too when somebody looks closer at it: its files are what it is of. */
  async #openExample(): Promise<void> {
    await this.asker.read(await fetchExample(this.#language));
  }
}
