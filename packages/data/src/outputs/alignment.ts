import { type Nats, pairedDifference, tokenResampling } from "@surprisal/core";
import type { RowMeasures } from "@surprisal/core/rows";
import { bytesOfFormat, type LogitRows } from "../logits/logitRows.ts";
import { blockMeter } from "../rows/measureBlocks.ts";

/** That targets say far less surprising things of the same rows a place earlier, or later, than where they were put. */
export interface DoubtfulAlignment {
  /** Whether it was asked that each row be scored by the one after its own. */
  readonly shifted: boolean;
  /** The first so many rows were looked at. */
  readonly rows: number;
  /** The mean of −ln p of what came, as it was put, and the other way. */
  readonly asked: Nats;
  readonly other: Nats;
}

/** How many rows are looked at, at most, and how many bytes of them. */
const mostRows = 256;
const mostBytes = 16 << 20;

/** Of fewer tokens scored both ways nothing is said. */
const fewest = 8;

/** Sure enough that of a thousand rightly aligned texts about one is doubted; and a difference that no choice among good predictions makes. */
const level = 0.998;
const plain: Nats = 1;

/**
 * Whether targets would be far likelier if they were shifted, or were not: whoever has tokens put in takes them for what came, or the other way round, and gets a number that nothing tells from that of a bad
 * model. The first rows are measured both ways.
 *
 * @param aligned What came at each row if it was not shifted, and `next` if it was.
 */
export async function doubtfulAlignment(
  rows: LogitRows,
  aligned: Int32Array,
  next: Int32Array,
  shifted: boolean,
): Promise<DoubtfulAlignment | undefined> {
  const bytesPerRow = rows.vocabulary * bytesOfFormat[rows.format];
  const count = Math.min(rows.rows, mostRows, Math.max(fewest, Math.floor(mostBytes / bytesPerRow)));
  const meter = blockMeter(rows);
  const surprises = async (targets: Int32Array) =>
    ((await meter.measure(0, count, targets.subarray(0, count))).measures as RowMeasures)
      .negativeLogLikelihood;
  const [one, two] = [await surprises(shifted ? next : aligned), await surprises(shifted ? aligned : next)];
  const both = Array.from(one.keys()).filter((row) => Number.isFinite(one[row]! + two[row]!));
  if (both.length < fewest) return undefined;
  const [x, y] = [one, two].map((column) => both.map((row) => column[row]!)) as [number[], number[]];
  const resampling = tokenResampling(
    x.map(() => 0),
    { resample: "blocks", level },
  );
  const { difference, verdict } = pairedDifference(x, y, resampling);
  if (verdict !== "higher" || difference.value < plain) return undefined;
  const mean = (column: number[]) => column.reduce((sum, nats) => sum + nats, 0) / column.length;
  return { shifted, rows: count, asked: mean(x), other: mean(y) };
}
