import { type ComparabilityCard, unlikeFields } from "@surprisal/core";
import type { ModelRows, NamedOutput } from "@surprisal/data";
import { Refusal } from "./problem.ts";

/** @throws Refusal of scores that are not of tokens, and what the reader throws of JSON that holds no scores. */
export async function refuseWholes({ path: source, output }: NamedOutput): Promise<void> {
  if (output.kind !== "scores") return;
  const { value: first } = await output.sequences().next();
  if (!first || first.unit === "token") return;
  const { line, unit } = first;
  const problem = `scores a whole ${unit}`;
  throw new Refusal(
    "wholes",
    {},
    { code: "unsupported", source, place: { line }, problem, expected: "scores of tokens" },
  );
}

/** @throws Refusal of scores beside rows. */
export function refuseMixed(files: readonly NamedOutput[]): void {
  const scores = files.find(({ output }) => output.kind === "scores");
  const other = files.find(({ output }) => output.kind !== "scores");
  if (!scores || !other) return;
  throw new Refusal(
    "mixed",
    { other: other.path },
    {
      ...{
        code: "unsupported",
        source: scores.path,
        problem: "holds the log-probabilities of single tokens",
      },
      expected: `rows of logits, as ${other.path}`,
    },
  );
}

/**
 * What has to be the same of two, and is not said.
 *
 * @throws Refusal if something is known to differ that makes a comparison wrong.
 */
export function refuseUnlike(base: ModelRows, candidate: ModelRows): (keyof ComparabilityCard)[] {
  const { file: source } = candidate;
  const as = `as ${base.file} has`;
  for (const [side, own] of [
    ["vocabulary", "outcomes"],
    ["rows", "rows"],
  ] as const)
    if (candidate[side] !== base[side])
      throw new Refusal(
        own,
        { base: base.file, its: candidate[side], mine: base[side] },
        {
          ...{ code: "lengths", source, expected: `${base[side]}, ${as}` },
          problem:
            side === "rows"
              ? `holds ${candidate.rows} rows`
              : `has rows over ${candidate.vocabulary} outcomes`,
          ...(side === "vocabulary" && { hint: otherTokeniser }),
        },
      );
  // Rows without targets say nothing of what came, and so nothing else.
  const card = candidate.targets ? candidate.card : { ...base.card, ...candidate.card };
  const unlike = unlikeFields(base.card, card).filter(({ field }) => field !== "tokensScored");
  const wrong = unlike.find(({ severity }) => severity === "refuse");
  if (!wrong) return unlike.map(({ field }) => field);
  const [mine, its] = [wrong.one!, wrong.other!];
  throw new Refusal(
    "unlike",
    { base: base.file, field: wrong.field, its, mine },
    { code: "lengths", source, problem: `has another ${wrong.field}: ${its}`, expected: `${mine}, ${as}` },
  );
}

const otherTokeniser =
  "models of two tokenisers are compared by bytes, from scores: surprisal tokens FILE --targets TARGETS --vocabulary TOKENIZER --scores writes those of each";
