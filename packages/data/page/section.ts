import { inUnit, type TokenTable, type Unit } from "@surprisal/core";
import { decodeTokens, type EncodedTokens } from "../src/report/encodedTokens.ts";
import { numberText } from "../src/report/number.ts";
import type { Alternatives } from "../src/report/reportInput.ts";
import { type Shading, shadings } from "../src/report/shading.ts";
import { tokenName } from "../src/report/shownToken.ts";
import type { ReportLanguage } from "../src/report/words/language.ts";
import type { PageWords } from "../src/report/words/pageEn.ts";

/** One text of a report: where it stands on the page, and what is known of its tokens. */
export interface Section {
  readonly element: HTMLElement;
  readonly name: string;
  readonly table: TokenTable;
  readonly alternatives: ReadonlyMap<number, Alternatives>;
  readonly shadings: readonly Shading[];
  /** How many tokens are shown at a time. */
  readonly page: number;
  readonly language: ReportLanguage;
  readonly words: PageWords;
  readonly unit: Unit;
  number(value: number, digits?: number): string;
  amount(nats: number): string;
  /** What the token at a row reads as. */
  token(row: number): string;
  measureName(shading: Shading): string;
}

type Data = EncodedTokens & {
  language: ReportLanguage;
  unit: Unit;
  name: string;
  page: number;
  words: PageWords;
};

export function readSection(element: HTMLElement): Section {
  const data: Data = JSON.parse(element.querySelector("script.data")!.textContent!);
  const { language, unit, name, page, words } = data;
  const { table, alternatives } = decodeTokens(data);
  const number = (value: number, digits?: number) => numberText(value, language, digits);
  return {
    ...{ element, name, table, alternatives, page, language, words, unit, number },
    shadings: shadings(table),
    amount: (nats) => number(inUnit(nats, unit), 3),
    token: (row) => tokenName({ text: table.text?.[row], id: table.target?.[row] }),
    measureName: ({ measure }) =>
      measure === "surpriseP" && table.q ? words.measures.surpriseOfP : words.measures[measure],
  };
}

/** The part of the section that has this class. */
export function partOf({ element }: Section, name: string): HTMLElement {
  return element.querySelector<HTMLElement>(`.${name}`)!;
}
