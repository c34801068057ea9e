import type { Unit } from "@surprisal/core";
import {
  alignmentInUnit,
  type NamedOutput,
  rowOrder,
  type TokenColumn,
  tokenColumns,
  tokenKeys,
  tokenLines,
  visible,
  wholeKeys,
} from "@surprisal/data";
import { defineCommand, flag, type Option } from "../command.ts";
import { outputOptions, unit, vocabulary } from "../options.ts";
import { alignmentNotes } from "../outputs/alignmentNotes.ts";
import { codedNotes } from "../outputs/codedNotes.ts";
import { faultNotes } from "../outputs/faultNotes.ts";
import { lookInto, type ScoresNamed } from "../outputs/lookInto.ts";
import { narrowedNotes } from "../outputs/narrowedNotes.ts";
import { scoresOfRows } from "../outputs/scoresOfRows.ts";
import { type TokenTableOptions, tokenTableNamed } from "../outputs/tokenTableNamed.ts";
import { unnamedNote } from "../outputs/unnamedNote.ts";
import { wholeTableNamed } from "../outputs/wholeTableNamed.ts";
import { refuseUnused } from "../refuseUnused.ts";
import { UsageError } from "../usage.ts";

const { targets, ignore, shift, logits } = outputOptions;

/** Of tokens, and of samples. */
const sortKeys = [...new Set([...tokenKeys, ...wholeKeys])];

const sort: Option<string> = {
  placeholder: "COLUMN",
  help: "the largest of this column first, such as surprise or kl",
  initial: "none",
  choices: sortKeys,
  parse: (text) => sortKeys.find((key) => key === text.replace(/_(bits|nats|bans)$/, "")),
};

const top: Option<number> = {
  placeholder: "N",
  help: "the first N rows alone (all unless given)",
  initial: Infinity,
  expected: "a whole number above 0",
  parse: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined),
};

const jsonl = flag("a JSON object on each line, and no CSV");

const scores = flag("scores of tokens for diff, by --vocabulary, and no CSV");

const output: Option<string> = {
  placeholder: "FILE",
  writes: true,
  help: "write to FILE, whole or not at all; - is standard output",
  initial: "-",
  expected: "a file to write, such as tokens.csv",
  parse: (text) => text || undefined,
};

export default defineCommand({
  name: "tokens",
  summary: "What one or two models say at every token, as CSV or JSON Lines",
  operands: [
    { name: "FILE", help: "logits, a base file or log-probabilities; - is standard input" },
    { name: "CANDIDATE", help: "the same of another model Q, of the same tokens", optional: true },
  ],
  options: {
    ...{ unit, targets, ignore, shift, logits, vocabulary, sort, top, jsonl, scores, output },
  },
  notes: [
    {
      title: "A column is there if it is known",
      rows: [
        ["sequence, name", "which document or window, from 0, and its name"],
        ["position", "the place in it, from 0"],
        ["token, text", "what came: its number, and what it reads as"],
        ["surprise", "−log of its probability"],
        ["entropy", "of the distribution that it came from"],
        ["rank", "of what came; 1 for the likeliest, and equals by number"],
        ["top1, top1_text", "the likeliest token"],
        ["top1_probability", "its probability"],
        ["q_surprise, …", "the same by the candidate Q"],
        ["kl, reverse_kl", "D(P‖Q), and D(Q‖P)"],
        ["js, tv", "Jensen–Shannon divergence, total variation"],
        ["entropy_change", "H(Q) − H(P)"],
      ],
    },
    "What is information has its unit in the title: surprise_bits. What has no value at a token is left empty, and null in JSON; +∞ is Infinity. So is all that is measured at padding. A text is as it is in the file, but for a terminal, where its control characters are escaped; in CSV it may begin with =, so let a spreadsheet take that column as text.",
    "Of samples of lm-evaluation-harness, which score documents, or the right continuation of each, and do not say their tokens, a row is a document: its number, its line in the file, its text, bytes and words; its surprise, and that a byte; right (whether it is the likeliest of several, else greedy) and greedy (whether each of its tokens is the likeliest), 1 or 0; the same by the candidate; and surprise_change, Q's less P's, a byte too.",
    "Of listed log-probabilities neither entropy nor divergence is known, and none is made up.",
    "--scores writes what came at rows of logits as log-probabilities of tokens with their bytes, a line for each sequence: the plain form (inspect --help), which perplexity and diff read. So models that cut a text into other tokens are compared, by bytes. With --shift the first token, which nothing scores, is there too; padding is not, and special tokens of a tokenizer.json are no text.",
  ],
  examples: [
    {
      line: "surprisal tokens answers.jsonl --sort surprise --top 2",
      files: {
        "answers.jsonl":
          '{"name":"a","tokens":[{"text":"The","logprob":null},{"text":" cat","logprob":-4.5,"top":[{"text":" dog","logprob":-0.5}]},{"text":" sat","logprob":-1.25}]}\n',
      },
      output: `sequence,name,position,text,surprise_bits,top1_text,top1_probability
0,a,1, cat,6.4921276840003355, dog,0.6065306597126334
0,a,2, sat,1.8033688011112043,,`,
    },
    {
      line: "surprisal tokens base.jsonl q8.jsonl --jsonl --unit nats",
      files: {
        "base.jsonl": '{"name":"a","tokens":[{"text":"Yes","logprob":-0.5},{"text":".","logprob":-0.25}]}\n',
        "q8.jsonl": '{"name":"a","tokens":[{"text":"Yes","logprob":-0.75},{"text":".","logprob":-0.5}]}\n',
      },
      output: `{"sequence":0,"name":"a","position":0,"text":"Yes","surprise_nats":0.5,"q_surprise_nats":0.75}
{"sequence":0,"name":"a","position":1,"text":".","surprise_nats":0.25,"q_surprise_nats":0.5}`,
    },
  ],
  async run([base, candidate], values): Promise<{ lines: Iterable<string> }> {
    if (values.scores) {
      if (candidate !== undefined)
        throw new UsageError(`--scores is given, expected with one FILE, and not also ${candidate}`);
      refuseUnused({ unit, sort, top, jsonl }, values, "without --scores, which has a form of its own");
    }
    const { lines, notes } = values.scores
      ? await scoresOfRows(base!, values)
      : await tableNamed(base!, candidate, values);
    for (const note of notes) process.stderr.write(`Note: ${visible(note)}\n`);
    const isRead = values.output === "-" && process.stdout.isTTY;
    return { lines: isRead ? readable(lines) : lines };
  },
  show: ({ lines }) => lines,
});

interface TableOptions extends TokenTableOptions {
  unit: Unit;
  sort: string;
  top: number;
  jsonl: boolean;
}

async function tableNamed(base: string, candidate: string | undefined, options: TableOptions) {
  const { content, ...named } = await lookInto(base);
  const { output } = named;
  try {
    return content === "wholes" && output.kind === "scores"
      ? await wholeTableOf({ ...named, output }, candidate, options)
      : await tableOf(named, candidate, options);
  } finally {
    await output.close();
  }
}

async function wholeTableOf(named: ScoresNamed, candidate: string | undefined, options: TableOptions) {
  const { columns, rows, note } = await wholeTableNamed(named, candidate, options);
  return { lines: linesOf(columns, rows, options), notes: [note] };
}

/** Of the rows that are asked for, in their order. */
function linesOf(columns: readonly TokenColumn[], rows: number, { sort, top, jsonl }: TableOptions) {
  const sorted = columns.find(({ key }) => key === sort);
  if (sort !== "none" && !sorted)
    throw new UsageError(`--sort is ${sort}, expected ${lacking(sort, columns)}`);
  const order = sorted ? rowOrder(sorted, rows) : Int32Array.from({ length: rows }, (_, row) => row);
  return tokenLines(columns, order.subarray(0, top), jsonl ? "jsonl" : "csv");
}

async function tableOf(base: NamedOutput, candidate: string | undefined, all: TableOptions) {
  const { unit, sort: _, top: __, jsonl: ___, ...options } = all;
  const { table, faults, doubtful, coded, narrowed } = await tokenTableNamed(base, candidate, options, {
    ranks: true,
    symmetric: true,
  });
  const columns = tokenColumns(table, unit);
  return {
    lines: linesOf(columns, table.tokens, all),
    notes: [
      ...alignmentNotes(doubtful && alignmentInUnit(doubtful, unit), unit),
      ...faultNotes(faults.p),
      ...faultNotes(faults.q, " of Q"),
      ...codedNotes(coded),
      ...narrowedNotes(narrowed),
      ...(options.vocabulary === "none" ? [] : unnamedNote(table, options.vocabulary)),
    ],
  };
}

/** What rows of logits would need beside them for a column to be there; if nothing helps, the columns there are. */
function lacking(key: string, columns: readonly TokenColumn[]): string {
  const known = columns.map((column) => column.key).filter((other) => sortKeys.includes(other));
  const areRows = known.includes("entropy");
  if (areRows && /surprise|rank/.test(key) && !known.includes("surprise"))
    return "with --targets FILE, which says what came";
  return areRows && !known.includes("q_entropy") ? "with a CANDIDATE" : known.join(", ");
}

function* readable(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield visible(line);
}
