import type { Unit } from "@surprisal/core";
import type { ReportLanguage } from "../words/language.ts";
import { type WholesWords, wholesEn } from "../words/wholesEn.ts";
import { wholesEs } from "../words/wholesEs.ts";
import { type Writer, writerIn } from "../writer.ts";

/** What reports of samples are written with: as others, but that documents count and not tokens. */
export interface WholesWriter extends Writer {
  readonly wholes: WholesWords;
}

const wordsIn: Readonly<Record<ReportLanguage, WholesWords>> = { en: wholesEn, es: wholesEs };

/** @param isPair Whether two models are compared: the intervals of rates are of resamples then. */
export function wholesWriterIn(language: ReportLanguage, unit: Unit, isPair: boolean): WholesWriter {
  const writer = writerIn(language, unit);
  const { words } = writer;
  const wholes = wordsIn[language];
  const { tableHeads, charts, methods, pairMeaning } = wholes.instead;
  return {
    ...writer,
    wholes,
    words: {
      ...words,
      tableHeads: { ...words.tableHeads, ...tableHeads },
      charts: { ...words.charts, ...charts },
      verdict: { ...words.verdict, pairMeaning },
      methods: {
        ...words.methods,
        units: () => methods.independent,
        assumes: { ...words.methods.assumes, independent: methods.assumes },
        ...{ rates: isPair ? "" : methods.rates, worth: methods.worth, paired: methods.paired },
      },
    },
  };
}
