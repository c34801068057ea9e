import type { Probabilities } from "@surprisal/core";
import { align, type Open, parseOperand, type Resolved, resolveOperand } from "@surprisal/data";
import type { Note } from "./command.ts";
import type { Smoothing } from "./options.ts";
import type { Page } from "./page.ts";
import { openWatched } from "./progress.ts";
import { wrapped } from "./wrapped.ts";

/** An outcome by its name, or by its index where outcomes have none. */
export type Outcome = string | number;

/** What a distribution was made from, and what is to be known of it. */
export interface Source {
  operand: string;
  notes?: string[];
}

export interface One {
  p: Probabilities;
  label(index: number): Outcome;
  source: Source;
}

/** Two distributions over the same outcomes. */
export interface Pair {
  p: Probabilities;
  q: Probabilities;
  label(index: number): Outcome;
  sources: { p: Source; q: Source };
}

interface Shaping {
  normalize: boolean;
  smooth: Smoothing | "none";
}

/** What the help says of how distributions are written, and of what can be done to them. */
export const operandForms: readonly Note[] = [
  {
    title: "A distribution is one of",
    rows: [
      ["0.5,0.5", "probabilities; fractions too: 1/3,2/3"],
      ["heads=0.9,tails=0.1", "the same by name; names align two distributions"],
      ["counts:9,1", "counts, also by name"],
      ["logits:2,0.5,-1", "logits or log-probabilities (base e), also by name"],
      ["FILE.json", "an array of numbers, or an object of numbers by name"],
      ["FILE.csv:COLUMN", "how often each value of a column occurs"],
      ["bytes:FILE", "how often each byte occurs"],
      ["chars:FILE", "how often each character occurs"],
      ["words:FILE", "how often each word occurs"],
      ["-", "in the place of FILE: standard input"],
    ],
  },
  "Over n outcomes, --smooth laplace:A makes counts c of a total N into (c+A)/(N+nA), and --smooth epsilon:E makes probabilities p into (p+E)/(1+nE), which moves nE/(1+nE) of the mass.",
];

export async function readOne(text: string, shaping: Shaping, open: Open = openWatched): Promise<One> {
  const one = await resolve(text, shaping, open);
  return { p: one.probabilities, label: labels(one.names), source: sourceOf(one) };
}

export async function readPair(
  first: string,
  second: string,
  shaping: Shaping,
  open: Open = openWatched,
): Promise<Pair> {
  const { p, q, names } = align(await resolve(first, shaping, open), await resolve(second, shaping, open));
  return {
    p: p.probabilities,
    q: q.probabilities,
    label: labels(names),
    sources: { p: sourceOf(p), q: sourceOf(q) },
  };
}

function resolve(text: string, { normalize, smooth }: Shaping, open: Open = openWatched): Promise<Resolved> {
  return resolveOperand(parseOperand(text), open, { normalize, ...(smooth !== "none" && { smooth }) });
}

function labels(names: readonly string[] | undefined): (index: number) => Outcome {
  return (index) => names?.[index] ?? index;
}

export function sourceOf({ description, notes }: Resolved): Source {
  const said = notes.map(
    ({ count, total }) => `${count} of ${total} cells are empty, and counted as a value`,
  );
  return { operand: description, ...(said.length > 0 && { notes: said }) };
}

/** The lines that tell a person what is to be known of what was read. */
export function remarks(page: Page, ...sources: readonly Source[]): string[] {
  return sources.flatMap(({ operand, notes = [] }) =>
    notes.flatMap((note) => wrapped(`Note: ${operand}: ${note}`, page.width)),
  );
}
