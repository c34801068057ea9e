import type { TokenTable } from "@surprisal/core";
import { GrowingTable, type Scored, type ScoredSequence } from "@surprisal/data";
import { mostTokens } from "@surprisal/data/report";

/** What a report shows of scores: the table of all tokens, and what is listed at those that a page holds. */
export class ReportedScores {
  readonly #table = new GrowingTable();
  readonly #first: Scored[] = [];

  add(sequence: ScoredSequence): void {
    this.#table.add(sequence);
    for (const score of sequence.scores.slice(0, mostTokens - this.#first.length)) this.#first.push(score);
  }

  get first(): readonly Scored[] {
    return this.#first;
  }

  table(): TokenTable {
    return this.#table.whole();
  }
}
