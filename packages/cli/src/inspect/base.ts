import { inUnit } from "@surprisal/core";
import type { ModelOutput } from "@surprisal/data";
import { counted, written } from "../number.ts";
import type { Page } from "../page.ts";
import { table } from "../table.ts";
import { wrapped } from "../wrapped.ts";
import { bytesText } from "./bytesText.ts";

/** What is said of a base file of llama.cpp. */
export interface Base {
  kind: "base";
  format: string;
  bytes: number;
  windows: number;
  contextLength: number;
  vocabulary: number;
  rows: number;
  rowsPerWindow: number;
  firstScored: number;
  /** Nats below the likeliest outcome of a row that every other is cut to. */
  cut: number;
  /** Nats between two codes, at most. */
  step: number;
}

export async function inspectBase({ format, base }: Extract<ModelOutput, { kind: "base" }>): Promise<Base> {
  const { windows, contextLength, vocabulary, rows, rowsPerWindow, firstScored, cutNats, byteLength } = base;
  await base.readTokens();
  await base.readScale(0);
  return {
    kind: "base",
    format,
    bytes: byteLength,
    ...{ windows, contextLength, vocabulary, rows, rowsPerWindow, firstScored },
    cut: cutNats,
    step: cutNats / 65535,
  };
}

export function showBase(result: Base & { file: string }, page: Page): string[] {
  const { file, bytes, windows, contextLength, vocabulary, rows, rowsPerWindow, firstScored, cut, step } =
    result;
  const nats = (value: number) => `${written(value, 3)} nats (${written(inUnit(value, "bits"), 3)} bits)`;
  const first = firstScored + 1;
  return [
    ...wrapped(`${file}: a base file of llama.cpp, ${bytesText(bytes)}`, page.width),
    ...table(
      [
        ["windows", { words: `${windows}, of ${counted(String(contextLength), "tokens")}` }],
        ["vocabulary", { words: String(vocabulary) }],
        ["rows", { words: `${rows}: of each window, the ${rowsPerWindow} behind token ${first}` }],
        ["step", { words: `${nats(step)} at most: log-probabilities are 16-bit codes` }],
        ["cut", { words: `${nats(cut)} below the likeliest outcome of a row: what lies lower stands there` }],
      ],
      page,
    ),
    ...wrapped(
      "A divergence finer than the step is not to be had from it, and one may come out below 0 by as much.",
      page.width,
    ),
  ];
}
