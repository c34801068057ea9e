import { diffBody } from "./diffBody.ts";
import { type Html, html } from "./html.ts";
import { script, scriptHash, style, styleHash } from "./page.gen.ts";
import { perplexityBody } from "./perplexityBody.ts";
import type { DiffReport, PerplexityReport } from "./reportInput.ts";
import { wholesBody } from "./wholes/wholesBody.ts";
import type { WholesReport } from "./wholes/wholesInput.ts";
import { wholesWriterIn } from "./wholes/wholesWriter.ts";
import type { ReportWords } from "./words/en.ts";
import type { ReportLanguage } from "./words/language.ts";
import { writerIn } from "./writer.ts";

/**
 * A report as one file of HTML that needs nothing else: answer, charts, the text as a heat map, what it may be compared with, methods, and every number to be saved from it.
 * Its content policy lets it ask for nothing. The same input gives the same file.
 *
 * @param report Of one model, or of a base and its candidates; nats.
 */
export function reportPage(report: PerplexityReport | DiffReport): string {
  const { language, unit, name } = report;
  const writer = writerIn(language, unit);
  const { words } = writer;
  const [title, body] =
    "statistics" in report
      ? [words.titleOfOne(name), perplexityBody(report, writer)]
      : [
          words.titleOfPair(words.listed(report.candidates.map((one) => one.name)), name),
          diffBody(report, writer),
        ];
  // Of several candidates it is the heading too.
  const isHeading = "candidates" in report && report.candidates.length > 1;
  return pageOf({ ...report, title, isHeading }, body, words);
}

/**
 * The same of samples of lm-evaluation-harness, which score documents and no tokens.
 *
 * @param report Of one model, or of a base and its candidates; nats.
 */
export function wholesPage(report: WholesReport): string {
  const writer = wholesWriterIn(report.language, report.unit, report.candidates !== undefined);
  const { words, wholes } = writer;
  const names = report.candidates?.map((one) => one.name);
  const title = names ? words.titleOfPair(words.listed(names), report.name) : wholes.titleOfOne(report.name);
  const isHeading = names !== undefined && names.length > 1;
  return pageOf({ ...report, title, isHeading }, wholesBody(report, writer), words);
}

function pageOf(
  {
    language,
    title,
    isHeading,
    made,
  }: { language: ReportLanguage; title: string; isHeading: boolean; made?: string },
  body: readonly (Html | false)[],
  words: ReportWords,
): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<svg class="patterns" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2" height="6"/></pattern></defs></svg>
<main>
${
  !isHeading &&
  html`<p class="name">${title}</p>
`
}${body}</main>
<footer>${made === undefined ? words.madeBy : words.made(made)}</footer>
<script>${{ html: script }}</script>
</body>
</html>
`.html;
}
