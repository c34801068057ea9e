// What commands print as JSON, and pages save

// Operands: what a person writes for a distribution, into numbers
export { type Aligned, align } from "./align.ts";
export { cameCut } from "./answers/cameCut.ts";
export { boundsInUnit, candidatesInUnit } from "./answers/comparisonInUnit.ts";
export {
  type CandidateDiff,
  candidateAnswer,
  type ModelDiff,
  type NamedCarrier,
} from "./answers/diffAnswer.ts";
export { estimateInUnit } from "./answers/estimateInUnit.ts";
export { carriersInUnit, namedCarriers } from "./answers/namedCarriers.ts";
export {
  alignmentInUnit,
  impossibleTokens,
  type ModelPerplexity,
  perplexityAnswer,
  rowName,
} from "./answers/perplexityAnswer.ts";
export {
  type ByteDiff,
  byteDiff,
  type PerplexitiesBounded,
  type ScoreDiff,
  type TokenDiff,
  type TokensFound,
  tokenDiff,
} from "./answers/scoreDiffAnswer.ts";
export { toJson } from "./answers/toJson.ts";
export { type UnnamedTokens, unnamedTokens } from "./answers/unnamedTokens.ts";
export { type WholeCandidate, type WholeDiff, wholeDiffAnswer } from "./answers/wholeDiffAnswer.ts";
export { type WholePerplexity, wholePerplexityAnswer } from "./answers/wholePerplexityAnswer.ts";
// Where bytes come from
export {
  type ByteSource,
  blobSource,
  bytesSource,
  isSeekable,
  type SeekableSource,
  textSource,
  withProgress,
} from "./byteSource.ts";
// What can be counted in them
export {
  type ColumnPair,
  columnCounts,
  columnPair,
  columnsJointCounts,
  columnTitles,
  type JointCounts,
} from "./columns.ts";
export { countBytes } from "./countBytes.ts";
export { csvLine } from "./csvLine.ts";
// What is wrong with them
export { type FormatCode, FormatError, type Place, sourceName, visible } from "./formatError.ts";
// What models give out: rows of logits, and scores of tokens
export type { LlamaBase } from "./logits/llamaBase.ts";
export { type LogitRows, logitRows, type StoredFormat } from "./logits/logitRows.ts";
export { areProbabilities } from "./logits/probabilityRows.ts";
export { readIntegers } from "./logits/readIntegers.ts";
export type { ArrayLayout, NumberType, StoredArray } from "./logits/storedArray.ts";
export type { LoggedTokens } from "./logs/loggedTokens.ts";
export { type LogNames, readLogs } from "./logs/readLogs.ts";
export { nearest } from "./nearest.ts";
export { type ModelOutput, openModelOutput } from "./openModelOutput.ts";
// What was asked of them, ready to be measured
export type { DoubtfulAlignment } from "./outputs/alignment.ts";
export { boundedPerplexities } from "./outputs/boundedPerplexities.ts";
export { candidateFirst } from "./outputs/bytePairs.ts";
export { cardWords } from "./outputs/cardWords.ts";
export { compareWholes, type PairedMeans, type WholesCompared } from "./outputs/compareWholes.ts";
export { GrowingTable } from "./outputs/growingTable.ts";
export { byteCard, type ModelRows, modelRows, type NamedOutput, tokenCard } from "./outputs/modelRows.ts";
export { openTargets } from "./outputs/openTargets.ts";
export { pairWholes, type WholePairs } from "./outputs/pairWholes.ts";
export { type ScoredTokens, scoredTokens, tokenBytes, tokenSequences } from "./outputs/scoredTokens.ts";
export { scoreLines } from "./outputs/scoreLines.ts";
export { ScorePairing, type ScorePairs } from "./outputs/scorePairs.ts";
export { sideBySide } from "./outputs/sideBySide.ts";
export { GrowingText } from "./outputs/textHash.ts";
export { type TextLengths, targetLengths } from "./outputs/textLengths.ts";
export { rowOrder, type TokenColumn, tokenColumns, tokenKeys } from "./outputs/tokenColumns.ts";
export { tokenLines } from "./outputs/tokenLines.ts";
export type { ListedQuestions, TokensSideBySide } from "./outputs/tokenPairs.ts";
export { unnamedAmong } from "./outputs/unnamedAmong.ts";
export { unsaidByScores } from "./outputs/unsaidByScores.ts";
export { wholeColumns, wholeKeys } from "./outputs/wholeColumns.ts";
export {
  kindOf,
  scoredUnit,
  type Whole,
  type WholeScores,
  wholeScores,
  wholeSizes,
} from "./outputs/wholeScores.ts";
export { type WholeStatistics, wholeResampling, wholeStatistics } from "./outputs/wholeStatistics.ts";
export { WithheldTokens } from "./outputs/withheldTokens.ts";
export { type Operand, parseColumns, parseOperand, type Symbols } from "./parseOperand.ts";
export { parseValues, type ValueKind, type Values } from "./parseValues.ts";
export { type Note, type OnProgress, type Open, type Reading, readOperand } from "./readOperand.ts";
export { type Resolved, type ResolveOptions, resolveOperand, type Shaping, shape } from "./resolveOperand.ts";
// Rows of logits: read by blocks, measured here or in workers
export {
  type LikeliestTokens,
  type LikelyToken,
  likeliestIn,
  likeliestTokens,
  type ReadRow,
} from "./rows/likeliestTokens.ts";
export { type BlockMeter, blockMeter, type MeasuredRows } from "./rows/measureBlocks.ts";
export { type MeasuredPart, measureInWorkers, type WorkerOptions } from "./rows/measureInWorkers.ts";
export { paddingRows } from "./rows/paddingRows.ts";
export type { FromRowWorker, Line, RowJob, RowPlace, ToRowWorker } from "./rows/rowJob.ts";
export { rowPlace } from "./rows/rowPlace.ts";
export type { RowReader } from "./rows/rowReader.ts";
export { serveRows } from "./rows/serveRows.ts";
export { thisThread } from "./rows/thisThread.ts";
export { webLine } from "./rows/webLine.ts";
export { openBlobRows } from "./rows/webRowReader.ts";
export { type Quirk, type QuirkCode, quirkMeanings } from "./scores/quirks.ts";
export { addQuirks, type QuirkTotal } from "./scores/quirkTotals.ts";
export type {
  Alternative,
  HarnessSample,
  Scored,
  ScoredSequence,
  ScoreFormat,
} from "./scores/scoredSequence.ts";
export { byteName, codePointName } from "./symbolNames.ts";
// What the numbers of tokens stand for
export { readVocabulary, type Vocabulary } from "./vocabulary/readVocabulary.ts";
export { refuseLarger } from "./vocabulary/refuseLarger.ts";
