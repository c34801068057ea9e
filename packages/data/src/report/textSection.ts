import type { TokenTable } from "@surprisal/core";
import { encodeTokens } from "./encodedTokens.ts";
import { firstTokens } from "./firstTokens.ts";
import { type Html, html, jsonInScript } from "./html.ts";
import type { Alternatives } from "./reportInput.ts";
import { legendOf, type Shading, shadeOf, shadings } from "./shading.ts";
import { opensWord, shownText, tokenName } from "./shownToken.ts";
import { striking } from "./striking.ts";
import { table } from "./tables.ts";
import type { Writer } from "./writer.ts";

/** How many tokens a page of the text has. */
const tokensAPage = 1000;
const listed = 12;

/** The text as a heat map, and its most striking tokens; what the script needs to go on from there stands in a block of JSON. */
export function textSection(
  all: TokenTable,
  alternatives: ReadonlyMap<number, Alternatives> | undefined,
  id: string,
  writer: Writer,
): Html {
  const { words, language, unit } = writer;
  const tokens = firstTokens(all);
  const isCut = tokens.tokens < all.tokens;
  const [shading] = shadings(tokens);
  if (shading === undefined) return html``;
  const shown = Math.min(tokens.tokens, tokensAPage);
  const isWhole = shown === tokens.tokens;
  const [of, some] = [writer.number(tokens.tokens), writer.number(shown)];
  const kept = alternatives?.size ?? 0;
  const [ofAll] = isCut ? shadings(all) : [];
  return html`<section class="text" id="${id}"><h2>${words.sections.text}</h2>
${isCut && html`<p>${words.text.cut(of, writer.number(all.tokens))}</p>`}
<p>${words.text.shades} ${tokens.text === undefined && words.text.numbersOnly} ${
    kept === 0
      ? words.text.noAlternatives
      : kept < tokens.tokens && words.text.someAlternatives(writer.number(kept))
  } ${!isWhole && words.text.limited(some)}</p>
${!isWhole && html`<p class="static">${words.text.withoutScript(some, of)}</p>`}
<div class="controls"></div>
<p class="legend">${words.page.above} ${legendOf(shading).map(({ shade, from }) => html`<span class="${shade}">${writer.amount(from, 3)}</span>`)} ${words.units[unit]}</p>
<div class="reading"><div class="tokens">${tokenSpans(tokens, shading, shown)}</div><div class="details"></div></div>
${ofAll && html`<h3>${words.text.strikingOfAll(writer.number(all.tokens))}</h3>${strikingTable(all, ofAll, writer)}`}
<h3>${words.text.striking}</h3>
<div class="list">${strikingTable(tokens, shading, writer)}</div>
<script type="application/json" class="data">${jsonInScript({
    ...encodeTokens(tokens, alternatives),
    ...{ language, unit, name: id, page: tokensAPage, words: words.page },
  })}</script>
</section>
`;
}

function tokenSpans(tokens: TokenTable, shading: Shading, shown: number): Html[] {
  return Array.from({ length: shown }, (_, row) => {
    const { text, target, sequence } = tokens;
    const begins = row > 0 && sequence[row] !== sequence[row - 1];
    const shade = shadeOf(shading, row);
    const reads = text?.[row];
    const isName = reads === undefined;
    const opens = opensWord(reads);
    const classes = [shade, isName && "id", opens && "word"].filter(Boolean).join(" ");
    return html`${begins && html`<hr>`}${opens && html`<wbr>`}<span${classes !== "" && html` class="${classes}"`}>${isName ? tokenName({ id: target?.[row] }) : shownText(reads)}</span>`;
  });
}

function strikingTable(tokens: TokenTable, shading: Shading, writer: Writer): Html {
  const { words } = writer;
  const { text, target, p, q, forwardKl } = tokens;
  const columns: [string, ArrayLike<number> | undefined][] = [
    ["D(P‖Q)", forwardKl],
    [q ? words.page.measures.surpriseOfP : words.page.measures.surpriseP, p.surprise],
    [words.page.measures.surpriseQ, q?.surprise],
    [words.page.measures.entropyP, q ? undefined : p.entropy],
  ];
  const known = columns.filter((column): column is [string, ArrayLike<number>] => column[1] !== undefined);
  const before = (row: number) =>
    Array.from(
      { length: Math.min(6, tokens.position[row]!) },
      (_, k) => row - Math.min(6, tokens.position[row]!) + k,
    )
      .map((at) => text?.[at] ?? "")
      .join("");
  return table(
    words.text.striking,
    [
      words.page.number,
      ...(text ? [words.page.context] : []),
      words.page.token,
      ...known.map(([name]) => `${name}, ${words.units[writer.unit]}`),
    ],
    striking(shading.values, listed).map((row) => [
      { number: writer.number(row) },
      ...(text ? [shownText(before(row)).replaceAll("\n", "")] : []),
      tokenName({ text: text?.[row], id: target?.[row] }),
      ...known.map(([, values]) => ({ number: writer.amount(values[row]!) })),
    ]),
  );
}
