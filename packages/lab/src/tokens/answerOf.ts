import { type TokenTable, tokenResampling, type Unit } from "@surprisal/core";
import {
  alignmentInUnit,
  byteDiff,
  candidateAnswer,
  carriersInUnit,
  impossibleTokens,
  type ModelDiff,
  type ModelPerplexity,
  paddingRows,
  perplexityAnswer,
  rowName,
  type ScoreDiff,
  toJson,
  tokenDiff,
  type UnnamedTokens,
  unnamedTokens,
} from "@surprisal/data";
import type { Reading, Source } from "./question.ts";

/** How many are named that the model gave probability 0, as on the command line. */
const most = 10;

/** That of all intervals here. */
const level = tokenResampling([]).level!;

/** What the numbers are in, and who named the tokens. */
interface AnswerOptions {
  readonly unit: Unit;
  readonly vocabulary?: string | undefined;
}

/** All the numbers of a reading, as `--json` prints them. */
export function jsonOf(reading: Reading, options: AnswerOptions): string {
  return `${toJson(answerOf(reading, options))}\n`;
}

function answerOf(reading: Reading, options: AnswerOptions): ModelPerplexity | ModelDiff | ScoreDiff {
  const { p, q } = reading;
  if (!q) return ofOne(reading, options);
  return p.vocabulary === undefined ? ofScores(reading, q, options) : ofRows(reading, q, options);
}

function ofOne(reading: Reading, { unit, vocabulary }: AnswerOptions): ModelPerplexity {
  const { table, p, targetsFrom, doubtful, narrowed } = reading;
  const { name, format, rows, sequences, statistics, card, quirks, models, outcomes, cameCut } = p;
  const unnamed = unnamedOf(table, vocabulary);
  return perplexityAnswer(
    {
      ...{ file: name, format, rows, sequences, statistics, card, quirks },
      ...(models && models.length > 0 && { models }),
      ...(p.vocabulary !== undefined && { vocabulary: p.vocabulary }),
      ...(targetsFrom !== undefined && { targets: targetsFrom }),
      ...(outcomes && { outcomes }),
      ...(cameCut !== undefined && { cameCut }),
      ...(doubtful && { doubtful }),
      ...(unnamed && { unnamed }),
      ...{ padding: paddingRows(table.target), narrowed: narrowed.length > 0 },
      impossible: impossibleTokens(table.p.surprise ?? [], nameIn(table), most),
    },
    unit,
  );
}

function ofRows(reading: Reading, q: Source, { unit, vocabulary }: AnswerOptions): ModelDiff {
  const {
    table,
    p,
    comparison,
    carriers = [],
    targetsFrom,
    doubtful,
    unsaid = [],
    coded,
    narrowed,
  } = reading;
  const unnamed = unnamedOf(table, vocabulary);
  const found = {
    ...{ file: q.name, comparison: comparison!, forwardKl: table.forwardKl! },
    ...{ padding: paddingRows(table.target), unsaid, coded, narrowed },
    carriers: carriersInUnit(carriers, unit),
  };
  const { scored } = comparison!;
  return {
    measure: "modelDiff",
    ...{ base: p.name, unit, rows: p.rows, vocabulary: p.vocabulary!, sequences: p.sequences },
    level,
    ...(targetsFrom !== undefined && { targets: targetsFrom }),
    ...(doubtful && { alignment: alignmentInUnit(doubtful, unit) }),
    ...(unnamed && { unnamed }),
    ...(scored > 0 && { card: p.card }),
    candidates: [candidateAnswer(found, unit)],
  };
}

function ofScores(reading: Reading, q: Source, { unit }: AnswerOptions): ScoreDiff {
  const { p, comparison, listed, perplexityBounds, byBytes } = reading;
  const about = { file: q.name, ...peculiar(q) };
  const { scoredTokens: scored, top1Agreement } = comparison ?? {};
  const tokens = scored?.tokens ?? 0;
  return {
    measure: "scoreDiff",
    ...{ base: p.name, unit, level, tokens: p.rows, sequences: p.sequences },
    ...(tokens > 0 && { card: p.card }),
    ...peculiar(p),
    candidates: [
      comparison
        ? tokenDiff(about, { scored, top1Agreement, listed, perplexityBounds }, unit)
        : byteDiff(about, byBytes, unit),
    ],
  };
}

function peculiar({ quirks, withheld }: Source): Pick<ScoreDiff, "quirks" | "withheld"> {
  return { quirks, ...(withheld !== undefined && { withheld }) };
}

function unnamedOf({ target, text }: TokenTable, vocabulary: string | undefined): UnnamedTokens | undefined {
  return vocabulary === undefined || !text
    ? undefined
    : unnamedTokens(target, (row) => text[row] !== undefined, vocabulary);
}

/** What a token is called that came, by its row or by its sequence. */
function nameIn({ target, text, sequence, sequenceNames, position }: TokenTable): (row: number) => string {
  return (row) =>
    target
      ? rowName(row, target[row]!, text?.[row])
      : `${sequenceNames?.[sequence[row]!]} [${position[row]}]`;
}
