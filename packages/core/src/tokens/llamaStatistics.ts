/** A line of a block: its name, its value, and the standard error where one is printed. */
export interface LlamaLine {
  readonly name: string;
  readonly value: number;
  readonly error?: number;
  /** Printed times 100, with a per cent sign. */
  readonly percent?: true;
}

export interface LlamaStatistics {
  readonly perplexity: readonly LlamaLine[];
  readonly klDivergence: readonly LlamaLine[];
  readonly tokenProbability: readonly LlamaLine[];
}

/** One entry a scored token: −ln p of it by the base and by the model Q, D(base‖Q), and 1 where both have the same likeliest token. */
export interface LlamaColumns {
  readonly base: ArrayLike<number>;
  readonly model: ArrayLike<number>;
  readonly kl: ArrayLike<number>;
  readonly sameTop: ArrayLike<number>;
}

/**
 * The three blocks that `llama-perplexity --kl-divergence` ends with: the same names, the same formulas, and single precision where it has it. Its errors take tokens for
 * independent; for intervals that do not, see `tokenComparison`.
 *
 * Given columns of a base file, two things remain: it does not normalise the stored log-probabilities (`logSumExp` of the row says how far they are from it), and it leaves out of the
 * divergence what is stored at 16 nats or more.
 *
 * @param columns Of equal length; every entry finite.
 * @returns Δp is the probability of the token that came, by Q less by the base. The correlation is left out where it is 0/0.
 * @throws RangeError if the columns are empty, differ in length, or an entry is infinite or NaN.
 * @see https://github.com/ggml-org/llama.cpp/blob/master/tools/perplexity/perplexity.cpp
 * @example
 * const columns = { base: [1, 2], model: [1.5, 2.5], kl: [0.25, 0.75], sameTop: [1, 0] };
 * llamaStatistics(columns).klDivergence[0] // { name: "Mean    KLD", value: 0.5, error: 0 }
 */
export function llamaStatistics(columns: LlamaColumns): LlamaStatistics {
  const count = columns.base.length;
  for (const [name, column] of Object.entries(columns))
    if (column.length !== count || count === 0)
      throw new RangeError(
        `llamaStatistics: ${name} has ${column.length} entries, expected ${Math.max(1, count)}`,
      );
  for (const [name, column] of Object.entries(columns)) {
    const at = Array.prototype.findIndex.call(column, (x: number) => !Number.isFinite(x));
    if (at >= 0)
      throw new RangeError(`llamaStatistics: ${name}[${at}] is ${column[at]}, expected a finite number`);
  }
  return {
    perplexity: perplexityLines(Float32Array.from(columns.model), Float32Array.from(columns.base)),
    klDivergence: klLines(columns.kl),
    tokenProbability: probabilityLines(columns),
  };
}

type Mean = { readonly value: number; readonly error: number };

/** The mean, and √(var/(n − 1)); from ten values no error is taken. */
function meanOf(count: number, at: (i: number) => number, squareAt = (i: number) => at(i) ** 2): Mean {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    sum += at(i);
    squares += squareAt(i);
  }
  const value = sum / count;
  const variance = squares / count - value ** 2;
  return { value, error: variance > 0 && count > 10 ? Math.sqrt(variance / (count - 1)) : 0 };
}

function perplexityLines(model: Float32Array, base: Float32Array): LlamaLine[] {
  const count = base.length;
  const mean = (x: Float32Array) =>
    meanOf(
      count,
      (i) => x[i],
      (i) => Math.fround(x[i] * x[i]),
    );
  const [ofModel, ofBase] = [mean(model), mean(base)];
  let products = 0;
  for (let i = 0; i < count; i++) products += Math.fround(model[i] * base[i]);
  const covariance = count < 10 ? 0 : (products / count - ofModel.value * ofBase.value) / (count - 1);
  const exp = ({ value, error }: Mean) => ({ value: Math.exp(value), error: Math.exp(value) * error });
  const errors = ofModel.error * ofBase.error;
  const [pplModel, pplBase] = [exp(ofModel), exp(ofBase)];
  const ratio = {
    value: ofModel.value - ofBase.value,
    error: errorOfDifference(ofModel, ofBase, covariance),
  };
  return [
    { name: "Mean PPL(Q)", ...pplModel },
    { name: "Mean PPL(base)", ...pplBase },
    ...(errors > 0
      ? [{ name: "Cor(ln(PPL(Q)), ln(PPL(base)))", value: covariance / errors, percent: true } as const]
      : []),
    { name: "Mean ln(PPL(Q)/PPL(base))", ...ratio },
    { name: "Mean PPL(Q)/PPL(base)", ...exp(ratio) },
    {
      name: "Mean PPL(Q)-PPL(base)",
      value: pplModel.value - pplBase.value,
      error: errorOfDifference(pplModel, pplBase, pplModel.value * pplBase.value * covariance),
    },
  ];
}

/** Equal up to rounding, the two have a difference without error. */
function errorOfDifference(one: Mean, other: Mean, covariance: number): number {
  return Math.sqrt(Math.max(0, one.error ** 2 + other.error ** 2 - 2 * covariance));
}

function klLines(kl: ArrayLike<number>): LlamaLine[] {
  const sorted = Float32Array.from(kl).sort();
  const lines = percentileLines(sorted, [0.999, 0.99, 0.95, 0.9, 0.5, 0.1, 0.05, 0.01, 0.001]);
  return [
    { name: "Mean    KLD", ...meanOf(kl.length, (i) => kl[i]) },
    ...lines.map(({ name, value }) => ({ name: `${name} KLD`, value })),
  ];
}

function probabilityLines({ base, model, sameTop }: LlamaColumns): LlamaLine[] {
  const count = base.length;
  const p = (nll: number) => Math.fround(Math.exp(0 - Math.fround(nll)));
  const change = Float32Array.from({ length: count }, (_, i) => p(model[i]) - p(base[i]));
  const square = (i: number) => Math.fround(change[i] * change[i]);
  const meanSquare = meanOf(count, square);
  const rms = Math.sqrt(meanSquare.value);
  const percent = true as const;
  let same = 0;
  for (let i = 0; i < count; i++) same += sameTop[i];
  same /= count;
  const shares = [0.999, 0.99, 0.95, 0.9, 0.75, 0.5, 0.25, 0.1, 0.05, 0.01, 0.001];
  return [
    { name: "Mean    Δp", ...meanOf(count, (i) => change[i], square), percent },
    ...percentileLines(change.slice().sort(), shares).map(({ name, value }) => ({
      name: `${name} Δp`,
      value,
      percent,
    })),
    { name: "RMS Δp", value: rms, error: rms > 0 ? (0.5 / rms) * meanSquare.error : 0, percent },
    {
      name: "Same top p",
      value: same,
      error: count > 1 ? Math.sqrt((same * (1 - same)) / (count - 1)) : 0,
      percent,
    },
  ];
}

/** From the largest to the smallest, the shares between in single precision as they are there. */
function percentileLines(sorted: Float32Array, shares: readonly number[]): { name: string; value: number }[] {
  const last = sorted.length - 1;
  const half = (sorted[Math.ceil(last / 2)] + sorted[Math.floor(last / 2)]) / 2;
  return [
    { name: "Maximum", value: sorted[last] },
    ...shares.map((share) =>
      share === 0.5
        ? { name: "Median ", value: Math.fround(half) }
        : { name: `${(100 * share).toFixed(1).padStart(4)}%  `, value: singlePercentile(sorted, share) },
    ),
    { name: "Minimum", value: sorted[0] },
  ];
}

function singlePercentile(sorted: Float32Array, share: number): number {
  const f = Math.fround;
  const position = f(f(share) * (sorted.length - 1));
  const below = Math.floor(position);
  const part = f(position - below);
  const above = sorted[Math.min(below + 1, sorted.length - 1)];
  return f(f(f(1 - part) * sorted[below]) + f(part * above));
}
