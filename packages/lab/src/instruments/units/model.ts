import { fromUnit, inUnit, type Nats, type Unit } from "@surprisal/core";

/** The ways an amount of information is written: in three units, or as the number of equally likely outcomes that surprise as much. */
export const fields = ["bits", "nats", "bans", "perplexity"] as const;
export type Field = (typeof fields)[number];

/** What a text can be cut into. */
export const pieces = ["token", "character", "byte"] as const;
export type Piece = (typeof pieces)[number];

/** An amount as it was written, and, if it is a mean over a text, how many pieces of each kind the text has. */
export type Amount = {
  readonly value: number;
  readonly field: Field;
  /** Each of which pieces has this amount; null if there is no text, only one draw. */
  readonly per: Piece | null;
  readonly counts: Readonly<Record<Piece, number>>;
};

export const mostPieces = 1e15;

const powers: Readonly<Record<Unit, (exponent: number) => number>> = {
  bits: (exponent) => 2 ** exponent,
  nats: Math.exp,
  bans: (exponent) => 10 ** exponent,
};

/**
 * Another amount, however it is written.
 *
 * @returns The state as it was if the value is no amount: not a number, −∞, or a perplexity that is not above 0.
 */
export function write(now: Amount, value: number, field: Field, per: Piece | null = now.per): Amount {
  const isAmount = value > -Infinity && (field !== "perplexity" || value > 0);
  // There is no negative zero of surprise.
  return isAmount ? { ...now, value: value + 0, field, per } : now;
}

/** Another count of pieces, whole and at least one; what was written stays, the amounts of the other pieces follow. */
export function recount(now: Amount, piece: Piece, count: number): Amount {
  const isCount = Number.isInteger(count) && count >= 1 && count <= mostPieces;
  return isCount ? { ...now, counts: { ...now.counts, [piece]: count } } : now;
}

/** The same amount as that of one token of a text, or of no text. */
export function inText(now: Amount, isText: boolean): Amount {
  return { ...now, per: isText ? "token" : null };
}

/** The amount of one piece; with null, of one draw. A whole text has the same amount however it is cut. */
export function natsOf(now: Amount, per: Piece | null = now.per): Nats {
  const written = now.field === "perplexity" ? Math.log(now.value) : fromUnit(now.value, now.field);
  return per === now.per || per === null || now.per === null
    ? written
    : written * (now.counts[now.per] / now.counts[per]);
}

/** One way of writing the amount of one piece; what was written itself comes back as it was. */
export function read(now: Amount, field: Field, per: Piece | null = now.per): number {
  const isOwn = per === now.per;
  if (isOwn && field === now.field) return now.value;
  const nats = natsOf(now, per);
  if (field !== "perplexity") return inUnit(nats, field);
  return isOwn && now.field !== "perplexity" ? powers[now.field](now.value) : Math.exp(nats);
}

/** Which of the ways of writing a finite amount no double can hold: too large, or so small that it would be zero. */
export function beyond(now: Amount, field: Field, per: Piece | null = now.per): "over" | "under" | undefined {
  if (now.value === Infinity) return undefined;
  const value = read(now, field, per);
  if (Math.abs(value) === Infinity) return "over";
  const isUnder = field === "perplexity" && value < Number.MIN_VALUE;
  return isUnder ? "under" : undefined;
}
