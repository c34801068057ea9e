const longest = 16;

/**
 * What is wrong with the name of an outcome, if anything. A usable name has up to 16 characters, no space around it, and none of the marks
 * that mean something in a link or a distribution on the command line.
 *
 * @param others The names it must differ from.
 */
export function nameProblem(
  name: string,
  others: readonly string[],
): "nameTaken" | "nameUnusable" | undefined {
  const length = [...name].length;
  if (length === 0 || length > longest || name !== name.trim()) return "nameUnusable";
  if (/^-|[,;=:/\\"'`$!~&]|\p{C}/u.test(name)) return "nameUnusable";
  return others.includes(name) ? "nameTaken" : undefined;
}
