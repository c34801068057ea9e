// Reports: everything measured of one model or of several, as one file of HTML

// The parts of one, for a page that shows the same
export { readerText } from "./outputs/readerText.ts";
export { alternativeLines } from "./report/alternativeLines.ts";
export { perplexityFound, surpriseFound, wholeOf } from "./report/boundedReadings.ts";
export { decodeTokens, type EncodedTokens, encodeTokens } from "./report/encodedTokens.ts";
export { mostTokens } from "./report/firstTokens.ts";
export { keptRows } from "./report/keptRows.ts";
export { numberText, percentText } from "./report/number.ts";
export type { Readout } from "./report/readouts.ts";
export type {
  Alternatives,
  DiffReport,
  PerplexityReport,
  PossibleToken,
  ReportedByBytes,
  ReportedCandidate,
} from "./report/reportInput.ts";
export { reportPage, wholesPage } from "./report/reportPage.ts";
export {
  legendOf,
  type ShadedMeasure,
  type Shading,
  shadeOf,
  shadings,
} from "./report/shading.ts";
export { listedText, opensWord, shownText, tokenName } from "./report/shownToken.ts";
export { striking } from "./report/striking.ts";
export type { WholesReport } from "./report/wholes/wholesInput.ts";
export { readoutsOfPairs, readoutsOfWholes } from "./report/wholes/wholesReadouts.ts";
export {
  notesOfWholes,
  type ShownDocuments,
  scoredText,
  shownDocuments,
} from "./report/wholes/wholesShown.ts";
export { type WholesWriter, wholesWriterIn } from "./report/wholes/wholesWriter.ts";
export { type ReportLanguage, reportLanguages } from "./report/words/language.ts";
export { spanishQuirkMeanings } from "./report/words/quirksEs.ts";
export { intervalText, unitText, written } from "./report/writer.ts";
