import type { Spread } from "@surprisal/core";
import { written } from "../number.ts";
import { interval } from "./estimateTable.ts";
import type { Part } from "./report.ts";

/** A measure of single rows, how it is spread over them, and what it is counted in. */
export type SpreadRow = readonly [name: string, found: Spread | undefined, unit: string];

/** More measures beside each other, and a row is wider than a terminal. */
const beside = 2;
const digits = 4;
const endDigits = 3;

/** How measures are spread over rows: their quantiles down the page, each with its interval. */
export function quantileTables(measures: readonly SpreadRow[], of: string): Part[] {
  const known = measures.flatMap(([name, found, unit]) =>
    found ? [{ title: unit === "" ? name : `${name}, ${unit}`, ...columnsOf(found) }] : [],
  );
  const starts = known.flatMap((_, i) => (i % beside === 0 ? [i] : []));
  return starts.map((start) => {
    const some = known.slice(start, start + beside);
    return {
      titles: [`of the ${of}`, ...some.flatMap(({ title }) => [`#${title}`, "interval"])],
      rows: some[0]!.shares.map((share, i) => [share, ...some.flatMap(({ cells }) => cells[i]!)]),
    };
  });
}

function columnsOf({ minimum, maximum, quantiles }: Spread): { shares: string[]; cells: string[][] } {
  const rising = [...quantiles].sort((one, other) => one.share - other.share);
  return {
    shares: ["least", ...rising.map(({ share }) => shareName(share)), "most"],
    cells: [
      [written(minimum, digits), ""],
      ...rising.map(({ estimate }) => [written(estimate.value, digits), interval(estimate, endDigits)]),
      [written(maximum, digits), ""],
    ],
  };
}

function shareName(share: number): string {
  return share === 0.5 ? "median" : `${Number((100 * share).toPrecision(6))} %`;
}
