import { csvLine, rowOrder, type TokenColumn, tokenColumns, tokenKeys } from "@surprisal/data";
import { defineCommand, flag, type Option } from "../command.ts";
import { toJson } from "../json.ts";
import { outputOptions, unit, vocabulary } from "../options.ts";
import { alignmentInUnit, alignmentNotes } from "../outputs/alignmentNotes.ts";
import { faultNotes } from "../outputs/faultNotes.ts";
import { tokenTableNamed } from "../outputs/tokenTableNamed.ts";
import { unnamedNote } from "../outputs/unnamedNote.ts";
import { UsageError } from "../usage.ts";

const { targets, ignore, shift, logits } = outputOptions;

const sort: Option<string> = {
  placeholder: "COLUMN",
  help: "the largest of this column first, such as surprise or kl",
  initial: "none",
  choices: tokenKeys,
  parse: (text) => tokenKeys.find((key) => key === text.replace(/_(bits|nats|bans)$/, "")),
};

const top: Option<number> = {
  placeholder: "N",
  help: "the first N rows alone (all unless given)",
  initial: Infinity,
  expected: "a whole number above 0",
  parse: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined),
};

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
    ...{ unit, targets, ignore, shift, logits, vocabulary, sort, top },
    jsonl: flag("a JSON object on each line, and no CSV"),
    output,
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
        ["rank", "of what came; 1 for the likeliest"],
        ["top1, top1_text", "the likeliest token"],
        ["top1_probability", "its probability"],
        ["q_surprise, …", "the same by the candidate Q"],
        ["kl, reverse_kl", "D(P‖Q), and D(Q‖P)"],
        ["js, tv", "Jensen–Shannon divergence, total variation"],
        ["entropy_change", "H(Q) − H(P)"],
      ],
    },
    "What is information has its unit in the title: surprise_bits. What has no value at a token is left empty, and null in JSON; +∞ is Infinity. So is all that is measured at padding.",
    "Of listed log-probabilities neither entropy nor divergence is known, and none is made up.",
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
  async run([base, candidate], { unit, sort, top, jsonl, ...options }) {
    const { table, faults, doubtful } = await tokenTableNamed(base!, candidate, options, {
      ranks: true,
      symmetric: true,
    });
    const columns = tokenColumns(table, unit);
    const sorted = columns.find(({ key }) => key === sort);
    if (sort !== "none" && !sorted)
      throw new UsageError(`--sort is ${sort}, expected ${measuredKeys(columns)}`);
    const unnamed = options.vocabulary === "none" ? [] : unnamedNote(table, options.vocabulary);
    const aligned = alignmentNotes(doubtful && alignmentInUnit(doubtful, unit), unit);
    for (const note of [...aligned, ...faultNotes(faults.p), ...faultNotes(faults.q, " of Q"), ...unnamed])
      process.stderr.write(`Note: ${note}\n`);
    const order = sorted
      ? rowOrder(sorted, table.tokens)
      : Int32Array.from({ length: table.tokens }, (_, row) => row);
    return { columns, rows: order.subarray(0, top), jsonl };
  },
  *show({ columns, rows, jsonl }) {
    if (!jsonl) yield csvLine(columns.map(({ title }) => title));
    for (const row of rows)
      yield jsonl
        ? toJson(Object.fromEntries(columns.map(({ title, at }) => [title, at(row) ?? null])))
        : csvLine(columns.map(({ at }) => at(row) ?? ""));
  },
});

function measuredKeys(columns: readonly TokenColumn[]): string {
  return columns
    .map(({ key }) => key)
    .filter((key) => tokenKeys.includes(key))
    .join(", ");
}
