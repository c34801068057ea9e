import { sourceName, type WholePerplexity } from "@surprisal/data";
import { counted } from "../number.ts";
import { estimateTable } from "./estimateTable.ts";
import { fewNotes } from "./fewNotes.ts";
import { methodText } from "./methodText.ts";
import type { Part } from "./report.ts";

/** What a person reads of it, in a terminal or as Markdown. Names that the harness has too are of the same number. */
export function wholePerplexityReport(result: WholePerplexity): Part[] {
  const { file, of, hasChoices, documents, bytes, words, unit, surprise, impossible } = result;
  const whole = wholeName(result);
  const size = [
    ...(bytes === undefined ? [] : [counted(String(bytes), "bytes")]),
    ...(words === undefined ? [] : [counted(String(words), "words")]),
  ].join(" and ");
  return [
    { words: `${sourceName(file)}: ${scoredWhole(result)}${size === "" ? "" : `, of ${size}`}` },
    ...estimateTable(
      [
        ["word_perplexity", result.wordPerplexity, ""],
        ["byte_perplexity", result.bytePerplexity, ""],
        ["perplexity", result.perplexity, ""],
        [byByte(result), result.surprisePerByte, unit],
        [`surprise a ${whole}`, surprise, unit],
        ["acc", hasChoices ? result.likeliest : result.greedy, ""],
        ["greedy", hasChoices ? result.greedy : undefined, ""],
      ],
      "documents",
    ),
    ...(of === "documents" ? [] : [{ words: meaningOfRates(hasChoices) }]),
    {
      words: methodText(surprise, { rates: of === "continuations", of: "documents" }),
    },
    ...[
      ...impossibleNotes(impossible, "the model"),
      ...fewNotes([surprise], documents, "documents"),
      `how many tokens a ${whole} has is not written in samples, so that nothing is said per token`,
      `comparable with what has the same of what samples do not say: ${unsaidBySamples}`,
    ].map((note) => ({ words: `Note: ${note}` })),
  ];
}

export const unsaidBySamples = "task, examples in the prompt, window, BOS token";

type Scored = Pick<WholePerplexity, "of" | "hasChoices" | "documents">;

export function wholeName({ of }: Pick<Scored, "of">): string {
  return of === "documents" ? "document" : "continuation";
}

export function scoredWhole({ of, hasChoices, documents }: Scored): string {
  const some = counted(String(documents), "documents");
  const scored = of === "documents" ? some : `the ${hasChoices ? "right " : ""}continuations of ${some}`;
  return `${scored}, scored whole`;
}

export function impossibleNotes({ count, first }: WholePerplexity["impossible"], model: string): string[] {
  if (count === 0) return [];
  const some = first.length < count ? `${first.join(", ")}, …` : first.join(", ");
  return [
    `infinite, because ${model} gives probability 0 to ${counted(String(count), "documents")}: ${some}`,
  ];
}

function byByte({ of, unit }: WholePerplexity): string {
  return of === "documents" && unit === "bits" ? "bits_per_byte" : "surprise a byte";
}

function meaningOfRates(hasChoices: boolean): string {
  const greedy = "each of its tokens is the likeliest at its place";
  return hasChoices
    ? `acc is how often the right continuation is the likeliest of its choices, and greedy how often ${greedy}.`
    : `acc is how often a continuation is greedy: ${greedy}.`;
}
