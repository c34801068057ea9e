import type { Shading } from "../src/report/shading.ts";
import { shownText, tokenName } from "../src/report/shownToken.ts";
import { striking } from "../src/report/striking.ts";
import { button, chooser, fill, make } from "./make.ts";
import { partOf, type Section } from "./section.ts";
import type { Keep } from "./showTokens.ts";

const atFirst = 12;
const before = 6;

/** The tokens asked for, sorted: each leads to its place in the text. */
export function strikingList(
  section: Section,
  go: (row: number) => void,
): { draw(shading: Shading, keep: Keep | undefined): void } {
  const { words, table, number } = section;
  const part = partOf(section, "list");
  const body = make("tbody");
  const found = make("span", { class: "found" });
  const more = button(words.more, () => {
    shown *= 2;
    fillBody();
  });
  let shown = atFirst;
  let order = "largest";
  let shading: Shading;
  let rows: number[] = [];
  let keep: Keep | undefined;
  const head = make("thead");
  const choice = chooser(
    words.sort,
    { largest: words.largest, smallest: words.smallest, inText: words.inText },
    (value) => {
      order = value;
      sort();
    },
  );
  const scrolls = make(
    "div",
    { class: "scrolls", role: "group", tabindex: "0", "aria-label": words.list },
    make("table", {}, head, body),
  );
  part.replaceChildren(make("div", { class: "list-head" }, choice, found), scrolls, more);

  function sort(): void {
    const values = shading.values;
    const all =
      order === "inText"
        ? Array.from({ length: table.tokens }, (_, row) => row)
        : striking(values, table.tokens);
    rows = keep ? all.filter(keep) : all;
    if (order === "smallest") rows.reverse();
    shown = atFirst;
    found.textContent =
      rows.length === 1 ? words.foundOne : fill(words.found, { count: number(rows.length) });
    fillBody();
  }

  function fillBody(): void {
    const hasText = table.text !== undefined;
    const heads = [words.number, ...(hasText ? [words.context] : []), words.token];
    head.replaceChildren(
      make(
        "tr",
        {},
        ...heads.map((text, i) => make("th", { scope: "col", ...(i === 0 && { class: "n" }) }, text)),
        make("th", { scope: "col", class: "n" }, `${section.measureName(shading)}, ${section.unit}`),
        ...likeliest(section).map(([text]) => make("th", { scope: "col" }, text)),
      ),
    );
    body.replaceChildren(
      ...rows.slice(0, shown).map((row) => {
        const link = button(number(row), () => go(row));
        link.setAttribute("aria-label", fill(words.goTo, { number: number(row) }));
        return make(
          "tr",
          {},
          make("th", { scope: "row", class: "n" }, link),
          ...(hasText ? [make("td", { class: "context" }, contextOf(section, row))] : []),
          make("td", { class: "token" }, section.token(row)),
          make("td", { class: "n" }, section.amount(shading.values[row]!)),
          ...likeliest(section).map(([, read]) => make("td", { class: "token" }, read(row))),
        );
      }),
    );
    more.hidden = rows.length <= shown;
  }

  return {
    draw(next, wanted) {
      shading = next;
      keep = wanted;
      sort();
    },
  };
}

function contextOf({ table }: Section, row: number): string {
  const from = row - Math.min(before, table.position[row]!);
  return shownText((table.text ?? []).slice(from, row).join("")).replaceAll("\n", "");
}

/** What each model finds likeliest, where that is known. */
function likeliest({ table, words }: Section): [string, (row: number) => string][] {
  const { p, q } = table;
  return [
    [p, q ? `${words.likeliest}, P` : words.likeliest] as const,
    ...(q ? [[q, `${words.likeliest}, Q`] as const] : []),
  ].flatMap(([{ top1, top1Text }, title]): [string, (row: number) => string][] =>
    top1 || top1Text ? [[title, (row) => tokenName({ text: top1Text?.[row], id: top1?.[row] })]] : [],
  );
}
