import { type LlamaLine, type LlamaStatistics, llamaStatistics } from "@surprisal/core";
import { FormatError } from "@surprisal/data";
import { UsageError } from "../usage.ts";
import { codedColumns } from "./codedColumns.ts";
import type { ModelRows } from "./modelRows.ts";
import type { RowPairs } from "./rowPairs.ts";

/**
 * What llama-perplexity would say of these rows, those that were scored.
 *
 * @throws UsageError if it is not known what came.
 * @throws FormatError at the first row for which it has no number.
 */
export async function llamaOf(
  file: string,
  base: ModelRows,
  { measures, place, coded, targets }: RowPairs,
): Promise<LlamaStatistics> {
  const { p, q, forwardKl, top1Agrees } = measures;
  const scores = p.negativeLogLikelihood;
  const isScored = (row: number) => !(Number.isNaN(forwardKl[row]) || Number.isNaN(scores[row]));
  const rows = Array.from(forwardKl.keys()).filter(isScored);
  if (rows.length === 0)
    throw new UsageError("--llama is given, expected beside --targets: it scores what came");
  const columns =
    targets && coded.includes(base.file)
      ? await codedColumns(
          { place: base.place, coded: true },
          { place, coded: coded.includes(file) },
          targets,
        )
      : { base: scores, model: q.negativeLogLikelihood, kl: forwardKl };
  const infinite = rows.find((row) => Object.values(columns).some((column) => !Number.isFinite(column[row])));
  if (infinite !== undefined)
    throw new FormatError({
      code: "range",
      source: file,
      problem: `rules out at row ${infinite} what is possible: its perplexity or divergence is infinite`,
      expected: "finite ones with --llama",
    });
  const take = (column: ArrayLike<number>) => rows.map((row) => column[row]!);
  return llamaStatistics({
    base: take(columns.base),
    model: take(columns.model),
    kl: take(columns.kl),
    sameTop: take(top1Agrees),
  });
}

/** The three blocks, character by character as llama-perplexity prints them. */
export function llamaBlocks({ perplexity, klDivergence, tokenProbability }: LlamaStatistics): string[] {
  return [
    "====== Perplexity statistics ======",
    ...perplexity.map((line) => lineOf(line, 30)),
    "",
    "====== KL divergence statistics ======",
    ...klDivergence.map((line) => lineOf(line, 11)),
    "",
    "====== Token probability statistics ======",
    ...tokenProbability.map((line) => lineOf(line, 10)),
  ];
}

function lineOf({ name, value, error, percent }: LlamaLine, width: number): string {
  const label = `${name.padEnd(width)}:`;
  if (!percent)
    return `${label} ${fixed(value, 6, 10)}${error === undefined ? "" : ` ± ${fixed(error, 6, 10)}`}`;
  if (error !== undefined) return `${label} ${fixed(100 * value, 3, 6)} ± ${fixed(100 * error, 3, 5)} %`;
  return `${label} ${fixed(100 * value, name.startsWith("Cor") ? 2 : 3, 6)}%`;
}

/** As printf writes it: what lies halfway goes to the even digit, where toFixed goes away from 0. */
function fixed(value: number, decimals: number, width: number): string {
  const away = value.toFixed(decimals);
  // Halfway between two decimals lies, of binary fractions, only an odd multiple of the last that so many digits hold.
  const isHalfway = Math.abs(value * 2 ** (decimals + 1)) % 2 === 1;
  const isOdd = Number(away.at(-1)) % 2 === 1;
  return (isHalfway && isOdd ? (value * (1 - Number.EPSILON)).toFixed(decimals) : away).padStart(width);
}
