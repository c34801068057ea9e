import type {
  BoundedMean,
  CandidateComparison,
  CandidatePair,
  Estimate,
  ListedComparison,
} from "@surprisal/core";
import { readerText } from "../outputs/readerText.ts";
import { perplexityFound, surpriseFound, wholeOf } from "./boundedReadings.ts";
import { type Html, html } from "./html.ts";
import type { Readout } from "./readouts.ts";
import type { DiffReport, PerplexityReport, ReportedCandidate } from "./reportInput.ts";
import { table } from "./tables.ts";
import { intervalText, type Quantity, unitText, type Writer, written } from "./writer.ts";

/** What is asked first, answered first: of one model. */
export function answerOfOne({ statistics, tokens, targetsFrom }: PerplexityReport, writer: Writer): Html {
  const { words } = writer;
  const { perplexity, perplexityBounds, entropy, entropyBounds, scored, rows } = statistics;
  const found = perplexityFound(statistics);
  const surprise = surpriseFound(statistics);
  const title = perplexityBounds
    ? `${words.isBetween(words.readouts.perplexity)} ${endsText(perplexityBounds, "outcomes", writer)}`
    : perplexity
      ? words.perplexityOf(writer.number(perplexity.value))
      : entropy
        ? words.entropyOf(writer.information(entropy.value))
        : words.noPerplexity;
  const sequences = sequencesIn(tokens.sequence);
  const said = [
    !perplexityBounds &&
      perplexity &&
      Number.isFinite(perplexity.value) &&
      words.asUncertain(writer.number(perplexity.value, 3)),
    words.tokensScored(writer.number(scored), writer.number(rows), writer.number(sequences), sequences === 1),
    targetsFrom !== undefined && words.cameFrom(readerText(targetsFrom, writer.language)),
    entropyBounds && words.entropyBounded(...endsOf(entropyBounds, writer)),
    scored === 0 && words.entropyOnly,
  ];
  return html`<h1>${title}</h1>
${!found && entropy && html`<p class="lede">${range(entropy, "information", writer)}.</p>`}
${found && html`<p class="lede">${range(wholeOf(found), "outcomes", writer)}${surprise && html`; ${surpriseText(surprise, writer)}`}.</p>`}
<p>${spaced(said)}</p>`;
}

/** The same of a candidate beside its base. */
export function answerOfPair(
  { name, comparison, tokens, listed, perplexityBounds }: ReportedCandidate,
  report: DiffReport,
  writer: Writer,
): Html {
  const { words } = writer;
  const { forwardKl, compared, rows, scoredTokens: scored, noiseFloor: floor, top1Agreement } = comparison;
  const sequences = sequencesIn(tokens.sequence);
  const price = forwardKl?.mean;
  const ratio = perplexityBounds?.ratio ?? twice(scored?.perplexityRatio);
  const title = price ? `D(P‖Q) = ${writer.information(price.value)}` : words.titleOfPair(name, report.name);
  const said = [
    price === undefined
      ? boundsText(listed, writer)
      : price.value === Infinity
        ? words.klInfinite
        : words.klMeans(writer.information(price.value)),
    ratio && words.verdict.ratio[signOf(ratio, 1)](betweenText(ratio, writer, "plain")),
    top1Agreement && words.verdict.agreement(writer.percent(top1Agreement.value, 3)),
    floor?.verdict && words.verdict.floor[floor.verdict],
  ];
  return html`${report.candidates.length === 1 ? html`<h1>${title}</h1>` : html`<h2>${price ? `${name}: ${title}` : name}</h2>`}
<p class="lede">${price && html`${range(price, "information", writer)}; ${words.direction}. `}<b class="p">${words.pIs(report.name)}</b>; <b class="q">${words.qIs(name)}</b>.</p>
<p>${spaced(said)} ${words.compared(writer.number(compared), writer.number(rows), writer.number(sequences), sequences === 1)}${report.targetsFrom !== undefined && ` ${words.cameFrom(readerText(report.targetsFrom, writer.language))}`}</p>`;
}

function boundsText(listed: ListedComparison | undefined, writer: Writer): string {
  const { words } = writer;
  if (listed === undefined) return words.noDivergence;
  return words.bounded(...endsOf(listed.forwardKl, writer));
}

function endsOf({ lower, upper }: BoundedMean, { information }: Writer): [string, string | undefined] {
  return [information(lower.value), Number.isFinite(upper.value) ? information(upper.value) : undefined];
}

/** Several candidates: which is nearer to P, or less surprised. */
export function answerOfSeveral(
  { name, candidates, nearer, lessSurprised }: DiffReport,
  writer: Writer,
): Html {
  const { words } = writer;
  return html`<h1>${words.titleOfPair(words.listed(candidates.map((one) => one.name)), name)}</h1>
<p class="lede"><b class="p">${words.pIs(name)}</b>; ${words.direction}.</p>
${rankedTable(
  candidates.filter((one) => "comparison" in one),
  writer,
)}
${pairsTable(nearer, words.verdict.nearer, writer)}${pairsTable(lessSurprised, words.verdict.lessSurprised, writer)}`;
}

/** By D(P‖Q); where it is not known, by perplexity. */
function rankedTable(candidates: readonly ReportedCandidate[], writer: Writer): Html {
  if (candidates.length === 0) return html``;
  const { sections, readouts, tableHeads: heads, units } = writer.words;
  const isKnown = candidates.every(({ comparison }) => comparison.forwardKl);
  const quantity = isKnown ? "information" : "outcomes";
  const known = candidates.flatMap(({ name, comparison: { forwardKl, scoredTokens }, perplexityBounds }) => {
    const estimate = isKnown ? forwardKl?.mean : scoredTokens?.candidatePerplexity;
    const bounds = (!isKnown && perplexityBounds?.candidate) || twice(estimate);
    return bounds ? [{ name, bounds }] : [];
  });
  return table(
    sections.candidates,
    ["Q", isKnown ? `D(P‖Q), ${units[writer.unit]}` : readouts.candidatePerplexity, heads.interval],
    known
      .sort((one, other) => one.bounds.lower.value - other.bounds.lower.value)
      .map(({ name, bounds }) => [
        name,
        { number: betweenText(bounds, writer, quantity) },
        intervalText(writer, wholeOf(bounds), quantity),
      ]),
  );
}

export function pairsTable(
  found: CandidateComparison | undefined,
  verdicts: Readonly<Record<CandidatePair["verdict"], string>>,
  writer: Writer,
): Html | false {
  const { tableHeads: heads, units, verdict: words } = writer.words;
  return (
    found !== undefined &&
    html`${table(
      heads.pair,
      [heads.pair, `${heads.difference}, ${units[writer.unit]}`, heads.interval],
      found.pairs.map(({ one, other, difference, bounds = twice(difference), verdict }) => [
        `${one} ${verdicts[verdict]} ${other}`,
        { number: betweenText(bounds, writer, "information") },
        intervalText(writer, wholeOf(bounds), "information"),
      ]),
    )}<p>${words.pairMeaning}</p>`
  );
}

/** The numbers that matter, side by side; the first is the strong one, in the colour of what it is. */
export function readoutRow(readouts: readonly Readout[], colour: "p" | "gap" | "ink", writer: Writer): Html {
  return html`<dl class="readouts">${readouts.map(
    ({ name, symbol, quantity, estimate, bounds }, i) =>
      html`<div${i === 0 && html` class="strong ${colour}"`}><dt>${bounds ? writer.words.isBetween(name) : name}${symbol && html` <span class="symbol">${symbol}</span>`}</dt><dd><span class="value">${bounds ? endsText(bounds, quantity, writer) : written(writer, estimate.value, quantity)}</span> ${unitText(writer, quantity)}<span class="range">${intervalText(writer, estimate, quantity)}</span></dd></div>
`,
  )}</dl>`;
}

function surpriseText(found: Estimate | BoundedMean, writer: Writer): Html {
  const { isBetween, readouts } = writer.words;
  const name = readouts.surprisePerToken.toLowerCase();
  const [said, text] =
    "lower" in found
      ? [isBetween(name), endsText(found, "information", writer)]
      : [name, writer.amount(found.value)];
  return html`${said} <b class="p">${text} ${unitText(writer, "information")}</b>`;
}

/** "1 and 2" */
function endsText({ lower, upper }: BoundedMean, quantity: Quantity, writer: Writer): string {
  const [least, most] = [lower, upper].map(({ value }) => written(writer, value, quantity));
  return writer.words.ends(least!, most!);
}

/** "95 % interval: 0.1 to 0.2 bits" */
export function range(estimate: Estimate, quantity: Quantity, writer: Writer): string {
  const text = `${intervalText(writer, estimate, quantity)} ${unitText(writer, quantity)}`.trim();
  return `${writer.words.at(writer.percent(estimate.level))}: ${text}`;
}

function signOf(bounds: BoundedMean, none: number): "lower" | "higher" | "not distinguishable" {
  const { low, high } = wholeOf(bounds);
  return high < none ? "lower" : low > none ? "higher" : "not distinguishable";
}

/** What is known, as bounds of itself. */
function twice<E extends Estimate | undefined>(known: E): E extends Estimate ? BoundedMean : undefined;
function twice(known: Estimate | undefined): BoundedMean | undefined {
  return known && { lower: known, upper: known };
}

/** One number where both are the same. */
function betweenText({ lower, upper }: BoundedMean, writer: Writer, quantity: Quantity): string {
  const [least, most] = [lower, upper].map(({ value }) => written(writer, value, quantity));
  return least === most ? least! : writer.words.from(least!, most!);
}

function sequencesIn(sequence: Int32Array): number {
  return new Set(sequence).size;
}

function spaced(sentences: readonly (string | false | undefined)[]): string {
  return sentences.filter(Boolean).join(" ");
}
