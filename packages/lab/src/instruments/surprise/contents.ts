import { inUnit, type Nats, type Unit } from "@surprisal/core";
import { toCsv } from "../../figure/csv.ts";
import { paletteOf } from "../../figure/palette.ts";
import type { Contents } from "../../figure/saveFile.ts";
import type { Language } from "../../words/language.ts";
import { commandOf } from "./command.ts";
import { measure, type Surprise } from "./model.ts";
import { pictureOf } from "./picture.ts";
import type { SurpriseWords } from "./words/en.ts";

type Setting = { title: string; words: SurpriseWords; language: Language; unit: Unit; link: string };

/** The figure as it can be saved, in the colours that it has on the page. */
export function contentsOf(now: Surprise, figure: Element, { link, ...setting }: Setting): Contents {
  return {
    svg: () => pictureOf(now, { ...setting, palette: paletteOf(figure) }),
    csv: () => csvOf(now, setting.unit),
    json: () => jsonOf(now, setting.unit, link),
  };
}

/** A row for each event, and one for both. */
export function csvOf(now: Surprise, unit: Unit): string {
  const { each, all, total } = measure(now);
  const rows = now.p.map((p, i) => ["AB"[i]!, p, inUnit(each[i]!, unit)]);
  if (now.p.length > 1) rows.push(["A and B", all, inUnit(total, unit)]);
  return toCsv([["event", "probability", `surprise (${unit})`], ...rows]);
}

/** The state and its numbers at full precision; infinity, which JSON lacks, as the string "Infinity". */
export function jsonOf(now: Surprise, unit: Unit, link: string): string {
  const { each, all, total } = measure(now);
  const amount = (nats: Nats) => (Number.isFinite(nats) ? inUnit(nats, unit) : String(nats));
  const content = {
    P: now.p,
    unit,
    surprises: each.map(amount),
    "probability of all": all,
    "surprise of all": amount(total),
    command: commandOf(now, unit),
    link,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
