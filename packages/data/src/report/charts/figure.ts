import { type Html, html } from "../html.ts";

interface Named {
  readonly name: string;
  readonly colour: string;
}

/** A chart between its rules: title, hint, and whose colours are in it. */
export function figure(title: string, hint: string, series: readonly Named[], chart: Html): Html {
  return html`<figure><figcaption><strong>${title}</strong> <span class="hint">${hint}</span>${
    series.length > 0 &&
    html`<span class="key">${series.map(({ name, colour }) => html`<span><svg class="swatch" viewBox="0 0 14 10" aria-hidden="true"><rect class="bar ${colour}" width="14" height="10"/></svg>${name}</span> `)}</span>`
  }</figcaption>
${chart}</figure>
`;
}
