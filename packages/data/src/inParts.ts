/** How many characters a part has, about. */
const partLength = 1 << 16;

/** Lines as text, many at a time: sooner written than single ones, and never longer than a string may be. */
export function* inParts(lines: Iterable<string>): Generator<string> {
  let part = "";
  for (const line of lines) {
    part += `${line}\n`;
    if (part.length < partLength) continue;
    yield part;
    part = "";
  }
  if (part !== "") yield part;
}
