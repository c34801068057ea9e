import { rangeText } from "./charts/buckets.ts";
import { type Html, html } from "./html.ts";
import type { ReportedCandidate } from "./reportInput.ts";
import { tokenName } from "./shownToken.ts";
import { type BoundRow, boundsTable, table, withInterval } from "./tables.ts";
import type { Writer } from "./writer.ts";

/** What the chart of confidence shows, and both directions of it. */
export function bucketsTable({ comparison: { buckets } }: ReportedCandidate, writer: Writer): Html | false {
  const { charts, tableHeads: heads, units } = writer.words;
  return (
    buckets.length > 0 &&
    table(
      charts.buckets,
      [
        heads.sure,
        heads.tokens,
        `D(P‖Q), ${units[writer.unit]}`,
        `D(Q‖P), ${units[writer.unit]}`,
        heads.share,
        heads.agreement,
      ],
      buckets.map((bucket) => [
        rangeText(bucket, writer),
        { number: writer.number(bucket.count) },
        withInterval(writer, bucket.forwardKl, "information"),
        withInterval(writer, bucket.reverseKl, "information"),
        bucket.shareOfKl === undefined ? "" : withInterval(writer, bucket.shareOfKl, "share"),
        withInterval(writer, bucket.top1Agreement, "share"),
      ]),
    )
  );
}

/** Which tokens of the vocabulary a divergence sits in. */
export function carriersSection({ carriers = [] }: ReportedCandidate, writer: Writer): Html | false {
  const { sections, tableHeads: heads, units } = writer.words;
  return (
    carriers.length > 0 &&
    html`<section><h2>${sections.carriers}</h2>${table(
      sections.carriers,
      [heads.token, heads.ofP, heads.ofQ, `${heads.part}, ${units[writer.unit]}`, heads.share],
      carriers.map(({ outcome, text, baseProbability, candidateProbability, forwardKl, shareOfKl }) => [
        tokenName({ text, id: outcome }),
        { number: writer.number(baseProbability) },
        { number: writer.number(candidateProbability) },
        { number: writer.amount(forwardKl) },
        { number: shareOfKl === undefined ? "" : writer.percent(shareOfKl, 3) },
      ]),
    )}</section>
`
  );
}

/** Between which values divergences lie of which only the likeliest tokens are known. */
export function boundsSection({ listed, perplexityBounds }: ReportedCandidate, writer: Writer): Html | false {
  const { sections, readouts: names } = writer.words;
  const { base, candidate } = perplexityBounds ?? {};
  const rows: BoundRow[] = [
    ...(base ? [[names.basePerplexity, base, "outcomes"] as const] : []),
    ...(candidate ? [[names.candidatePerplexity, candidate, "outcomes"] as const] : []),
    ...(listed
      ? ([
          ["D(P‖Q)", listed.forwardKl, "information"],
          ["D(Q‖P)", listed.reverseKl, "information"],
          [names.jensenShannon, listed.jensenShannon, "information"],
          [names.totalVariation, listed.totalVariation, "plain"],
          [names.hellinger, listed.hellinger, "plain"],
        ] as const)
      : []),
  ];
  if (rows.length === 0) return false;
  return html`<section><h2>${sections.bounds}</h2>${boundsTable(sections.bounds, rows, writer)}</section>
`;
}
