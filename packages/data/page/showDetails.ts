import type { TokenColumns } from "@surprisal/core";
import type { PossibleToken } from "../src/report/reportInput.ts";
import { tokenName } from "../src/report/shownToken.ts";
import { make } from "./make.ts";
import { placeOf } from "./placeOf.ts";
import { partOf, type Section } from "./section.ts";

/** All that is known of a token, beside the text. */
export function showDetails(section: Section, row: number): void {
  const { table, words, number, unit, alternatives } = section;
  const { p, q } = table;
  const kept = alternatives.get(row);
  const divergences = [
    ["D(P‖Q)", table.forwardKl],
    ["D(Q‖P)", table.reverseKl],
  ] as const;
  partOf(section, "details").replaceChildren(
    make("p", { class: "shown-token" }, section.token(row)),
    make("p", { class: "place" }, placeOf(section, row)),
    ...divergences.flatMap(([name, column]) =>
      column
        ? [
            make(
              "p",
              { class: "gap-value" },
              `${name} `,
              make("b", {}, section.amount(column[row]!)),
              ` ${unit}`,
            ),
          ]
        : [],
    ),
    valuesTable(
      section,
      row,
      q
        ? [
            ["P", p],
            ["Q", q],
          ]
        : [["", p]],
    ),
    ...(kept
      ? [
          make("p", { class: "what" }, words.alternatives),
          make(
            "div",
            { class: "possible" },
            possibleList(section, row, kept.p, "p", number),
            ...(kept.q ? [possibleList(section, row, kept.q, "q", number)] : []),
          ),
        ]
      : alternatives.size > 0
        ? [make("p", { class: "what" }, words.notKept)]
        : []),
  );
}

function valuesTable(
  { words, amount, number, unit }: Section,
  row: number,
  models: readonly (readonly [name: string, columns: TokenColumns])[],
): HTMLElement {
  const rows: [string, (columns: TokenColumns) => string | undefined][] = [
    [
      `${words.surprise}, ${unit}`,
      ({ surprise }) => surprise && (Number.isNaN(surprise[row]!) ? words.unscored : amount(surprise[row]!)),
    ],
    [words.probability, ({ surprise }) => surprise && number(Math.exp(-surprise[row]!), 3)],
    [words.rank, ({ rank }) => rank && (rank[row]! > 0 ? number(rank[row]!) : "–")],
    [`${words.entropy}, ${unit}`, ({ entropy }) => entropy && amount(entropy[row]!)],
  ];
  const known = rows.filter(([, value]) => models.some(([, columns]) => value(columns) !== undefined));
  const heads = models.map(([name]) => make("th", { scope: "col", class: `n ${name.toLowerCase()}` }, name));
  return make(
    "table",
    {},
    ...(models.length > 1 ? [make("thead", {}, make("tr", {}, make("td"), ...heads))] : []),
    make(
      "tbody",
      {},
      ...known.map(([name, value]) =>
        make(
          "tr",
          {},
          make("th", { scope: "row" }, name),
          ...models.map(([, columns]) => make("td", { class: "n" }, value(columns) ?? "–")),
        ),
      ),
    ),
  );
}

function possibleList(
  { table, words }: Section,
  row: number,
  list: readonly PossibleToken[],
  side: "p" | "q",
  number: (value: number, digits?: number) => string,
): HTMLElement {
  const came = (token: PossibleToken) =>
    token.text === undefined ? token.id === table.target?.[row] : token.text === table.text?.[row];
  return make(
    "ol",
    { class: side },
    ...list.map((token) => {
      const probability = Math.exp(token.logProbability);
      const bar = make("span", { class: "amount" });
      bar.style.inlineSize = `${100 * probability}%`;
      return make(
        "li",
        came(token) ? { class: "came" } : {},
        make("span", { class: "possible-token" }, tokenName(token)),
        make("span", { class: "possible-value" }, number(probability, 3)),
        ...(came(token) ? [make("span", { class: "said" }, words.came)] : []),
        bar,
      );
    }),
  );
}
