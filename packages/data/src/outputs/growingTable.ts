import { scoreTable, type TokenTable } from "@surprisal/core";
import { GrowingColumn } from "../growingColumn.ts";
import type { ScoredSequence } from "../scores/scoredSequence.ts";

/** The table of scores (`scoreTable`), of sequences that are added one after the other and not kept. */
export class GrowingTable {
  readonly #names: string[] = [];
  readonly #sequence = new GrowingColumn(Int32Array);
  readonly #position = new GrowingColumn(Int32Array);
  readonly #target = new GrowingColumn(Int32Array);
  readonly #text: string[] = [];
  readonly #surprise = new GrowingColumn(Float64Array);
  readonly #rank = new GrowingColumn(Int32Array);
  readonly #top1 = new GrowingColumn(Int32Array);
  readonly #top1Text: (string | undefined)[] = [];
  readonly #top1Probability = new GrowingColumn(Float64Array);
  /** Those of the columns that some sequence has values for. */
  readonly #known = new Set<string>();
  readonly #texts = new Map<string, string>();

  add(sequence: ScoredSequence): void {
    const { tokens, target, text, p } = scoreTable([sequence]);
    for (const [name, column] of Object.entries({ target, ...p })) if (column) this.#known.add(name);
    for (let i = 0; i < tokens; i++) {
      this.#sequence.push(this.#names.length);
      this.#position.push(i);
      this.#target.push(target?.[i] ?? -1);
      this.#text.push(this.#once(text![i]!));
      this.#surprise.push(p.surprise![i]!);
      this.#rank.push(p.rank?.[i] ?? -1);
      this.#top1.push(p.top1?.[i] ?? -1);
      const likeliest = p.top1Text?.[i];
      this.#top1Text.push(likeliest === undefined ? undefined : this.#once(likeliest));
      this.#top1Probability.push(p.top1Probability?.[i] ?? Number.NaN);
    }
    this.#names.push(sequence.name);
  }

  /** One string for all tokens that are written alike. */
  #once(text: string): string {
    const known = this.#texts.get(text);
    if (known === undefined) this.#texts.set(text, text);
    return known ?? text;
  }

  whole(): TokenTable {
    const has = (name: string) => this.#known.has(name);
    return {
      tokens: this.#text.length,
      sequence: this.#sequence.whole(),
      sequenceNames: this.#names,
      position: this.#position.whole(),
      ...(has("target") && { target: this.#target.whole() }),
      text: this.#text,
      p: {
        surprise: this.#surprise.whole(),
        ...(has("rank") && { rank: this.#rank.whole() }),
        ...(has("top1") && { top1: this.#top1.whole() }),
        ...(has("top1Text") && {
          top1Text: this.#top1Text,
          top1Probability: this.#top1Probability.whole(),
        }),
      },
    };
  }
}
