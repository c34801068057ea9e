import type { Unit } from "@surprisal/core";
import { choice, flag, type Option } from "./command.ts";
import { parseNumber } from "./number.ts";

export const unit: Option<Unit> = choice(
  "UNIT",
  ["bits", "nats", "bans"],
  "bits",
  "unit of the result: bits, nats or bans",
);

export const json: Option<boolean> = flag("print one JSON object, at full precision");

export const markdown: Option<boolean> = flag("print Markdown, with tables");

export const top: Option<number> = {
  placeholder: "N",
  help: "how many outcomes to show (default 10)",
  initial: 10,
  expected: "a whole number from 0",
  parse: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined),
};

export const normalize: Option<boolean> = flag("divide by the sum first, when it is not 1");

export type Smoothing = { laplace: number } | { epsilon: number };

export const smooth: Option<Smoothing | "none"> = {
  placeholder: "HOW",
  help: "add to each count (laplace:1) or probability (epsilon:1e-6)",
  initial: "none",
  expected: "laplace:NUMBER or epsilon:NUMBER, such as laplace:1 or epsilon:1e-6",
  parse(text) {
    const [, how, amount = ""] = /^(laplace|epsilon):(.+)$/.exec(text) ?? [];
    const value = parseNumber(amount);
    if (value === undefined || !(value > 0) || value === Infinity || (how === "epsilon" && value > 1))
      return undefined;
    return how === "laplace" ? { laplace: value } : { epsilon: value };
  },
};

const targets: Option<string> = {
  placeholder: "FILE",
  help: "the token that came at each row: .npy, JSON, or lines",
  initial: "none",
  expected: "a file of integers, such as targets.npy",
  parse: (text) => text || undefined,
};

const ignore: Option<number> = {
  placeholder: "N",
  help: "the target of padding, left out of all (default -100)",
  initial: -100,
  expected: "an integer",
  parse: (text) => (/^-?\d{1,9}$/.test(text) ? Number(text) : undefined),
};

const shift = flag("--targets are the tokens put in: the next one is what came");

const logits = flag("rows are logits, even if they look like probabilities");

export const vocabulary: Option<string> = {
  placeholder: "FILE",
  help: "what token numbers stand for, such as tokenizer.json",
  initial: "none",
  expected: "a file of pieces, such as tokenizer.json",
  parse: (text) => text || undefined,
};

export const resume: Option<string> = {
  placeholder: "FILE",
  writes: true,
  help: "go on from here after an interruption; removed when done",
  initial: "none",
  expected: "a file, such as diff.part",
  parse: (text) => text || undefined,
};

export const floor: Option<number> = {
  placeholder: "P",
  help: "of scores: no outcome is below it, for upper bounds",
  initial: 0,
  expected: "a probability above 0, such as 1e-9",
  parse(text) {
    const value = parseNumber(text);
    return value !== undefined && value > 0 && value <= 1 ? value : undefined;
  },
};

export const again: Option<string> = {
  placeholder: "FILE",
  help: "a second run of BASE: what differs without any change",
  initial: "none",
  expected: "a file of logits, such as again.npy",
  parse: (text) => text || undefined,
};

/** Beyond it the ends of an interval are where hardly any resample is. */
export const highestLevel = 0.999;

export const level: Option<number> = {
  placeholder: "L",
  help: "how often intervals are to hold the truth (default 0.95)",
  initial: 0.95,
  expected: `a number between 0 and 1, such as 0.95, and at most ${highestLevel}`,
  parse(text) {
    const value = parseNumber(text);
    return value !== undefined && value > 0 && value <= highestLevel ? value : undefined;
  },
};

export const seed: Option<number> = {
  placeholder: "N",
  help: "where randomness begins (default 1)",
  initial: 1,
  expected: "a whole number from 0",
  parse: (text) => (/^\d{1,15}$/.test(text) ? Number(text) : undefined),
};

const resample = choice(
  "HOW",
  ["auto", "sequences", "blocks", "tokens"],
  "auto",
  "independent units: sequences, blocks, tokens",
);

/** What makes sense of rows of logits alone. */
export const rowOptions = { targets, ignore, shift, logits, vocabulary, resume };

/** What every command that reads outputs of models takes. */
export const outputOptions = { targets, ignore, shift, logits, level, resample };

/** What every command that reads distributions takes. */
export const common = { unit, normalize, smooth, top, json };
