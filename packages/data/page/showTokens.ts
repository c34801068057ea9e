import { legendOf, type Shading } from "../src/report/shading.ts";
import { heatMap } from "./heatMap.ts";
import { button, chooser, fill, make } from "./make.ts";
import { partOf, type Section } from "./section.ts";
import { showDetails } from "./showDetails.ts";
import { strikingList } from "./strikingList.ts";

/** Whether a token is among those asked for. */
export type Keep = (row: number) => boolean;

/** Puts the controls over a text, and joins its parts. */
export function showTokens(section: Section): void {
  const { words, table, shadings, number } = section;
  let shading = shadings[0]!;
  let keep: Keep | undefined;
  const status = make("p", { role: "status", class: "said" });
  const map = heatMap(section, {
    look: (row) => showDetails(section, row),
    go(row) {
      showDetails(section, row);
      status.textContent = `${section.token(row)}: ${section.measureName(shading)} ${section.amount(shading.values[row]!)} ${section.unit}`;
    },
    turned(from, to) {
      window.textContent = fill(words.window, {
        from: number(from),
        to: number(to - 1),
        of: number(table.tokens),
      });
      earlier.disabled = from === 0;
      later.disabled = to === table.tokens;
    },
  });
  const list = strikingList(section, (row) => map.goTo(row));
  const draw = () => {
    showLegend(section, shading);
    map.draw(shading, keep);
    list.draw(shading, keep);
  };
  const earlier = button(words.earlier, () => map.turn(-1));
  const later = button(words.later, () => map.turn(1));
  const window = make("span", { class: "window" });
  const filter = filters(section, (next) => {
    keep = next;
    draw();
  });
  partOf(section, "controls").replaceChildren(
    shadeChoice(section, (next) => {
      shading = next;
      draw();
    }),
    filter,
    ...(table.tokens > section.page ? [make("div", { class: "pages" }, earlier, window, later)] : []),
    status,
  );
  draw();
  showDetails(section, 0);
}

function showLegend(section: Section, shading: Shading): void {
  const { words, amount, unit } = section;
  const steps = legendOf(shading).map(({ shade, from }) => make("span", { class: shade }, amount(from)));
  const after = shading.colour === "signed" ? `${unit}. ${words.signs}` : unit;
  partOf(section, "legend").replaceChildren(words.above, ...steps, after);
}

function shadeChoice(
  { words, name, shadings, ...section }: Section,
  choose: (shading: Shading) => void,
): HTMLElement {
  const radios = shadings.map((shading, i) => {
    const radio = make("input", { type: "radio", name: `shade-${name}`, ...(i === 0 && { checked: "" }) });
    radio.addEventListener("change", () => choose(shading));
    return make("label", {}, radio, make("span", {}, section.measureName(shading)));
  });
  return make("fieldset", { class: "segments" }, make("legend", {}, words.shade), ...radios);
}

/** What the tokens are to be like; `undefined` where anything will do. */
function filters({ words, table, token }: Section, filter: (keep: Keep | undefined) => void): HTMLElement {
  const { p, q, target, text } = table;
  const kinds: Record<string, Keep | undefined> = {
    differs: unlike(p.top1, q?.top1) ?? unlike(p.top1Text, q?.top1Text),
    missed: unlike(p.top1, target) ?? unlike(p.top1Text, text),
  };
  const labels: Record<string, string> = { all: words.all };
  for (const kind of ["differs", "missed"] as const) if (kinds[kind]) labels[kind] = words[kind];
  const find = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
  let kind = "all";
  const apply = () => {
    const wanted = find.value.toLowerCase();
    const isKind = kinds[kind];
    const reads: Keep = (row) => (text?.[row] ?? token(row)).toLowerCase().includes(wanted);
    filter(wanted === "" && !isKind ? undefined : (row) => reads(row) && (isKind?.(row) ?? true));
  };
  find.addEventListener("input", apply);
  const only = chooser(words.only, labels, (value) => {
    kind = value;
    apply();
  });
  return make(
    "div",
    { class: "filters" },
    make("label", {}, `${words.find} `, find),
    ...(Object.keys(labels).length > 1 ? [only] : []),
  );
}

type Tokens = ArrayLike<number | string | undefined>;

/** Whether two columns of tokens have different ones, where both have one; −1 and `undefined` are none. */
function unlike(one: Tokens | undefined, other: Tokens | undefined): Keep | undefined {
  const isKnown = (token: number | string | undefined) => token !== undefined && token !== -1;
  return one && other && ((row) => one[row] !== other[row] && isKnown(one[row]) && isKnown(other[row]));
}
