import { counted, written } from "../number.ts";
import type { Part } from "../outputs/report.ts";
import type { Judged } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

type Found = Omit<Judged, "tokens" | "moreTokens">;

const digits = 5;

/** Assertions under one another, with what was measured, and about how much more would tell. */
export function assertionTable(found: readonly { judged: Found; toTell: string }[]): Part[] {
  if (found.length === 0) return [];
  return [
    {
      titles: ["verdict", "assertion", "#measured", "", "interval", "#at", "to tell"],
      rows: found.map(({ judged, toTell }) => [
        judged.verdict,
        judged.assertion.text,
        measured(judged),
        judged.unit ?? "",
        interval(judged),
        judged.method ? percent(judged.method.level) : "",
        toTell,
      ]),
    },
  ];
}

/** `about 1,200 more tokens` */
export function moreText(more: number | undefined, of: string): string {
  return more === undefined ? "" : `about ${more.toLocaleString("en")} more ${of}${more === 1 ? "" : "s"}`;
}

const outcomes: Record<Verdict, string> = {
  holds: "Holds",
  fails: "Fails",
  "cannot tell yet": "Cannot tell yet",
};

/** `Fails: 1 of 2 assertions.` */
export function outcomeText(
  verdict: Verdict,
  assertions: readonly { verdict: Verdict }[],
  others: readonly string[] = [],
): string {
  const so = assertions.filter((judged) => judged.verdict === verdict).length;
  const why = [
    ...(so > 0 ? [`${so} of ${counted(String(assertions.length), "assertions")}`] : []),
    ...others,
  ];
  return `${outcomes[verdict]}: ${why.join(", and ")}.`;
}

function measured({ value, bounds }: Found): string {
  if (bounds === undefined) return written(value!, digits);
  return `${written(bounds.lower, digits)} to ${written(bounds.upper, digits)}`;
}

function interval({ low, high, method }: Found): string {
  if (!method) return "exact";
  return low === -Infinity && high === Infinity
    ? "not known"
    : `${written(low, digits)} to ${written(high, digits)}`;
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(6))} %`;
}
