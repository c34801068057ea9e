import { type Nats, normalize, type Probabilities, selfInformation } from "@surprisal/core";

/** A model that guesses letters from those before, having counted what follows what in a text of training. */
export type Rival = {
  /** How likely each letter of the alphabet is after a context. */
  predict(context: string): Probabilities;
};

/**
 * A model of letters: those that followed the context in training, mixed with what the context without its first letter says. The shorter
 * context weighs as many letters as different ones have been seen to follow (Witten and Bell), and at the bottom all letters are alike: nothing is
 * ever impossible.
 *
 * @param training Text in the letters of the alphabet.
 * @see Witten & Bell (1991), The zero-frequency problem.
 */
export function createRival(training: string, alphabet: string): Rival {
  const known = new Map<string, Probabilities>();

  function predict(context: string): Probabilities {
    const found = known.get(context) ?? mixed(context);
    known.set(context, found);
    return found;
  }

  function mixed(context: string): Probabilities {
    const shorter =
      context === "" ? normalize([...alphabet].fill("").map(() => 1)) : predict(context.slice(1));
    const seen = followers(training, context, alphabet);
    const kinds = seen.filter((times) => times > 0).length;
    return kinds === 0 ? shorter : normalize(seen.map((times, i) => times + kinds * shorter[i]!));
  }

  return { predict };
}

/** How often each letter of the alphabet follows a context in a text. */
function followers(text: string, context: string, alphabet: string): number[] {
  const seen = new Map<string, number>();
  for (let at = text.indexOf(context); at >= 0 && at < text.length; at = text.indexOf(context, at + 1)) {
    const next = text[at + context.length];
    if (next !== undefined) seen.set(next, (seen.get(next) ?? 0) + 1);
  }
  return [...alphabet].map((letter) => seen.get(letter) ?? 0);
}

/** How a rival fared: for each letter, its wrong guesses before the right one, and what the letter cost it. */
export type Score = { readonly wrong: readonly number[]; readonly surprises: readonly Nats[] };

/**
 * Lets a rival guess part of a text. It guesses in order of likelihood, and among equally likely letters in that of the alphabet.
 *
 * @param span The first place it has to guess, before which the text is known, and where it ends.
 * @param memory How many letters it looks back.
 */
export type Reader = (text: string, span: readonly [number, number], memory: number) => Score;

/** A rival that has read a text, ready to guess another in the same letters. */
export function createReader(training: string, alphabet: string): Reader {
  const rival = createRival(training, alphabet);
  return (text, [from, to], memory) => {
    const letters = Array.from({ length: to - from }, (_, i) => {
      const place = from + i;
      const q = rival.predict(text.slice(Math.max(0, place - memory), place));
      const right = alphabet.indexOf(text[place]!);
      const before = [...q].filter((x, j) => x > q[right]! || (x === q[right] && j < right)).length;
      return { wrong: before, surprise: selfInformation(q[right]!) };
    });
    return { wrong: letters.map(({ wrong }) => wrong), surprises: letters.map(({ surprise }) => surprise) };
  };
}
