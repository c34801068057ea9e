import { diffBody } from "./diffBody.ts";
import { html } from "./html.ts";
import { script, scriptHash, style, styleHash } from "./page.gen.ts";
import { perplexityBody } from "./perplexityBody.ts";
import type { DiffReport, PerplexityReport } from "./reportInput.ts";
import { writerIn } from "./writer.ts";

/**
 * A report as one file of HTML that needs nothing else: answer, charts, the text as a heat map, what it may be compared with, methods, and every number to be saved from it.
 * Its content policy lets it ask for nothing. The same input gives the same file.
 *
 * @param report Of one model, or of a base and its candidates; nats.
 */
export function reportPage(report: PerplexityReport | DiffReport): string {
  const { language, unit, made, name } = report;
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
