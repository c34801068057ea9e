import { fewUnits } from "@surprisal/core";
import { type Whole, type WholeScores, wholeSizes } from "../../outputs/wholeScores.ts";
import { legendOf, shadeOf, shadingOf } from "../shading.ts";
import { shownText } from "../shownToken.ts";
import { striking } from "../striking.ts";
import type { WholesWriter } from "./wholesWriter.ts";

/** A table of documents, the most striking first: how much a row is shaded, and what stands in it. */
export interface ShownDocuments {
  readonly lead: string;
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly shade?: string;
    readonly cells: readonly (string | { readonly number: string })[];
  }[];
  readonly legend: readonly { readonly shade: string; readonly text: string }[];
  /** That others are left out. */
  readonly more?: string;
}

const most = 100;
const shownLength = 80;

/** @param pairs By the base, or the one model, and by a candidate on the same documents. */
export function shownDocuments(
  unit: WholeScores["unit"],
  { base, candidate }: { base: readonly Whole[]; candidate?: readonly Whole[] },
  writer: WholesWriter,
): ShownDocuments {
  const { wholes, words } = writer;
  const isByByte = base.every(({ bytes = 0 }) => bytes > 0);
  const ofEach = ({ surprise }: Whole, i: number) => (isByByte ? surprise / base[i]!.bytes! : surprise);
  const [p, q] = [base.map(ofEach), candidate?.map(ofEach)];
  const values = q ? q.map((nats, i) => nats - p[i]!) : p;
  const shading = shadingOf("surpriseP", q ? "signed" : "p", values);
  const measure = isByByte ? wholes.perByte : wholes.perWhole[unit];
  const heads = wholes.table;
  const inUnit = `${measure}, ${words.units[writer.unit]}`;
  const hasRight = unit === "continuation";
  const right = (whole: Whole) => (whole.isRight ? heads.yes : heads.no);
  const rows = striking(values, most);
  return {
    lead: q ? wholes.shades.pair(measure) : wholes.shades.one(measure),
    heads: [
      heads.document,
      heads.text,
      ...(q ? [`${heads.difference}: ${inUnit}`, heads.base, heads.candidate] : [capital(inUnit)]),
      ...(hasRight ? (q ? [heads.rightByP, heads.rightByQ] : [heads.right]) : []),
    ],
    rows: rows.map((i) => {
      const shade = shading && shadeOf(shading, i);
      const number = (nats: number) => ({ number: writer.amount(nats) });
      return {
        ...(shade !== undefined && { shade }),
        cells: [
          base[i]!.id.replace(/^document /, ""),
          beginningOf(base[i]!.text),
          ...(q ? [number(values[i]!), number(p[i]!), number(q[i]!)] : [number(p[i]!)]),
          ...(hasRight ? [base[i]!, ...(candidate ? [candidate[i]!] : [])].map(right) : []),
        ],
      };
    }),
    legend: shading
      ? legendOf(shading).map(({ shade, from }) => ({ shade, text: writer.amount(from, 3) }))
      : [],
    ...(rows.length < base.length && {
      more: wholes.shown(writer.number(rows.length), writer.number(base.length)),
    }),
  };
}

/** "32 documents, scored whole, of 5,528 bytes." */
export function scoredText({ unit, hasChoices, wholes }: WholeScores, writer: WholesWriter): string {
  const said = writer.wholes;
  const { bytes, words } = sizesOf(wholes);
  const count = (number: number | undefined) => (number === undefined ? undefined : writer.number(number));
  const of = unit === "document" ? unit : hasChoices ? "choice" : "continuation";
  return said.scored(said.documents(writer.number(wholes.length)), of, said.size(count(bytes), count(words)));
}

/** Of all documents, where those of each are known. */
export function sizesOf(wholes: readonly Whole[]): { bytes: number | undefined; words: number | undefined } {
  const sum = (name: "bytes" | "words") => wholeSizes(wholes, name)?.reduce((total, size) => total + size, 0);
  return { bytes: sum("bytes"), words: sum("words") };
}

/** What is to be known of one model, or of a candidate beside its base. */
export function notesOfWholes(
  {
    base,
    candidate,
    otherPrompts,
  }: { base: readonly Whole[]; candidate?: readonly Whole[]; otherPrompts?: number },
  writer: WholesWriter,
): string[] {
  const { notes, documents } = writer.wholes;
  const impossible = (wholes: readonly Whole[], model: "" | "P" | "Q") => {
    const found = wholes.filter(({ surprise }) => surprise === Infinity).map(({ id }) => id);
    const first = found.length > mostNamed ? [...found.slice(0, mostNamed), "…"] : found;
    return found.length > 0
      ? [notes.impossible(model, documents(writer.number(found.length)), first.join(", "))]
      : [];
  };
  return [
    ...impossible(base, candidate ? "P" : ""),
    ...(candidate ? impossible(candidate, "Q") : []),
    ...(base.length < fewUnits ? [notes.few(writer.number(fewUnits))] : []),
    notes.noTokens,
    ...(otherPrompts ? [notes.otherPrompts(documents(writer.number(otherPrompts)))] : []),
    ...(candidate ? [notes.assumed] : []),
  ];
}

const mostNamed = 10;

function beginningOf(text: string): string {
  const beginning = Array.from(text.slice(0, 2 * shownLength))
    .slice(0, shownLength)
    .join("");
  return shownText(beginning === text ? text : `${beginning}…`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
