/** A text by its bytes, and how many of them each token is. */
interface CutText {
  readonly text: readonly number[];
  readonly bytes: readonly number[];
}

const blank = 0x20;

/** Two texts as they are; but where one is the other with a blank before it, as some tokenisers put one there, without that blank. */
export function withoutBlankBefore<T extends CutText>(one: T, other: T): [T, T] {
  if (isBlankAnd(one.text, other.text)) return [withoutFirst(one), other];
  return isBlankAnd(other.text, one.text) ? [one, withoutFirst(other)] : [one, other];
}

function isBlankAnd(long: readonly number[], short: readonly number[]): boolean {
  return (
    long.length === short.length + 1 && long.every((byte, i) => byte === (i === 0 ? blank : short[i - 1]))
  );
}

function withoutFirst<T extends CutText>(of: T): T {
  const at = of.bytes.findIndex((length) => length > 0);
  return { ...of, text: of.text.slice(1), bytes: of.bytes.with(at, of.bytes[at]! - 1) };
}
