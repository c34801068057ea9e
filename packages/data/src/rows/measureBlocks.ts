import {
  createRowEngine,
  emptyRowMeasures,
  emptyRowPairMeasures,
  type RowBackend,
  type RowEngine,
  type RowMeasures,
  type RowPairMeasures,
  type RowQuestions,
  type RowTask,
} from "@surprisal/core/rows";
import { FormatError } from "../formatError.ts";
import { likewiseCut } from "./likewiseCut.ts";
import type { RowReader } from "./rowReader.ts";
import { widened } from "./widened.ts";

/** Measures of a stretch of rows: of one file, or of two and between them. */
export type MeasuredRows =
  | { readonly kind: "alone"; readonly measures: RowMeasures }
  | { readonly kind: "pair"; readonly measures: RowPairMeasures };

/** Measures rows a block at a time. */
export type BlockMeter = {
  readonly engine: RowEngine;
  /** @param targets One for each of these rows, −1 for none, −2 for padding, of which nothing is measured. */
  measure(start: number, count: number, targets: Int32Array): Promise<MeasuredRows>;
};

/**
 * A meter in this thread, for rows from wherever they come: a reader of a file, of a Blob, of codes that have to be turned into numbers first.
 *
 * @param q Rows to compare those of `p` with. If one has 16 bits and the other 32, the former are widened first, which takes longer than measuring; if one was cut (see `RowReader`),
 *   the other is cut likewise.
 * @throws FormatError if the rows of Q are not those of P.
 */
export function blockMeter(
  p: RowReader,
  q?: RowReader,
  questions: RowQuestions = {},
  backend?: RowBackend,
): BlockMeter {
  if (q) refuseUnlike(p, q);
  const [cutP, cutQ] = [alike(p, q), q && alike(q, p)];
  const sameFormat = cutQ === undefined || cutP.format === cutQ.format;
  const [readP, readQ] = sameFormat ? [cutP, cutQ] : [widened(cutP), widened(cutQ)];
  const task: RowTask = { ...questions, format: readP.format, vocabulary: p.vocabulary };
  const engine = createRowEngine(task, backend);
  return {
    engine,
    async measure(start, count, targets) {
      const alone = emptyRowMeasures(q ? 0 : count, questions);
      const pair = emptyRowPairMeasures(q ? count : 0, questions);
      for (let done = 0; done < count; done += engine.capacity) {
        const now = Math.min(engine.capacity, count - done);
        const given = targets.subarray(done, done + now);
        // A reader that need not be waited for is not: waiting costs more than a small block.
        const reading = readP.readRows(start + done, now, engine.p);
        if (reading) await reading;
        const readingQ = readQ?.readRows(start + done, now, engine.q);
        if (readingQ) await readingQ;
        if (readQ) engine.compare(now, given, pair, done);
        else engine.measure(now, given, alone, done);
      }
      if (!readQ) return { kind: "alone", measures: asStored(readP, alone) };
      return { kind: "pair", measures: { ...pair, p: asStored(readP, pair.p), q: asStored(readQ, pair.q) } };
    },
  };
}

/** Rows that are cut are log-probabilities, too many of which are as likely as the cut: what came is as likely as it stands there, not less so because they sum to more than 1. */
function asStored({ cutNats }: RowReader, measures: RowMeasures): RowMeasures {
  if (cutNats === undefined) return measures;
  const { logSumExp, negativeLogLikelihood, top1LogProbability } = measures;
  return {
    ...measures,
    negativeLogLikelihood: negativeLogLikelihood.map((nats, row) => Math.max(0, nats - logSumExp[row]!)),
    top1LogProbability: top1LogProbability.map((log, row) => Math.min(0, log + logSumExp[row]!)),
  };
}

/** Cut if the other is. */
function alike(reader: RowReader, other: RowReader | undefined): RowReader {
  const nats = other?.cutNats;
  return nats === undefined || reader.cutNats !== undefined ? reader : likewiseCut(reader, nats);
}

function refuseUnlike(p: RowReader, q: RowReader): void {
  for (const side of ["vocabulary", "rows"] as const)
    if (p[side] !== q[side])
      throw new FormatError({
        code: "lengths",
        source: "rows of logits",
        problem: `of Q have ${side} ${q[side]}`,
        expected: `${p[side]}, as P has`,
      });
}
