import type { TokenTable } from "@surprisal/core";
import { decodeTokens } from "@surprisal/data/report";
import type { Language } from "../words/language.ts";
import type { Asker } from "./asker.ts";
import type { SentReading } from "./firstReading.ts";
import type { Found } from "./placing.ts";
import type { Problem } from "./problem.ts";
import type { Alternative, Given, Progress, Question, Reading } from "./question.ts";
import { emptySlots, type SlotName, type Slots } from "./slots.ts";
import type { WholesReading } from "./wholesReading.ts";

/**
 * What lies on the workbench: what was given, what was read of it, and what is wrong with it. A reading stays until another one has succeeded. What it takes to read is loaded when something
 * is given, or looked closer at.
 */
export class Bench {
  slots: Slots = $state.raw(emptySlots);
  reading: Reading = $state.raw()!;
  /** What samples say that score documents and no tokens; the reading before them stays behind. */
  wholes: WholesReading | undefined = $state.raw();
  /** What the reading is of; undefined for the example, until somebody looks closer at it. */
  question: Question | undefined = $state.raw();
  problem: Problem | undefined = $state.raw();
  /** Whether the last reading was given up. */
  stopped = $state(false);
  /** How far the reading has come; undefined if nothing is being read. */
  progress: Progress | undefined = $state.raw();

  readonly #language: Language;
  readonly #first: Reading;
  readonly #firstAlternatives: readonly [number, readonly Alternative[]][];
  #alternatives = new Map<number, readonly Alternative[]>();
  #opening: Promise<unknown> | undefined;
  #asker: Promise<Asker> | undefined;

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

  /** The numbers are those of the example. */
  get isFirst(): boolean {
    return this.reading === this.#first && !this.wholes;
  }

  get isExample(): boolean {
    return this.isFirst && !this.slots.p;
  }

  /** The numbers are of something else than what was given. */
  get isStale(): boolean {
    const isOther = this.problem !== undefined || this.stopped || this.progress !== undefined;
    return this.slots.p !== undefined && isOther;
  }

  /** One file goes into its slot, or where it belongs; of several, each goes where it belongs. */
  async give(slot: SlotName, files: readonly Given[]): Promise<void> {
    try {
      const { fill, fillAll, gathered } = await placing();
      const all: Found[] = [];
      for (const file of files) {
        const given = { ...file, beside: files.filter((other) => other !== file) };
        all.push([given, slot === "vocabulary" ? undefined : await (await this.#ask()).contentsOf(given)]);
      }
      const found = gathered(all);
      this.slots = found.length > 1 ? fillAll(this.slots, slot, found) : fill(this.slots, slot, ...found[0]!);
    } catch (problem) {
      this.problem = { ...(problem as Problem), slot };
      return;
    }
    await this.read();
  }

  async choose(slot: SlotName, array: string): Promise<void> {
    const { choose } = await placing();
    this.slots = choose(this.slots, slot, array);
    return this.read();
  }

  score(scoring: Partial<Pick<Slots, "ignore" | "shift">>): Promise<void> {
    this.slots = { ...this.slots, ...scoring };
    return this.read();
  }

  async clear(slot: SlotName): Promise<void> {
    const { clear } = await placing();
    this.slots = clear(this.slots, slot);
    return this.read();
  }

  toExample(): void {
    void this.#asker?.then((asker) => asker.stop());
    this.slots = emptySlots;
    this.#take(this.#first, undefined);
  }

  stop(): void {
    void this.#asker?.then((asker) => asker.stop());
    this.stopped = true;
  }

  close(): void {
    void this.#asker?.then((asker) => asker.close());
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
    const found = await (await this.#ask()).alternativesAt(row);
    if (reading === this.reading) this.#alternatives.set(row, found);
    return found;
  }

  async read(): Promise<void> {
    const { questionOf } = await placing();
    const question = questionOf(this.slots);
    if (!question) return this.slots === emptySlots ? this.toExample() : undefined;
    this.problem = undefined;
    this.stopped = false;
    try {
      const reading = await (await this.#ask()).read(question);
      if (reading && "scores" in reading) this.#takeWholes(reading, question);
      else if (reading) this.#take(reading, question);
    } catch (problem) {
      this.problem = problem as Problem;
    }
  }

  #takeWholes(wholes: WholesReading, question: Question): void {
    this.wholes = wholes;
    this.question = question;
    this.problem = undefined;
    this.stopped = false;
  }

  #take(reading: Reading, question: Question | undefined): void {
    this.reading = reading;
    this.wholes = undefined;
    this.question = question;
    this.#alternatives = new Map(question ? [] : this.#firstAlternatives);
    this.#opening = undefined;
    this.problem = undefined;
    this.stopped = false;
  }

  /** The worker reads the example too when somebody looks closer at it: its files are what it is of. */
  async #openExample(): Promise<void> {
    const { fetchExample } = await import("./example/fetchExample.ts");
    await (await this.#ask()).read(await fetchExample(this.#language));
  }

  #ask(): Promise<Asker> {
    this.#asker ??= import("./asker.ts").then(
      ({ Asker }) => new Asker((progress) => (this.progress = progress)),
    );
    return this.#asker;
  }
}

const placing = () => import("./placing.ts");
