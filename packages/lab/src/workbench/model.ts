import type { Symbols } from "@surprisal/data";

export type Side = "p" | "q";

/** How what was typed can be read: as a distribution the command line takes, or as something to be counted. */
export type TypedAs = "list" | Symbols;
/** How a file can be read: as a list of numbers of some kind, as a table, or as something to be counted. */
export type FileAs = TypedAs | "counts" | "logits" | "column";

/** A file somebody chose. The file itself stays with the page; `id` tells one choice from another. */
export type FileChoice = { readonly id: number; readonly name: string; readonly size: number };

/** What one side was given. */
export type Pane =
  | {
      readonly text: string;
      readonly as: TypedAs;
      readonly file?: undefined;
      /** What the link of this state could not carry, if it could not: a file, or a text too long for a link. */
      readonly lost?: "file" | "long" | undefined;
    }
  | {
      readonly file: FileChoice;
      readonly as: FileAs;
      /** Of a table: its column as an operand names it. Absent until it is chosen. */
      readonly column?: string | undefined;
      /** A second column, to see what the two share. */
      readonly other?: string | undefined;
    };

export type Smoothing = { readonly laplace: number } | { readonly epsilon: number };

/** Everything the workbench was told. P is the truth, Q the model; what is to be done to the numbers is done to both. */
export type Bench = {
  readonly p: Pane;
  readonly q: Pane;
  readonly normalize: boolean;
  readonly smooth?: Smoothing | undefined;
};

export const typedReadings: readonly TypedAs[] = ["list", "chars", "words", "bytes"];

const nothing: Pane = { text: "", as: "list" };
export const emptyBench: Bench = { p: nothing, q: nothing, normalize: false };

export function isEmpty(pane: Pane): boolean {
  return pane.file === undefined && pane.text.trim() === "";
}

/** A side typed into; what a file had been there is let go. */
export function type(bench: Bench, side: Side, text: string): Bench {
  const { as, file } = bench[side];
  return withPane(bench, side, { text, as: file ? "list" : (as as TypedAs) });
}

export function readAs(bench: Bench, side: Side, as: FileAs): Bench {
  return withPane(bench, side, { ...bench[side], as } as Pane); // a select offers a pane only what it can be read as
}

/** A file in place of whatever the side had, read as its name suggests. */
export function choose(bench: Bench, side: Side, file: FileChoice): Bench {
  return withPane(bench, side, { file, as: readingsOf(file.name)[0]! });
}

export function chooseColumn(bench: Bench, side: Side, column: string): Bench {
  const { file } = bench[side];
  return file ? withPane(bench, side, { file, as: "column", column }) : bench;
}

/** A second column of the same table; undefined for none. */
export function chooseOther(bench: Bench, side: Side, other: string | undefined): Bench {
  const pane = bench[side];
  return pane.file ? withPane(bench, side, { ...pane, other }) : bench;
}

export function clear(bench: Bench, side: Side): Bench {
  return withPane(bench, side, nothing);
}

export function swap(bench: Bench): Bench {
  return { ...bench, p: bench.q, q: bench.p };
}

/** The ways a file can be read, the likeliest for its name first. */
export function readingsOf(name: string): FileAs[] {
  const counted: FileAs[] = ["chars", "words", "bytes"];
  const listed: FileAs[] = ["list", "counts", "logits"];
  if (/\.[ct]sv$/i.test(name)) return ["column", ...counted];
  if (/\.json$/i.test(name)) return [...listed, ...counted];
  if (/\.(?:txt|text|md|html?|xml|tex|log|[cm]?[jt]sx?|py|rs|go|java|c|h|srt|rtf|css|ya?ml)$/i.test(name))
    return [...counted, ...listed];
  return ["bytes", "chars", "words", ...listed];
}

function withPane(bench: Bench, side: Side, pane: Pane): Bench {
  return { ...bench, [side]: pane };
}
