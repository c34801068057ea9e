import type { Quirk } from "./quirks.ts";

/** Who wrote the scores. */
export type ScoreFormat =
  | "OpenAI chat"
  | "OpenAI completions"
  | "OpenAI responses"
  | "OpenAI batch"
  | "vLLM prompt_logprobs"
  | "llama.cpp server"
  | "lm-evaluation-harness"
  | "plain";

/** A token that could have come, and how likely it was. */
export interface Alternative {
  /** As the provider writes it. */
  readonly text: string;
  /** Its bytes, where the provider gives them; a token can be a part of a character. */
  readonly bytes?: Uint8Array;
  readonly id?: number;
  /** Nats, ≤ 0; −∞ for probability 0. `undefined` where it is not known. */
  readonly logProbability: number | undefined;
}

/** What came, and what could have come instead. */
export interface Scored extends Alternative {
  /** 1 for the likeliest, where the provider says. */
  readonly rank?: number;
  /** Its log-probability is not known though the model gave it one: the provider wrote something else, as for what is too unlikely to be listed. */
  readonly isWithheld?: true;
  /** The alternatives listed, likeliest first; what came may be among them. */
  readonly top: readonly Alternative[];
}

/** What lm-evaluation-harness writes of a document beside its log-likelihoods. */
export interface HarnessSample {
  /** What tells it from the other documents of the task. */
  readonly id: string;
  readonly documentHash?: string;
  readonly promptHash?: string;
  /** The right continuation: its index, or its text. */
  readonly target?: string;
  /** Whether the harness found the right continuation the likeliest, in tasks of one right answer. */
  readonly accuracy?: number;
  /** Whether the second half of the continuations are the first again, without the question. */
  readonly isAskedTwice: boolean;
  /** Of each continuation, whether all of its tokens are the likeliest; of a document, nothing. */
  readonly isGreedy: readonly boolean[];
  /** By how many words and bytes the harness divides; not there unless the task has a metric by them. */
  readonly words?: number;
  readonly bytes?: number;
}

/** Scores of one text, in its order. */
export interface ScoredSequence {
  readonly format: ScoreFormat;
  /** What tells it from the other sequences of the file. */
  readonly name: string;
  /** Of a batch, whose lines are in no order: the request that it answers, and which choice it is. */
  readonly request?: string;
  /** The line of the file that its record begins on, from 1. */
  readonly line: number;
  /** What each score is of: a token, or the whole of a continuation or a document, whose tokens are not told apart. */
  readonly unit: "token" | "continuation" | "document";
  readonly model?: string;
  readonly scores: readonly Scored[];
  /** What is peculiar about them; see `quirkMeanings`. */
  readonly quirks: readonly Quirk[];
  /** Of continuations and documents. */
  readonly sample?: HarnessSample;
}
