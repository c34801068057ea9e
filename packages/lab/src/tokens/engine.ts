import {
  type RowMeasures,
  type RowPairMeasures,
  tokenComparison,
  tokenResampling,
  tokenStatistics,
  tokenTable,
} from "@surprisal/core";
import {
  blobSource,
  cameCut,
  type ModelRows,
  measureInWorkers,
  modelRows,
  type NamedOutput,
  namedCarriers,
  openTargets,
  readVocabulary,
  refuseLarger,
  targetLengths,
  type Vocabulary,
  type WorkerOptions,
} from "@surprisal/data";
import { type Alternatives, rowAlternatives } from "./alternatives.ts";
import { refuseMixed, refuseUnlike, refuseWholes } from "./comparable.ts";
import { openGiven } from "./opened.ts";
import type { Given, Progress, Question, Reading, Source } from "./question.ts";
import { readScoreFiles } from "./scoresRead.ts";
import { sizeOf } from "./sizeOf.ts";
import { whereBoth } from "./whereBoth.ts";

/** How rows are measured here, and how far that has come. */
export interface Means {
  readonly start: WorkerOptions["start"];
  readonly workers: number;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** What files say, and a way to look closer at one of their tokens. */
export interface Answer {
  readonly reading: Reading;
  readonly alternatives: Alternatives;
}

/** As the command line looks among so many likeliest for what came. */
const topRates = [1, 5, 10, 100];

/** As the command line shows, too. */
const mostCarriers = 10;

/**
 * Reads one file of a model's outputs, or two of the same tokens, and measures them: rows of logits in workers, log-probabilities of tokens here.
 *
 * @throws FormatError if they cannot be read, or not be compared.
 */
export async function readFiles(question: Question, means: Means): Promise<Answer> {
  const files = [question.p, ...(question.q ? [question.q] : [])];
  const opened: NamedOutput[] = [];
  const open = async (given: Given, read?: typeof openTargets) => {
    const onBytes = (done: number, total: number) =>
      means.onProgress?.({ name: given.name, unit: "bytes", done, total });
    const named = await openGiven(given, { onBytes, ...(means.signal && { signal: means.signal }) }, read);
    opened.push(named);
    return named;
  };
  try {
    const named: NamedOutput[] = [];
    for (const given of files) named.push(await open(given));
    for (const one of named) await refuseWholes(one);
    const { vocabulary } = question;
    const pieces = vocabulary && (await readVocabulary(blobSource(vocabulary.blob), vocabulary.name));
    if (named.every(({ output }) => output.kind === "scores")) {
      const outcomes = pieces && { count: pieces.outcomes, from: vocabulary.name };
      const bytes = { unit: "bytes", ...whole(files.reduce((sum, file) => sum + sizeOf(file), 0)) } as const;
      const onRead = () => means.onProgress?.({ name: namesOf(named), ...bytes });
      const answer = await readScoreFiles(named, outcomes, onRead);
      return { ...answer, reading: { ...answer.reading, ...unusedOf(question, answer.reading) } };
    }
    refuseMixed(named);
    const targets = question.targets && (await open(question.targets, openTargets));
    const { ignore, shift } = question;
    const base = await modelRows(named[0]!, {
      ignore,
      ...(shift && { shift }),
      ...(targets && { targets }),
    });
    if (pieces) refuseLarger(pieces, vocabulary.name, base);
    const candidate = named[1] && (await modelRows(named[1], { ignore, ...(shift && { shift }) }));
    return await readRowFiles(base, candidate, pieces, means);
  } finally {
    await Promise.all(opened.map(({ output }) => output.close()));
  }
}

/** A vocabulary bounds entropies of scores only if they have lists. */
function unusedOf({ vocabulary, unused = [] }: Question, { p }: Reading): Pick<Reading, "unused"> {
  const all = vocabulary && !p.outcomes ? [...unused, "vocabulary" as const] : unused;
  return all.length > 0 ? { unused: all } : {};
}

const whole = (total: number) => ({ done: total, total, computing: true }) as const;

const namesOf = (named: readonly NamedOutput[]) => named.map(({ path }) => path).join(", ");

async function readRowFiles(
  base: ModelRows,
  candidate: ModelRows | undefined,
  vocabulary: Vocabulary | undefined,
  { onProgress, ...means }: Means,
): Promise<Answer> {
  const unsaid = candidate && refuseUnlike(base, candidate);
  const files = [base, ...(candidate ? [candidate] : [])];
  const name = files.map(({ file }) => file).join(", ");
  const targets = base.targets ?? candidate?.targets;
  const measured = await measureInWorkers(
    { p: base.place, ...(candidate && { q: candidate.place, symmetric: true, outcomes: true }), ranks: true },
    {
      ...means,
      ...(targets && { targets }),
      onProgress: (done, total) => onProgress?.({ name, unit: "rows", done, total }),
    },
  );
  onProgress?.({ name, unit: "rows", ...whole(base.rows) });
  const pair = measured.kind === "pair" ? measured.measures : undefined;
  const ofBase = pair?.p ?? (measured.measures as RowMeasures);
  const sequence = Int32Array.from({ length: base.rows }, (_, row) => Math.floor(row / base.rowsPerSequence));
  const about = { sequence, ...(targets && { targets }), ...(vocabulary && { textOf: vocabulary.textOf }) };
  const source = (of: ModelRows, measures: RowMeasures, other?: RowMeasures) =>
    sourceOf(of, measures, { sequence, targets, vocabulary, other });
  return {
    reading: {
      table: tokenTable(measured.measures, about),
      p: source(base, ofBase, pair?.q),
      ...(candidate &&
        pair && { q: source(candidate, pair.q, pair.p), ...compared(pair, sequence, vocabulary) }),
      ...(base.targetsFrom !== undefined && { targetsFrom: base.targetsFrom }),
      ...(unsaid && { unsaid }),
      ...(base.doubtful && { doubtful: base.doubtful }),
      coded: files.filter(({ format }) => format === "llama.cpp base").map(({ file }) => file),
      narrowed: files.filter(({ narrowed }) => narrowed).map(({ file }) => file),
    },
    alternatives: rowAlternatives(
      files.map(({ place }) => place),
      targets,
      vocabulary,
    ),
  };
}

function compared(pair: RowPairMeasures, sequence: Int32Array, vocabulary: Vocabulary | undefined) {
  return {
    comparison: tokenComparison(pair, tokenResampling(sequence)),
    carriers: namedCarriers(pair.outcomes, mostCarriers, vocabulary),
  };
}

type Context = {
  sequence: Int32Array;
  targets: Int32Array | undefined;
  vocabulary: Vocabulary | undefined;
  other: RowMeasures | undefined;
};

function sourceOf(
  { file, format, rows, vocabulary, rowsPerSequence, card, cutNats }: ModelRows,
  measures: RowMeasures,
  { sequence, targets, vocabulary: pieces, other }: Context,
): Source {
  const cut = cutNats === undefined ? 0 : cameCut(measures, cutNats);
  const lengths = pieces && targets && targetLengths(targets, rowsPerSequence, pieces);
  const counted = other
    ? {
        ...measures,
        negativeLogLikelihood: whereBoth(measures.negativeLogLikelihood, other.negativeLogLikelihood),
        entropy: whereBoth(measures.entropy, other.entropy),
      }
    : measures;
  const statistics = tokenStatistics(counted, {
    ...(targets && { targets }),
    ...lengths,
    top: topRates.filter((k) => k < vocabulary),
    ...tokenResampling(sequence),
  });
  return {
    ...{ name: file, format, rows, vocabulary, sequences: (sequence.at(-1) ?? -1) + 1 },
    statistics,
    ...(cut > 0 && { cameCut: cut }),
    card: { ...card, tokensScored: statistics.scored },
    quirks: [],
  };
}
